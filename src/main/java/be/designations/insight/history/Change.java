package be.designations.insight.history;

/** How a line differs between two instants, in the order in which changes are shown. */
public enum Change {
    /** Runs at the later instant only. */
    ADDED,
    /** Ran at the earlier instant only. */
    ENDED,
    /** Runs at both, blocked at the later only. */
    BLOCKED,
    /** Runs at both, blocked at the earlier only. */
    UNBLOCKED
}
