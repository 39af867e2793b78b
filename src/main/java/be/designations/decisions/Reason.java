package be.designations.decisions;

import java.util.Locale;

/** Why something is permitted or refused. */
public enum Reason {
    /** A right that runs. */
    RIGHT(true),
    /** A right that runs, with a profile that has the function. */
    PROFILE(true),
    /** The local manager and the co-managers of a quality have every application of it (A2). */
    LOCAL_MANAGER(true),
    SIGN_IN_LEVEL_TOO_LOW(false),
    /** The right was interrupted since a manager last decided on the profiles, one of which has the function (D62). */
    PROFILES_UNCONFIRMED(false),
    /** The user has no profile that has the function. */
    NO_PROFILE(false),
    /** A manager has deactivated the user. */
    INACTIVE(false),
    /** The person has never entered the application there. */
    NOT_ENTERED(false),
    BLOCKED(false),
    /** The person may not sign in at all. */
    DISABLED(false),
    NOT_BEGUN(false),
    ENDED(false),
    /** There is a right, but for another place. */
    ELSEWHERE(false),
    /** Nothing, or nobody: which it is, is not told. */
    NO_RIGHT(false),
    /** A responsibility that manages and opens nothing, as that of the principal access manager (A2). */
    CAPACITY_OPENS_NOTHING(false),
    /** The place of the capacity and that of the resource exclude each other, or one of them is none. */
    PLACES_DIFFER(false),
    /** The function is in the tree no more. */
    FUNCTION_WITHDRAWN(false),
    /** Not of the application that asks, or not there: which it is, is not told. */
    NOT_YOURS(false),
    UNKNOWN_SUBJECT_TYPE(false),
    UNKNOWN_RESOURCE_TYPE(false);

    private final boolean permits;

    Reason(boolean permits) {
        this.permits = permits;
    }

    public boolean permits() {
        return permits;
    }

    /** In kebab case, as answers say it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
