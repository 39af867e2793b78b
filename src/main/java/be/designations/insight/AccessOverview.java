package be.designations.insight;

import be.designations.access.DomainName;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Translated;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.Tie;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The access model as the pages show it; every answer takes a constant number of statements. */
public interface AccessOverview {

    /**
     * Who manages the entity at that instant: the principal access manager, then the co-managers, then the access managers
     * of the domains, each with the co-managers.
     */
    List<Holding> entityManagers(OrganisationId organisation, Instant at, boolean withNiss);

    /** The qualities of the entity, in the order of their kinds. */
    List<QualityLine> qualities(OrganisationId organisation, Instant at);

    /** The mandates of data protection officers for that CPAS, and who assists or stands in, the newest first; revoked ones left out. */
    List<MandateLine> mandates(OrganisationId cpas);

    /** The number of the open dossier by which a data protection officer is asked for. */
    Optional<String> openDossier(OrganisationId cpas);

    /**
     * Who manages the quality at that instant, technical user included, and every local manager before, the newest of
     * each kind first.
     */
    List<Holding> qualityManagers(QualityId quality, Instant at, boolean withNiss);

    List<Subdivision> subdivisions(QualityId quality, Instant at);

    /** The users of a quality: whoever is known in it as such at that instant. */
    UserPage users(UserQuery query);

    /** The roles that can be given in qualities of that kind, by application. */
    List<RoleLine> roles(QualityKind kind);

    /**
     * All that a person is and was, and what ties them to the entities.
     *
     * @param within only in these entities, or null for all
     */
    Facts facts(PersonId person, PersonId reader, Instant at, @Nullable Collection<OrganisationId> within);

    /**
     * @param facts the newest first
     * @param ties  to the entities, the first first
     */
    record Facts(List<Fact> facts, List<TieFact> ties) {

        public Facts {
            facts = List.copyOf(facts);
            ties = List.copyOf(ties);
        }
    }

    /** A quality in the list of its entity. */
    record QualityLine(
            QualityId id,
            QualityKind kind,
            String identifier,
            @Nullable NamedPerson localManager) {}

    /**
     * That a person is or was data protection officer, stood in for one or assisted one.
     *
     * @param role      OFFICER, INTERIM or ADJUNCT
     * @param until     the first instant at which the mandate no longer runs, or null
     * @param endReason EXPIRY, RESIGNATION, REPLACEMENT, WITHDRAWAL or ENDED, or null
     */
    record MandateLine(
            String role,
            NamedPerson person,
            Instant from,
            @Nullable Instant until,
            BigDecimal hoursPerWeek,
            @Nullable String endReason,
            Grounds grounds) {

        /** As those see it who do not see the dossiers of the entity. */
        MandateLine withoutReason() {
            return new MandateLine(role, person, from, until, hoursPerWeek, endReason, grounds.withoutReason());
        }

        boolean isOfficer() {
            return role.equals("OFFICER");
        }

        public boolean runs(Instant at) {
            return !from.isAfter(at) && (until == null || until.isAfter(at));
        }
    }

    /** @param users how many people are known in it */
    record Subdivision(UUID id, String name, long users) {}

    /** A role as lists offer it. */
    record RoleLine(String code, Translated application, Translated role) {}

    /**
     * Which users of which quality.
     *
     * @param ofSubdivisionsOf only those of the subdivisions that this person manages, or null for all
     */
    record UserQuery(
            QualityId quality, @Nullable PersonId ofSubdivisionsOf, UserFilter filter, boolean withNiss, Instant at) {}

    /**
     * What the reader of a list of users asked for.
     *
     * @param typed       the beginning of words of the name, accents and capitals left aside; blank for all
     * @param subdivision only its users, or null for all
     * @param roleCode    only those with a right of that role, or null for all
     * @param descending  whether the order is turned round
     * @param size        how many a page, 1 to 100
     * @param cursor      where to go on, or null for the first page
     */
    record UserFilter(
            String typed,
            @Nullable UUID subdivision,
            @Nullable String roleCode,
            UserState state,
            UserOrder order,
            boolean descending,
            int size,
            @Nullable UserCursor cursor) {

        public static final int MOST = 100;

        /** The first page of all users by name. */
        public static final UserFilter ALL =
                new UserFilter("", null, null, UserState.ANY, UserOrder.NAME, false, 50, null);

        public UserFilter {
            if (size < 1 || size > MOST) {
                throw new IllegalArgumentException("size must be between 1 and " + MOST);
            }
            typed = typed.strip();
        }

        /** Whether somebody may be left out. */
        public boolean narrows() {
            return !typed.isEmpty() || subdivision != null || roleCode != null || state != UserState.ANY;
        }

        public UserFilter typing(String words) {
            return new UserFilter(words, subdivision, roleCode, state, order, descending, size, cursor);
        }

        public UserFilter from(@Nullable UserCursor there) {
            return new UserFilter(typed, subdivision, roleCode, state, order, descending, size, there);
        }

        /** The first page in another order. */
        public UserFilter by(UserOrder other, boolean turned) {
            return new UserFilter(typed, subdivision, roleCode, state, other, turned, size, null);
        }
    }

