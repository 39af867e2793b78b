package be.designations.reviews;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One right in a review.
 *
 * @param position   in the order of the people’s names
 * @param until      the first instant at which it does not hold, or null
 * @param answer     null while it waits
 * @param answeredBy name of who answered, or null
 */
public record ReviewItem(
        int position,
        UUID right,
        PersonId person,
        String personName,
        String role,
        Instant from,
        @Nullable Instant until,
        @Nullable ReviewAnswer answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String reason) {

    /** What stands in its way: answered, ended meanwhile, one’s own. */
    public enum Hindrance {
        ANSWERED,
        ENDED,
        OWN
    }

    boolean hasEnded(Instant at) {
        return until != null && !until.isAfter(at);
    }

    /** Why that person cannot answer for it at that instant, or null when they can. <i>Source: D45.</i> */
    public @Nullable Hindrance hindrance(PersonId by, Instant at) {
        if (answer != null) {
            return Hindrance.ANSWERED;
        }
        if (hasEnded(at)) {
            return Hindrance.ENDED;
        }
        return by.equals(person) ? Hindrance.OWN : null;
    }
}
