package be.designations.casework;

import java.time.Instant;
import java.util.Optional;

/** When the time of a step stood still, as it is stored (D79). */
public interface Pauses {

    /**
     * Work that was left because the other side was asked.
     *
     * @param stoppedAt when
     * @param dueAt     by when it had been to be done
     */
    record Pause(Instant stoppedAt, Instant dueAt) {}

    /** The last time that work of that kind was left so, once the other side has answered. */
    Optional<Pause> lastPause(CaseId caseId, WorkKind kind);
}
