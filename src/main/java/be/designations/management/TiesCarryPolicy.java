package be.designations.management;

import be.designations.calendar.BelgianDates;
import be.designations.directory.Tied;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A right rests on what ties its person to the entity: nobody is given one for a day on which nothing ties them, and none
 * outlasts the ties, taken together where they overlap or adjoin. <i>Source: S003 (first the relationship, then the right), D22,
 * D38.</i>
 */
final class TiesCarryPolicy {

    private TiesCarryPolicy() {}

    /**
     * @param ties  of the person to the entity
     * @param until the first instant outside, or null when no end is given
     */
    static Optional<Rejection> check(Tied ties, Instant from, @Nullable Instant until) {
        Optional<Tied.Until> tied = ties.until(from);
        if (tied.isEmpty()) {
            return Optional.of(Rejection.of("management.not-tied"));
        }
        return tied.get().carries(until)
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        "management.right-outlives-relationship",
                        new BelgianDates().lastDay(tied.get().end())));
    }
}
