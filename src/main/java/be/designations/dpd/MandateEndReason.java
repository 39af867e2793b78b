package be.designations.dpd;

/** Why a mandate ends (D8). */
public enum MandateEndReason {
    /** Its end date. */
    EXPIRY,
    /** The officer gives it up. */
    RESIGNATION,
    /** Another mandate begins. */
    REPLACEMENT,
    /** The approval is withdrawn. */
    WITHDRAWAL,
    /** The CPAS says so; only of whom it named without an approval (D100). */
    ENDED
}
