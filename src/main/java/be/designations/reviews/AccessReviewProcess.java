package be.designations.reviews;

/** What {@code bpmn/access-review.bpmn} and the program call the same; a test holds them equal. */
public final class AccessReviewProcess {

    public static final String KEY = "access-review";

    /** The message that every right has its answer. */
    public static final String ANSWERED = "access-review-answered";

    /** The message that the last day of the campaign has passed. */
    public static final String ENDED = "access-review-ended";

    private AccessReviewProcess() {}
}
