package be.designations.casework;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How far the processes of a case have come, for its diagrams. Kept by the engine's listener, read without the engine. */
public interface ProcessProgress {

    /**
     * @param active ids of the steps at which the case stands, sorted; empty when the process has ended
     * @param done   ids of the steps that it has passed, sorted
     * @param stays  how often and when it was at each of them, the first first
     */
    record Steps(Set<String> active, Set<String> done, Map<String, List<Stay>> stays) {

        public static final Steps NONE = new Steps(Set.of(), Set.of(), Map.of());

        public Steps {
            stays = Map.copyOf(stays);
            active = Collections.unmodifiableSet(new TreeSet<>(active));
            done = Collections.unmodifiableSet(new TreeSet<>(done));
        }
    }

    /** A time at a step; until null as long as the case is there. */
    record Stay(Instant from, @Nullable Instant until) {}

    /** In a transaction; written with the others by {@link #write}, or before it commits. */
    void entered(CaseId caseId, String processKey, String step, Instant at);

    /**
     * In a transaction; written with the others by {@link #write}, or before it commits.
     *
     * @param cancelled whether the step was broken off rather than done
     */
    void left(CaseId caseId, String processKey, String step, boolean cancelled, Instant at);

    /** Writes down what the running transaction has come through so far, all at once: one click leads through a dozen steps. */
    void write();

    /** By the key of the process; a process that the case has not come to is absent. */
    Map<String, Steps> of(CaseId caseId);
}
