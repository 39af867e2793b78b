package be.designations.decisions;

import be.designations.decisions.Decision.Ground;
import be.designations.decisions.Decision.Standing;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what somebody holds of what an application asks about. */
public interface DecisionStore {

    /**
     * What comes into question for the answer.
     *
     * @param person   null when nobody is known by what was sent
     * @param function what the function is that is asked about; null when none is
     */
    record Found(
            @Nullable UUID person,
            boolean disabled,
            @Nullable Known function,
            List<Held> held) {

        public Found {
            held = List.copyOf(held);
        }
    }

    /** What a function is. */
    enum Known {
        IN_TREE,
        WITHDRAWN,
        NONE
    }

    /**
     * @param here  whether it holds for the place that is asked about
     * @param standing how the person stands inside the application; null when no function is asked about
     */
    record Held(boolean here, Ground ground, @Nullable Standing standing) {}

    /**
     * In one statement, however many are asked; in the same one as what others ask meanwhile.
     *
     * @return what was found for each question, in their order
     */
    List<Found> find(Asker asker, List<Question> questions);
}
