package be.designations.decisions;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/**
 * Whether somebody may do something, now or at another instant: by one indexed statement, without a transaction and without the
 * engine. Each answer is logged as {@link DecisionLog} says.
 */
@Service
public class Decisions {

    private final DecisionStore store;
    private final DecisionLog log;
    private final RightUse use;
    private final Clock clock;

    Decisions(DecisionStore store, DecisionLog log, RightUse use, Clock clock) {
        this.store = store;
        this.log = log;
        this.use = use;
        this.clock = clock;
    }

    public Decision decide(Asker asker, AccessRequest request) {
        return decide(asker, List.of(request)).get(0);
    }

    /** @return an answer for each request, in their order */
    public List<Decision> decide(Asker asker, List<AccessRequest> requests) {
        List<Decision> decided = undisclosed(asker, requests);
        Instant now = clock.instant();
        for (int i = 0; i < decided.size(); i++) {
            log.decided(asker, requests.get(i), decided.get(i));
            if (requests.get(i).at() == null) {
                use.decided(decided.get(i), now);
            }
        }
        return decided;
    }

    /** The same, for what is a list to the asker and no decision about somebody. */
    List<Decision> undisclosed(Asker asker, List<AccessRequest> requests) {
        Instant now = clock.instant();
        List<Question.Meaning> meanings = requests.stream()
                .map(request -> Question.of(request, asker, now))
                .toList();
        List<Question> asked = meanings.stream()
                .map(Question.Meaning::question)
                .filter(Objects::nonNull)
                .toList();
        var found = (asked.isEmpty() ? List.<DecisionStore.Found>of() : store.find(asker, asked)).iterator();
        List<Decision> decided = new ArrayList<>(requests.size());
        for (Question.Meaning meaning : meanings) {
            Question question = meaning.question();
            Reason refusal = meaning.refusal();
            decided.add(
                    question == null
                            ? Decision.without(refusal == null ? Reason.NO_RIGHT : refusal)
                            : Closest.of(question, found.next()));
        }
        return decided;
    }
}
