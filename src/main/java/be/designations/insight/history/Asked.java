package be.designations.insight.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: one day, or what changed between two.
 *
 * @param day     the day asked about; of two the later one
 * @param earlier the other day, or null
 */
public record Asked(AskedDay day, @Nullable AskedDay earlier) {

    public static Asked about(AskedDay day) {
        return new Asked(day, null);
    }

    /** In whichever order the days are given: what changed is told from the earlier to the later one. */
    public static Asked between(AskedDay one, AskedDay other) {
        return one.day().isBefore(other.day()) ? new Asked(other, one) : new Asked(one, other);
    }

    public @Nullable Instant earlierInstant() {
        return earlier == null ? null : earlier.instant();
    }
}
