package be.designations.access;

import be.designations.access.AccessOverview.UserCursor;
import be.designations.access.Position.QualityName;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.identifier.Niss;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people are in entities, for lists; every answer takes a constant number of statements. */
public interface Positions {

    /** What these people are in these entities at that instant, blocked or not, the weightiest first. */
    List<Position> of(Collection<PersonId> people, Collection<OrganisationId> organisations, Instant at);

    /** The qualities of these entities, in the order of their kinds. */
    List<QualityName> qualities(Collection<OrganisationId> organisations);

    /** The people who are anything in an entity, by name, page by page. */
    Page people(Query query, @Nullable UserCursor cursor, int size, Instant at);

    /** The one with that NISS, when they are anything in the entity. */
    Optional<NamedPerson> person(OrganisationId organisation, Niss niss, Instant at);

    /** @param typed the beginning of words of the name, accents and capitals left aside; blank for all */
    record Query(OrganisationId organisation, String typed, boolean withNiss) {}

    /** @param total how many people are found, on all pages */
    record Page(
            List<NamedPerson> people,
            long total,
            @Nullable UserCursor previous,
            @Nullable UserCursor next) {

        public Page {
            people = List.copyOf(people);
        }
    }
}
