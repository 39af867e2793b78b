package be.designations.reviews;

/**
 * How many rights of a review, or of a campaign, are what.
 *
 * @param open that wait for an answer
 */
public record Counts(int total, int open, int confirmed, int takenBack, int ended, int notConfirmed, int unanswered) {

    /** How many have an answer, or need none any more. */
    public int settled() {
        return total - open;
    }

    /** 0 to 100; whole only when nothing is open. */
    public int percent() {
        return total == 0 ? 100 : (int) (100L * settled() / total);
    }

    public int of(ReviewAnswer answer) {
        return switch (answer) {
            case CONFIRMED -> confirmed;
            case TAKEN_BACK -> takenBack;
            case ENDED -> ended;
            case NOT_CONFIRMED -> notConfirmed;
            case UNANSWERED -> unanswered;
        };
    }
}
