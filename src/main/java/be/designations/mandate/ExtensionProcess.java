package be.designations.mandate;

/** What {@code bpmn/mandate-extension.bpmn} and the program call the same; a test holds them equal. */
public final class ExtensionProcess {

    public static final String KEY = "mandate-extension";

    /** The message that there is nothing to decide any more. */
    public static final String OVER = "mandate-extension-over";

    private ExtensionProcess() {}
}
