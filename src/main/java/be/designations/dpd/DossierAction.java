package be.designations.dpd;

/** What a reader of a dossier may do with it now. */
public enum DossierAction {
    /** Take the work, which nobody has. */
    TAKE,
    /** Take the work over from a colleague. */
    TAKE_OVER,
    /** Give the work back. */
    RELEASE,
    ASK_COMPLETION,
    GIVE_OPINION,
    DECIDE,
    COMPLETE,
    WITHDRAW,
    CHANGE_LOCAL_MANAGER,
    /** Start again, filled in, after a refusal. */
    START_AGAIN
}
