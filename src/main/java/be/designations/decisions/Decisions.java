package be.designations.decisions;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/**
 * Whether somebody may do something, now or at another instant: by one indexed statement, without a transaction and without the
 * engine.
 */
@Service
public class Decisions {

    private final DecisionStore store;
    private final DecisionLog log;
    private final RightUse use;
    private final DecisionCounts counts;
    private final Clock clock;

    Decisions(DecisionStore store, DecisionLog log, RightUse use, DecisionCounts counts, Clock clock) {
        this.store = store;
        this.log = log;
        this.use = use;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * Whoever tells the asker says so by {@link #told} afterwards.
     *
     * @return an answer for each request, in their order
     */
    public List<Decision> decide(Asker asker, List<AccessRequest> requests) {
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
        for (int i = 0; i < meanings.size(); i++) {
            Question question = meanings.get(i).question();
            Reason refusal = meanings.get(i).refusal();
            decided.add(
                    question == null
                            ? Decision.without(
                                    refusal == null ? Reason.NO_RIGHT : refusal,
                                    requests.get(i).resource().type())
                            : Closest.of(question, found.next()));
        }
        return decided;
    }

    /** The asker was told of so many of its questions that they cannot be read. */
    public void toldUnreadable(Asker asker, int questions) {
        for (int i = 0; i < questions; i++) {
            log.unreadable(asker);
        }
    }

    /** The asker has its answers, and waits for nothing that is done here; each is logged as {@link DecisionLog} says. */
    public void told(Asker asker, List<AccessRequest> requests, List<Decision> decided) {
        Instant now = clock.instant();
        for (int i = 0; i < decided.size(); i++) {
            log.decided(asker, requests.get(i), decided.get(i));
            counts.count(decided.get(i));
            if (requests.get(i).at() == null) {
                use.decided(decided.get(i), now);
            }
        }
    }
}
