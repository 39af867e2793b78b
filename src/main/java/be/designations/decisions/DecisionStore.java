package be.designations.decisions;

import be.designations.decisions.Decision.Ground;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what somebody holds of what an application asks about. */
public interface DecisionStore {

    /**
     * What comes into question for the answer.
     *
     * @param person null when nobody is known by what was sent
     */
    record Found(@Nullable UUID person, boolean disabled, List<Held> held) {

        public Found {
            held = List.copyOf(held);
        }
    }

    /** @param here whether it holds for the place that is asked about */
    record Held(boolean here, Ground ground) {}

    /**
     * In one statement, however many are asked; in the same one as what others ask meanwhile.
     *
     * @return what was found for each question, in their order
     */
    List<Found> find(Asker asker, List<Question> questions);
}
