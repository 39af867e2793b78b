package be.designations.replacement;

/** What {@code bpmn/manager-replacement.bpmn} and the program call the same; a test holds them equal. */
public final class ManagerReplacementProcess {

    public static final String KEY = "manager-replacement";

    /** Whether the legal representative replaces, not the principal access manager. */
    public static final String BY_REPRESENTATIVE = "byRepresentative";

    /** The message that the manager is replaced, or tied again. */
    public static final String SETTLED = "manager-replacement-settled";

    private ManagerReplacementProcess() {}
}
