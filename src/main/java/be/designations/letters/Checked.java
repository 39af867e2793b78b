package be.designations.letters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A genuine letter, and what is left of what it tells.
 *
 * @param replacedAt since when a later letter holds in its place, or null
 * @param holds      whether what it tells holds still
 */
public record Checked(Letter letter, @Nullable Instant replacedAt, boolean holds) {

    /** Message key: {@code letters.status.<status>}. */
    public String status() {
        if (replacedAt != null) {
            return "replaced";
        }
        return holds ? "holds" : "ended";
    }
}
