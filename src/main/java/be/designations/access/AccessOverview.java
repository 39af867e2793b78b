package be.designations.access;

import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The access model as the pages show it; every answer takes a constant number of statements. */
public interface AccessOverview {

    /** Who manages the entity at that instant: the principal access manager, then the co-managers. */
    List<Holding> entityManagers(OrganisationId organisation, Instant at, boolean withNiss);

    /** The qualities of the entity, in the order of their kinds. */
    List<QualityLine> qualities(OrganisationId organisation, Instant at);

    /** The mandates of data protection officers for that CPAS, the newest first; revoked ones left out. */
    List<MandateLine> mandates(OrganisationId cpas);

    /** The number of the open dossier by which a data protection officer is asked for. */
    Optional<String> openDossier(OrganisationId cpas);

    /**
     * Who manages the quality at that instant, technical user included, and every local manager before, the newest of
     * each kind first.
     */
    List<Holding> qualityManagers(QualityId quality, Instant at, boolean withNiss);

    List<Subdivision> subdivisions(QualityId quality, Instant at);

    /** The users of a quality by name: whoever is known in it or has a right in it at that instant. */
    UserPage users(UserQuery query);

    /** All that a person is and was, the newest first. */
    List<Fact> facts(PersonId person, PersonId reader, Instant at);

    /** A quality in the list of its entity. */
    record QualityLine(
            QualityId id,
            QualityKind kind,
            String identifier,
            @Nullable NamedPerson localManager) {}

    /**
     * That a person is or was data protection officer.
     *
     * @param until     the first instant at which the mandate no longer runs, or null
     * @param endReason EXPIRY, RESIGNATION, REPLACEMENT or WITHDRAWAL, or null
     */
    record MandateLine(
            NamedPerson person,
            Instant from,
            @Nullable Instant until,
            BigDecimal hoursPerWeek,
            @Nullable String endReason,
            Grounds grounds) {

        /** As those see it who do not see the dossiers of the entity. */
        MandateLine withoutReason() {
            return new MandateLine(person, from, until, hoursPerWeek, endReason, grounds.withoutReason());
        }

        public boolean runs(Instant at) {
            return !from.isAfter(at) && (until == null || until.isAfter(at));
        }
    }

    /** @param users how many people are known in it */
    record Subdivision(UUID id, String name, long users) {}

    /**
     * Which users.
     *
     * @param ofSubdivisionsOf only those of the subdivisions that this person manages, or null for all
     * @param typed            the beginning of words of the name; blank for all
     * @param cursor           where to go on, or null for the first page
     * @param size             1 to 100
     */
    record UserQuery(
            QualityId quality,
            @Nullable PersonId ofSubdivisionsOf,
            String typed,
            @Nullable UserCursor cursor,
            int size,
            boolean withNiss,
            Instant at) {}

    /**
     * @param person   the last person of the page before, or the first one of the page after
     * @param backward whether the page before that person is asked for
     */
    record UserCursor(PersonId person, boolean backward) {}

    record UserPage(
            List<UserLine> users,
            @Nullable UserCursor previous,
            @Nullable UserCursor next) {

        public UserPage {
            users = List.copyOf(users);
        }
    }

    /**
     * A user with their rights.
     *
     * @param since       since when they are known in the quality, or null when only a right ties them to it
     * @param subdivision its name, or null
     */
    record UserLine(
            NamedPerson person,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String subdivision,
            boolean blocked,
            List<RightLine> rights) {

        public UserLine {
            rights = List.copyOf(rights);
        }
    }

    record RightLine(
            Translated application,
            Translated role,
            Instant from,
            @Nullable Instant until) {}

    /** What a fact on a person tells of. */
    enum FactType {
        LEGAL_FUNCTION,
        MANDATE,
        RESPONSIBILITY,
        RIGHT
    }

    /**
     * Something that a person is or was.
     *
     * @param code              the kind of function or responsibility, {@code DPD} of a mandate, or the code of the role
     * @param organisationName  in the three languages of the country
     * @param role              the names of the role, for a right
     * @param application       the names of its application, for a right
     * @param ofReadersSubdivision whether it lies in a subdivision that the reader manages
     * @param grounds           null for what the register of enterprises says
     */
    record Fact(
            UUID id,
            FactType type,
            String code,
            OrganisationId organisation,
            String enterpriseNumber,
            Translated organisationName,
            @Nullable QualityId quality,
            @Nullable QualityKind qualityKind,
            @Nullable String subdivision,
            @Nullable Translated role,
            @Nullable Translated application,
            Instant from,
            @Nullable Instant until,
            boolean blocked,
            boolean ofReadersSubdivision,
            @Nullable Grounds grounds,
            @Nullable Grounds ended,
            List<Grounds> confirmations) {

        public Fact {
            confirmations = List.copyOf(confirmations);
        }

        public boolean runs(Instant at) {
            return !from.isAfter(at) && (until == null || until.isAfter(at));
        }
    }
}
