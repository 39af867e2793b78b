package be.designations.management;

import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What managers type, as it is kept: without control characters and halves of surrogate pairs, which the
 * database refuses or turns into question marks, without what XML, and so a PDF, cannot hold, and without the signs that
 * turn the direction of what follows, by which one name shows as another.
 */
final class Words {

    private static final int LONGEST_REASON = 1_000;

    /** What no text has that is kept, as a part of a class of characters. */
    static final String UNFIT = "\\p{Cntrl}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF";

    private static final Pattern UNFIT_IN_LINES = Pattern.compile("[" + UNFIT + "&&[^\n]]+");
    private static final Pattern UNFIT_IN_NAMES = Pattern.compile("[\\s" + UNFIT + "]+");

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
        String words = UNFIT_IN_LINES.matcher(typed).replaceAll(" ").strip();
        if (words.length() > LONGEST_REASON) {
            throw new RejectedException(Rejection.ofField("management.reason-too-long", "reason", LONGEST_REASON));
        }
        return words.isEmpty() ? null : words;
    }

    static String ofName(String typed) {
        return UNFIT_IN_NAMES.matcher(typed).replaceAll(" ").strip();
    }
}
