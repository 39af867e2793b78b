package be.designations.decisions;

import java.util.Locale;

/** Why something is permitted or refused. */
public enum Reason {
    /** A right that runs. */
    RIGHT(true),
    /** The local manager and the co-managers of a quality have every application of it (A2). */
    LOCAL_MANAGER(true),
    SIGN_IN_LEVEL_TOO_LOW(false),
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