    /** How a user stands. */
    enum UserState {
        ANY,
        ACTIVE,
        BLOCKED,
        /** Somebody with a right that ends within {@link #SOON}. */
        ENDING;

        public static final Duration SOON = Duration.ofDays(30);
    }

    /** By what users are sorted; those alike are sorted by an id. */
    enum UserOrder {
        NAME,
        SINCE
    }

    /**
     * @param person   the last person of the page before, or the first one of the page after
     * @param backward whether the page before that person is asked for
     */
    record UserCursor(PersonId person, boolean backward) {}

    /** @param total how many users the filter lets through, on all pages */
    record UserPage(
            List<UserLine> users,
            long total,
            @Nullable UserCursor previous,
            @Nullable UserCursor next) {

        public UserPage {
            users = List.copyOf(users);
        }
    }

    /**
     * A user with their rights.
     *
     * @param responsibility by which they are known in the quality
     * @param since          since when they are known there
     * @param blockedSince   since when they are blocked, or null when they are not
     * @param rights         those that run
     */
    record UserLine(
            UUID responsibility,
            NamedPerson person,
            Instant since,
            @Nullable Instant until,
            @Nullable SubdivisionName subdivision,
            @Nullable Instant blockedSince,
            List<RightLine> rights) {

        public UserLine {
            rights = List.copyOf(rights);
        }

        public boolean blocked() {
            return blockedSince != null;
        }

        public UserLine with(List<RightLine> held) {
            return new UserLine(responsibility, person, since, until, subdivision, blockedSince, held);
        }
    }

    record SubdivisionName(UUID id, String name) {}

    /** @param assignment the right's own id */
    record RightLine(
            UUID assignment,
            String roleCode,
            Translated application,
            Translated role,
            Instant from,
            @Nullable Instant until) {}

    /**
     * A working relationship or legal function.
     *
     * @param function     which function, or null
     * @param relationship which working relationship, or null
     * @param reason       why it was declared, or null
     * @param changes      decisions that declared it or changed its end, the first first
     */
    record TieFact(
            UUID id,
            OrganisationId organisation,
            PersonId person,
            @Nullable LegalFunctionKind function,
            @Nullable RelationshipCategory relationship,
            Instant from,
            @Nullable Instant until,
            @Nullable String reason,
            List<Grounds> changes) {

        public TieFact {
            changes = List.copyOf(changes);
        }

        public Tie tie() {
            return new Tie(id, person, function, relationship, from, until);
        }

        /** Message key {@code replacement.tie.<code>}. */
        public String code() {
            return function == null ? String.valueOf(relationship) : function.name();
        }

        public boolean runs(Instant at) {
            return tie().runs(at);
        }

        public TieFact changedBy(List<Grounds> decisions) {
            return new TieFact(id, organisation, person, function, relationship, from, until, reason, decisions);
        }

        /** As those see it who may not read in which words it was declared and decided. */
        TieFact withoutReasons() {
            return new TieFact(
                    id,
                    organisation,
                    person,
                    function,
                    relationship,
                    from,
                    until,
                    null,
                    changes.stream().map(Grounds::withoutReason).toList());
        }
    }

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
     * @param domain            of which the person is access manager, or null
     * @param gaveUntil         until when it gave access all the same, when it was ended with effect from the past; or null
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
            @Nullable DomainName domain,
            @Nullable Translated role,
            @Nullable Translated application,
            Instant from,
            @Nullable Instant until,
            @Nullable Instant gaveUntil,
            boolean blocked,
            boolean ofReadersSubdivision,
            @Nullable Grounds grounds,
            @Nullable Grounds ended,
            List<Grounds> confirmations) {

        public Fact {
            confirmations = List.copyOf(confirmations);
        }

        /** The same, which later decisions say again. */
        public Fact confirmedBy(List<Grounds> later) {
            return restingOn(grounds, ended, later);
        }

        /** As those see it who may not read in which words it was decided. */
        public Fact withoutReasons() {
            return restingOn(
                    grounds == null ? null : grounds.withoutReason(),
                    ended == null ? null : ended.withoutReason(),
                    confirmations.stream().map(Grounds::withoutReason).toList());
        }

        private Fact restingOn(@Nullable Grounds given, @Nullable Grounds taken, List<Grounds> confirmed) {
            return new Fact(
                    id,
                    type,
                    code,
                    organisation,
                    enterpriseNumber,
                    organisationName,
                    quality,
                    qualityKind,
                    subdivision,
                    domain,
                    role,
                    application,
                    from,
                    until,
                    gaveUntil,
                    blocked,
                    ofReadersSubdivision,
                    given,
                    taken,
                    confirmed);
        }

        /** What was ended with effect from the past did run until that was decided. */
        public boolean runs(Instant at) {
            return !from.isAfter(at)
                    && (until == null || until.isAfter(at) || (gaveUntil != null && gaveUntil.isAfter(at)));
        }
    }
}
