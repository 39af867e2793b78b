package be.designations.management;

import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.rules.Typed;
import org.jspecify.annotations.Nullable;

/** What managers type, as it is kept. */
final class Words {

    private static final int LONGEST_REASON = 1_000;

    private Words() {}

    /**
     * The words in which a decision is reasoned; null when there are none.
     *
     * @throws RejectedException when they are more than 1,000 characters
     */
    static @Nullable String ofReason(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String words = Typed.lines(typed);
        if (words.length() > LONGEST_REASON) {
            throw new RejectedException(Rejection.ofField("management.reason-too-long", "reason", LONGEST_REASON));
        }
        return words.isEmpty() ? null : words;
    }
}
