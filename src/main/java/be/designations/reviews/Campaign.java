package be.designations.reviews;

import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A campaign: the rights of a scope are confirmed or taken back before a date.
 *
 * @param organisation    whose rights, or null for those of every CPAS
 * @param roles           codes of the catalogue; none for every role
 * @param endsAt          the first instant at which nothing can be answered any more
 * @param endsUnconfirmed whether what is not confirmed by then ends (D47)
 * @param stop            by whom it was stopped, or null
 * @param closedAt        since when everything is done, or null
 */
public record Campaign(
        CampaignId id,
        String name,
        @Nullable OrganisationId organisation,
        Set<String> roles,
        Instant endsAt,
        boolean endsUnconfirmed,
        String reason,
        PersonId startedBy,
        Instant startedAt,
        @Nullable Stop stop,
        @Nullable Instant closedAt) {

    /** Nothing is asked any more, and nothing ends (D59). */
    public record Stop(PersonId by, Instant at, String reason) {}

    public Campaign {
        roles = Set.copyOf(roles);
    }

    public boolean isOver(Instant at) {
        return !at.isBefore(endsAt);
    }

    public boolean isStopped() {
        return stop != null;
    }

    /** {@code running}, {@code stopped} or {@code closed}. */
    public String state() {
        return isStopped() ? "stopped" : closedAt == null ? "running" : "closed";
    }
}
