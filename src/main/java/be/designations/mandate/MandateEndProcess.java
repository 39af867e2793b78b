package be.designations.mandate;

/** What {@code bpmn/mandate-end.bpmn} and the program call the same; a test holds them equal. */
public final class MandateEndProcess {

    public static final String KEY = "mandate-end";

    /** Whether the last day is over already. */
    public static final String OVER = "over";

    /** The first instant at which the mandate no longer runs. */
    public static final String ENDS_AT = "endsAt";

    /** The message that the mandate does not end then. */
    public static final String CHANGED = "mandate-end-changed";

    private MandateEndProcess() {}
}
