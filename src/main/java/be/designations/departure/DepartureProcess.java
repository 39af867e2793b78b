package be.designations.departure;

/** What {@code bpmn/departure.bpmn} and the program call the same; a test holds them equal. */
public final class DepartureProcess {

    public static final String KEY = "departure";

    /** Whether the last day is over when the process begins. */
    public static final String OVER = "over";

    /** When the relationship ends: the instant for which the process waits. */
    public static final String ENDS_AT = "endsAt";

    /** The message that the relationship ends at another time by now. */
    public static final String CHANGED = "departure-changed";

    private DepartureProcess() {}
}
