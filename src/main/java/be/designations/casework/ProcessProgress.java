package be.designations.casework;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** How far the processes of a case have come, for its diagrams. Kept by the engine's listener, read without the engine. */
public interface ProcessProgress {

    /**
     * @param active ids of the steps at which the case stands; empty when the process has ended
     * @param done   ids of the steps that it has passed
     */
    record Steps(Set<String> active, Set<String> done) {

        public Steps {
            active = Set.copyOf(active);
            done = Set.copyOf(done);
        }
    }

    void entered(CaseId caseId, String processKey, String step, Instant at);

    /** @param cancelled whether the step was broken off rather than done */
    void left(CaseId caseId, String processKey, String step, boolean cancelled, Instant at);

    /** By the key of the process; a process that the case has not come to is absent. */
    Map<String, Steps> of(CaseId caseId);
}
