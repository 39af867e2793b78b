package be.designations.insight.history;

/** What a decision did to something that a person is or has, in the order in which effects are shown. */
public enum Effect {
    BEGUN,
    ENDED,
    /** Ended before its first instant: it never ran. */
    CANCELLED,
    BLOCKED,
    UNBLOCKED,
    /** Said again what an earlier decision gave (D17). */
    CONFIRMED
}
