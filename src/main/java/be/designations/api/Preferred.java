package be.designations.api;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Answers a change with as much as the caller wants to read. <i>Source: D112, RFC 7240.</i> */
public final class Preferred {

    /** The header in which callers say so. */
    public static final String HEADER = "Prefer";

    public static final String DESCRIPTION = "return=minimal: the answer has no body";

    private static final String MINIMAL = "return=minimal";

    private Preferred() {}

    /**
     * The status and headers stay the same, whatever is preferred.
     *
     * @param preferences as they came, null without the header
     * @param whole is asked only when it is wanted
     */
    public static <T> ResponseEntity<T> answer(
            ResponseEntity.BodyBuilder answer, @Nullable String preferences, Supplier<T> whole) {
        boolean minimal = preferences != null
                && Arrays.stream(preferences.split(",", -1)).map(String::strip).anyMatch(MINIMAL::equalsIgnoreCase);
        return minimal ? answer.header("Preference-Applied", MINIMAL).build() : answer.body(whole.get());
    }
}
