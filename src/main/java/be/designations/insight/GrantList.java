package be.designations.insight;

import be.designations.access.QualityId;
import be.designations.access.SubdivisionId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.identifier.EstablishmentUnitNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rights that were granted in an entity, for lists. */
public interface GrantList {

    Duration SOON = Duration.ofDays(30);

    /** How a right stands. */
    enum State {
        /** It runs, or begins later. */
        OPEN,
        RUNNING,
        COMING,
        /** It ends within {@link #SOON}. */
        ENDING,
        ENDED
    }

    /**
     * Which rights somebody may see.
     *
     * @param wholes       all of these qualities
     * @param ofDomains    of these qualities those of the roles {@code roles}
     * @param subdivisions those of the users of these subdivisions
     */
    record Among(
            OrganisationId organisation,
            Set<QualityId> wholes,
            Set<QualityId> ofDomains,
            Set<String> roles,
            Set<QualityId> withSubdivisions,
            Set<SubdivisionId> subdivisions) {}

    /**
     * Which of them.
     *
     * @param typed beginnings of words of the person’s name; blank for all
     * @param role  a code, or null for any
     * @param unit  only what holds there: limited to it, or for the whole entity; null for anywhere
     * @param page  from 1
     */
    record Filter(
            String typed,
            @Nullable String role,
            State state,
            @Nullable EstablishmentUnitNumber unit,
            int page,
            int size) {}

    /** @param until the first instant at which it no longer holds, or null when no end is known */
    record Line(
            UUID id,
            PersonId person,
            String name,
            String role,
            Set<EstablishmentUnitNumber> context,
            Instant from,
            @Nullable Instant until,
            boolean ended) {}

    /** @param total how many there are on all pages */
    record Page(List<Line> lines, long total, int number, int size) {

        public Page {
            lines = List.copyOf(lines);
        }

        public long first() {
            return (number - 1L) * size + 1;
        }

        public long last() {
            return first() + lines.size() - 1;
        }

        public int pages() {
            return (int) Math.max(1, (total + size - 1) / size);
        }
    }

    /** The latest first. */
    Page page(Among among, Filter filter, Instant at);

    /** Those of these rights. */
    List<Line> of(Among among, Collection<UUID> rights, Instant at);
}
