package be.designations.identifier;

/**
 * A text that is not a number of the kind asked for. It never carries the text itself: a NISS, even a mistyped one or one
 * typed into the wrong field, does not belong in a log.
 */
public final class InvalidIdentifierException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final IdentifierKind kind;
    private final Reason reason;

    InvalidIdentifierException(IdentifierKind kind, Reason reason) {
        super(kind + " refused: " + reason);
        this.kind = kind;
        this.reason = reason;
    }

    public IdentifierKind kind() {
        return kind;
    }

    public Reason reason() {
        return reason;
    }

    /** The first rule that the text breaks, in the order in which the rules are looked at. */
    public enum Reason {
        /** Something else than digits and separators. */
        NOT_NUMERIC,
        /** Too few or too many digits. */
        LENGTH,
        /** Outside the numbers set aside for this kind. */
        DOMAIN,
        /** A birth date that does not exist, or (where a day is given to compare with) lies after it. */
        DATE,
        /** A serial number of the day that is never given out. */
        COUNTER,
        /** The check digits belong to another number: most often a typing mistake. */
        CHECK_DIGITS
    }
}
