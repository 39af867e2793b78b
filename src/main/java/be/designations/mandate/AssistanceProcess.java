package be.designations.mandate;

/** What {@code bpmn/officer-assistance.bpmn} and the program call the same; a test holds them equal. */
public final class AssistanceProcess {

    public static final String KEY = "officer-assistance";

    /** The message that it is over. */
    public static final String OVER = "officer-assistance-over";

    private AssistanceProcess() {}
}
