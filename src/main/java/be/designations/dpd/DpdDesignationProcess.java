package be.designations.dpd;

/** What {@code bpmn/dpd-designation.bpmn} and the program call the same; a test holds them equal. */
public final class DpdDesignationProcess {

    public static final String KEY = "dpd-designation";

    /** What the process knows of a case; dates and outcomes only. */
    public static final String OPINION_OUTCOME = "opinionOutcome";

    public static final String DECISION_OUTCOME = "decisionOutcome";
    public static final String MANDATE_STARTS_LATER = "mandateStartsLater";
    public static final String MANDATE_START = "mandateStart";

    public static final String WITHDRAWN = "dpd-application-withdrawn";
    public static final String MANDATE_ENDED = "dpd-mandate-ended";

    private DpdDesignationProcess() {}

    /** What the reviewer did with the file. */
    public enum OpinionOutcome {
        OPINION_GIVEN,
        COMPLETION_ASKED
    }

    /** What SPP IS decided. */
    public enum DecisionOutcome {
        APPROVED,
        REFUSED
    }
}
