package be.designations.reviews;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers to {@code forms/review-answer.form}: one for each of these rights.
 *
 * @param rights ids of rights of the review, 1 to 100
 * @param reason needed to take back
 */
public record ReviewAnswers(
        Verdict answer, List<String> rights, @Nullable String reason) {

    public ReviewAnswers {
        rights = List.copyOf(rights);
    }

    /** What a manager can say of a right. */
    public enum Verdict {
        CONFIRM(ReviewAnswer.CONFIRMED),
        TAKE_BACK(ReviewAnswer.TAKEN_BACK);

        private final ReviewAnswer becomes;

        Verdict(ReviewAnswer becomes) {
            this.becomes = becomes;
        }

        ReviewAnswer becomes() {
            return becomes;
        }
    }
}
