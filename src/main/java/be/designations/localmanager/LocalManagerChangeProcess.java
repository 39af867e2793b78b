package be.designations.localmanager;

/** What {@code bpmn/local-manager-change.bpmn} and the program call the same; a test holds them equal. */
public final class LocalManagerChangeProcess {

    public static final String KEY = "local-manager-change";

    public static final String ALREADY_LOCAL_MANAGER = "alreadyLocalManager";

    private LocalManagerChangeProcess() {}
}
