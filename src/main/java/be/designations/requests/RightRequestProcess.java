package be.designations.requests;

/** What {@code bpmn/right-request.bpmn} and the program call the same; a test holds them equal. */
public final class RightRequestProcess {

    public static final String KEY = "right-request";

    /** The message that whoever asked has taken the request back. */
    public static final String WITHDRAWN = "right-request-withdrawn";

    private RightRequestProcess() {}
}
