package be.designations.insight;

import be.designations.access.CapacityKind;
import be.designations.access.DomainName;
import be.designations.access.QualityId;
import be.designations.access.Translated;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.identifier.Niss;
import be.designations.insight.AccessOverview.UserCursor;
import be.designations.insight.Position.QualityName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people are in entities, for lists; every answer takes a constant number of statements. */
public interface Positions {

    /** What these people are in these entities at that instant, blocked or not, the weightiest first. */
    List<Position> of(Collection<PersonId> people, Collection<OrganisationId> organisations, Instant at);

    /** The same of one person in one entity, without the rights. */
    List<Position> withoutRights(PersonId person, OrganisationId organisation, Instant at);

    /** The qualities of these entities, in the order of their kinds. */
    List<QualityName> qualities(Collection<OrganisationId> organisations);

    /** Where the person is anything at that instant, blocked or not. */
    Set<OrganisationId> organisationsNow(PersonId person, Instant at);

    /** Where the person is or ever was anything, and where they work, worked or are to work. */
    Set<OrganisationId> organisationsEver(PersonId person);

    /**
     * Who manages these entities, their domains, and these qualities and subdivisions at that instant, the blocked ones left out, the weightiest
     * first.
     */
    List<Manager> managers(
            Collection<OrganisationId> organisations,
            Collection<QualityId> qualities,
            Collection<UUID> subdivisions,
            Instant at);

    /**
     * The applications that a person can open at that instant in these entities: as local or co-local manager all of the
     * quality that are still granted and that an entity of that kind may have, else those that the roles of their running
     * rights open; none where they are blocked (A2, A8, D2, D6).
     */
    List<OwnApplication> applications(PersonId person, Collection<OrganisationId> organisations, Instant at);

    /** What that person is at that instant, but blocked: it gives them nothing (D6, D28). */
    List<Blocked> blocked(PersonId person, Instant at);

    /** The people who are anything in an entity, by name, page by page. */
    Page people(Query query, @Nullable UserCursor cursor, int size, Instant at);

    /**
     * The one with that NISS, when they are anything in the entity; also who is still known under a number that the
     * National Register replaced by it.
     */
    Optional<NamedPerson> person(OrganisationId organisation, Niss niss, Instant at);

    /** @param typed the beginning of words of the name, accents and capitals left aside; blank for all */
    record Query(OrganisationId organisation, String typed, boolean withNiss) {}

    /**
     * Somebody to turn to.
     *
     * @param quality     that they manage, or null for the whole entity
     * @param subdivision the name of the subdivision that they manage, or null
     * @param domain      of whose applications they grant the rights, or null
     * @param email       where they work for that entity, else their own, or null
     * @param phone       likewise
     */
    record Manager(
            CapacityKind kind,
            OrganisationId organisation,
            @Nullable QualityId quality,
            @Nullable String subdivision,
            @Nullable DomainName domain,
            NamedPerson person,
            @Nullable String email,
            @Nullable String phone) {}

    /** @param neededLevel how surely whoever opens it must be recognised */
    record OwnApplication(String code, Translated name, SignInLevel neededLevel, QualityName quality) {}

    /**
     * Something that a person is, which gives nothing at present.
     *
     * @param quality     that it is limited to, or null
     * @param subdivision the name of the subdivision that it is limited to, or null
     * @param domain      that it is for, or null
     * @param since       when it was blocked
     * @param by          the name of who blocked it, or null when the register began with it
     * @param byKind      what they were in the entity then, the weightiest, or null when nothing that is known
     */
    record Blocked(
            CapacityKind kind,
            OrganisationId organisation,
            Translated organisationName,
            @Nullable QualityName quality,
            @Nullable String subdivision,
            @Nullable DomainName domain,
            Instant since,
            @Nullable String by,
            @Nullable CapacityKind byKind) {}

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
