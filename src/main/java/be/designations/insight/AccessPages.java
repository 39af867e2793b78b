package be.designations.insight;

import be.designations.access.AccessModel;
import be.designations.access.AccessReaders;
import be.designations.access.Authority;
import be.designations.access.CapacityKind;
import be.designations.access.ManagementTask;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Sight;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import be.designations.insight.AccessOverview.Fact;
import be.designations.insight.AccessOverview.FactType;
import be.designations.insight.AccessOverview.MandateLine;
import be.designations.insight.AccessOverview.QualityLine;
import be.designations.insight.AccessOverview.RoleLine;
import be.designations.insight.AccessOverview.Subdivision;
import be.designations.insight.AccessOverview.TieFact;
import be.designations.insight.AccessOverview.UserCursor;
import be.designations.insight.AccessOverview.UserFilter;
import be.designations.insight.AccessOverview.UserPage;
import be.designations.insight.AccessOverview.UserQuery;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who manages what and who may use what, as each reader may see it. What is foreign to a reader does not exist for them. */
@Service
@Transactional(readOnly = true)
public class AccessPages {

    private static final int PEOPLE_A_PAGE = 50;

    /** Whether its check digits hold or not: a slip of the finger tells nearly as much. */
    private static final Pattern NISS_IN_TEXT =
            Pattern.compile("(?<!\\d)\\d{2}[. /-]?\\d{2}[. /-]?\\d{2}[. /-]?\\d{3}[. /-]?\\d{2}(?!\\d)");

    /** What only those see who see the users of the quality. */
    private static final Set<ResponsibilityKind> PLAIN_MEMBERS = EnumSet.of(ResponsibilityKind.USER);

    private final AccessReaders readers;
    private final AccessModel access;
    private final EntityList entities;
    private final AccessOverview overview;
    private final Positions positions;
    private final Directory directory;
    private final DeskReads reads;
    private final Clock clock;

    AccessPages(
            AccessReaders readers,
            AccessModel access,
            EntityList entities,
            AccessOverview overview,
            Positions positions,
            Directory directory,
            DeskReads reads,
            Clock clock) {
        this.readers = readers;
        this.access = access;
        this.entities = entities;
        this.overview = overview;
        this.positions = positions;
        this.directory = directory;
        this.reads = reads;
        this.clock = clock;
    }

    /** The entities in which the reader is something; for the desks all. */
    public Entities entities(Actor actor, String typed, Language language, EntityList.@Nullable Cursor cursor) {
        Sight sight = readers.of(actor);
        var query = new EntityList.Query(sight.everything() ? null : sight.organisations(), typed, language);
        return new Entities(sight, entities.page(query, cursor, EntityList.A_PAGE, clock.instant()));
    }

    /** @throws NotFoundException when the reader is nothing there, or there is none with that number */
    public Entity entity(Actor actor, EnterpriseNumber number) {
        Sight sight = readers.of(actor);
        Organisation organisation = organisation(sight, number);
        OrganisationId id = organisation.id();
        Instant now = clock.instant();
        boolean cpas = organisation.kind() == OrganisationKind.CPAS;
        return new Entity(
                organisation,
                sight,
                now,
                shown(overview.entityManagers(id, now, sight.seesNiss(id)), actor, sight.seesReasons(id, null)),
                overview.qualities(id, now),
                cpas ? shownMandates(overview.mandates(id), actor, sight.seesReasons(id, null)) : List.of(),
                cpas ? overview.openDossier(id) : Optional.empty(),
                cpas && readers.mayProposeOfficer(actor, id),
                Authority.tasksInEntity(actor, sight.held(), id),
                hindrance(actor, sight, id));
    }

    /** @throws NotFoundException when the reader is nothing there, or there is none with that number */
    public Organisation organisation(Sight sight, EnterpriseNumber number) {
        return directory
                .findOrganisation(number)
                .filter(found -> sight.sees(found.id()))
                .orElseThrow(() -> new NotFoundException("entity"));
    }

    /** @throws NotFoundException when the reader may not see that quality, or there is none */
    public Quality quality(Sight sight, QualityId id) {
        return access.findQuality(id)
                .filter(found -> sight.sees(found.organisation(), id))
                .orElseThrow(() -> new NotFoundException("quality"));
    }

    /** What alone keeps somebody from managing an entity of theirs; null when nothing does, or it is not theirs to manage. */
    private static @Nullable Hindrance hindrance(Actor actor, Sight sight, OrganisationId id) {
        Actor unhindered = new Actor(actor.person(), id, SignInLevel.EID);
        if (Authority.tasksInEntity(unhindered, sight.held(), id).isEmpty()
                && sight.in(id).stream().noneMatch(CapacityKind.DOMAIN_MANAGERS::contains)) {
            return null;
        }
        if (!actor.level().isAtLeast(SignInLevel.ITSME)) {
            return Hindrance.SIGN_IN_TOO_WEAK;
        }
        return actor.speaksFor(id) ? null : Hindrance.ACTS_FOR_ANOTHER;
    }

    /**
     * @param filter which users, when the reader may see users at all; null for none
     * @throws NotFoundException when the reader may not see that quality, or there is none
     * @throws RejectedException at the field {@code q}, when a NISS was typed: it would stand in the address
     */
    @Transactional
    public QualityDetail quality(Actor actor, QualityId id, @Nullable UserFilter filter) {
        if (filter != null && NISS_IN_TEXT.matcher(filter.typed()).find()) {
            throw new RejectedException(Rejection.ofField("access.niss-in-filter", "q"));
        }
        Sight sight = readers.of(actor);
        Quality quality = quality(sight, id);
        Instant now = clock.instant();
        boolean niss = sight.seesNiss(quality.organisation(), id);
        Sight.Users seen = sight.users(quality.organisation(), id);
        UserPage users = filter == null || seen == Sight.Users.NONE
                ? null
                : overview.users(new UserQuery(id, seen == Sight.Users.ALL ? null : actor.person(), filter, niss, now));
        if (users != null && !users.users().isEmpty()) {
            reads.ofUsers(actor, sight, quality.organisation(), id);
        }
        return new QualityDetail(
                quality,
                directory.organisation(quality.organisation()),
                sight,
                now,
                niss,
                shown(overview.qualityManagers(id, now, niss), actor, sight.seesReasons(quality.organisation(), id))
                        .stream()
                        .sorted(Comparator.comparing(Holding::kind))
                        .toList(),
                quality.kind() == QualityKind.SOCIAL_ACTION && isWithoutOfficer(quality.organisation(), now),
                overview.subdivisions(id, now),
                users,
                users == null ? List.of() : overview.roles(quality.kind()));
    }

    /**
     * The people who are anything in that entity, whatever the quality, with what they are there.
     *
     * @param typed the beginning of words of a name, or blank for all
     * @throws NotFoundException   when the entity is foreign to the reader
     * @throws NotAllowedException when the reader does not manage it
     * @throws RejectedException   at the field {@code q}, when a NISS was typed: it would stand in the address
     */
    @Transactional
    public People users(Actor actor, EnterpriseNumber number, String typed, @Nullable UserCursor cursor) {
        Sight sight = readers.of(actor);
        Organisation organisation = seekable(sight, number);
        if (NISS_IN_TEXT.matcher(typed).find()) {
            throw new RejectedException(Rejection.ofField("access.niss-in-search", "q"));
        }
        OrganisationId id = organisation.id();
        Instant now = clock.instant();
        Positions.Page page = positions.people(
                new Positions.Query(id, typed.strip(), sight.seesNiss(id)), cursor, PEOPLE_A_PAGE, now);
        if (!page.people().isEmpty()) {
            reads.ofPeople(actor, sight, id);
        }
        return new People(
                organisation,
                sight.seesNiss(id),
                withPositions(page.people(), id, now),
                page.total(),
                page.previous(),
                page.next());
    }

    /**
     * The person with that NISS, when they are anything in that entity; nobody else.
     *
     * @throws NotFoundException   when the entity is foreign to the reader
     * @throws NotAllowedException when the reader does not see the NISS of its people
     */
    public People user(Actor actor, EnterpriseNumber number, Niss niss) {
        Sight sight = readers.of(actor);
        Organisation organisation = seekable(sight, number);
        OrganisationId id = organisation.id();
        if (!sight.seesNiss(id)) {
            throw new NotAllowedException(Rejection.of("access.niss-not-seen"));
        }
        Instant now = clock.instant();
        List<NamedPerson> found = positions.person(id, niss, now).map(List::of).orElse(List.of());
        return new People(organisation, true, withPositions(found, id, now), found.size(), null, null);
    }

    private Organisation seekable(Sight sight, EnterpriseNumber number) {
        Organisation organisation = organisation(sight, number);
        if (!sight.seeksPeople(organisation.id())) {
            throw new NotAllowedException(Rejection.of("access.not-an-entity-manager"));
        }
        return organisation;
    }

    private List<PersonInEntity> withPositions(List<NamedPerson> people, OrganisationId organisation, Instant at) {
        Map<PersonId, List<Position>> held =
                positions.of(people.stream().map(NamedPerson::id).toList(), List.of(organisation), at).stream()
                        .collect(Collectors.groupingBy(Position::person));
        return people.stream()
                .map(person -> new PersonInEntity(person, held.getOrDefault(person.id(), List.of())))
                .toList();
    }

    /**
     * Who a person is for the reader, with the first page of what they are.
     *
     * @throws NotFoundException when there is nothing of that person that the reader may see
     */
    @Transactional
    public PersonDetail person(Actor actor, PersonId id) {
        return person(actor, id, "", Language.FR, null);
    }

    /**
     * What a person is and was, as far as the reader sees it; all of it when they read about themselves. Entity by entity, a page
     * of them.
     *
     * @throws NotFoundException when there is nothing of that person that the reader may see
     */
    @Transactional
    public PersonDetail person(
            Actor actor, PersonId id, String typed, Language language, EntityList.@Nullable Cursor cursor) {
        Sight sight = readers.of(actor);
        Sight own = sight.withoutDesk();
        boolean self = actor.person().equals(id);
        boolean all = self || sight.everything();
        Person person = directory.findPerson(id).orElseThrow(() -> new NotFoundException("person"));
        Instant now = clock.instant();
        Set<OrganisationId> ever = positions.organisationsEver(id);
        AccessOverview.Facts known = overview.facts(id, actor.person(), now, both(ever, own.organisations()));
        List<Fact> withoutDesk = visible(known.facts(), own);
        Set<OrganisationId> tied = tiedTo(known.ties(), own, now);
        Set<OrganisationId> among = all
                ? ever
                : Stream.concat(withoutDesk.stream().map(Fact::organisation), tied.stream())
                        .collect(Collectors.toUnmodifiableSet());
        if (!self && among.isEmpty()) {
            throw new NotFoundException("person");
        }
        EntityList.Page page =
                entities.page(new EntityList.Query(among, typed, language), cursor, EntityList.A_DETAILED_PAGE, now);
        AccessOverview.Facts found = overview.facts(id, actor.person(), now, page.ids());
        List<Fact> facts = self ? found.facts() : visible(found.facts(), sight);
        List<TieFact> ties = shown(found.ties(), self, sight);
        if (!self
                && (facts.stream().anyMatch(fact -> !isVisible(fact, own))
                        || ties.stream().anyMatch(tie -> !own.managesQualities(tie.organisation())))) {
            reads.ofPerson(actor, sight, id);
        }
        boolean niss = withoutDesk.stream().anyMatch(fact -> fact.runs(now) && seesNiss(fact, sight));
        return new PersonDetail(
                id,
                person.displayName(),
                person.language(),
                person.email(),
                niss ? person.niss() : null,
                !niss
                        && !self
                        && sight.everything()
                        && !positions.organisationsNow(id, now).isEmpty(),
                sight,
                now,
                among.size(),
                page,
                facts,
                ties,
                managing(actor, sight, id, facts, tied));
    }

    /** Whoever manages an entity or one of its qualities sees who works for it, though they are nothing there yet (D49). */
    private static Set<OrganisationId> tiedTo(List<TieFact> ties, Sight sight, Instant now) {
        return ties.stream()
                .filter(tie -> tie.until() == null || tie.until().isAfter(now))
                .map(TieFact::organisation)
                .filter(sight::managesQualities)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What ties somebody is for themselves, the desks and whoever manages something there; why, for those who may read in which words
     * access was decided.
     */
    private static List<TieFact> shown(List<TieFact> ties, boolean self, Sight sight) {
        return ties.stream()
                .filter(tie -> self || sight.everything() || sight.managesQualities(tie.organisation()))
                .map(tie -> self || sight.seesReasons(tie.organisation(), null) ? tie : tie.withoutReasons())
                .toList();
    }

    /** In which of these entities the reader ends and extends the relationships of that person (D39). */
    private static Set<OrganisationId> managing(
            Actor actor, Sight sight, PersonId person, List<Fact> facts, Set<OrganisationId> tied) {
        return actor.person().equals(person)
                ? Set.of()
                : Stream.concat(
                                facts.stream()
                                        .filter(fact -> manages(actor, sight, fact))
                                        .map(Fact::organisation),
                                tied.stream().filter(organisation -> managesEntity(actor, sight, organisation)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean managesEntity(Actor actor, Sight sight, OrganisationId organisation) {
        return Authority.tasksInEntity(actor, sight.held(), organisation).contains(ManagementTask.RELATIONSHIPS);
    }

    private static boolean manages(Actor actor, Sight sight, Fact fact) {
        if (managesEntity(actor, sight, fact.organisation())) {
            return true;
        }
        return actor.speaksFor(fact.organisation())
                && actor.level().isAtLeast(SignInLevel.ITSME)
                && fact.code().equals(ResponsibilityKind.USER.name())
                && sight.held().stream()
                        .anyMatch(held -> ManagementTask.RELATIONSHIPS.by().contains(held.kind())
                                && held.quality() != null
                                && held.quality().equals(fact.quality()));
    }

    private static Set<OrganisationId> both(Set<OrganisationId> some, Set<OrganisationId> others) {
        return some.stream().filter(others::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** What the reader sees of it, in which words it was decided only where they may read that. */
    private static List<Fact> visible(List<Fact> facts, Sight sight) {
        return facts.stream()
                .filter(fact -> isVisible(fact, sight))
                .map(fact -> sight.seesReasons(fact.organisation(), fact.quality()) ? fact : fact.withoutReasons())
                .toList();
    }

    private static List<Holding> shown(List<Holding> holdings, Actor actor, boolean reasons) {
        return holdings.stream()
                .map(held -> reasons || held.person().id().equals(actor.person()) ? held : held.withoutReasons())
                .toList();
    }

    private static List<MandateLine> shownMandates(List<MandateLine> mandates, Actor actor, boolean reasons) {
        return mandates.stream()
                .map(mandate ->
                        reasons || mandate.person().id().equals(actor.person()) ? mandate : mandate.withoutReason())
                .toList();
    }

    private boolean isWithoutOfficer(OrganisationId cpas, Instant at) {
        return overview.mandates(cpas).stream().noneMatch(mandate -> mandate.runs(at));
    }

    private static boolean isVisible(Fact fact, Sight sight) {
        QualityId quality = fact.quality();
        if (quality == null) {
            return sight.sees(fact.organisation());
        }
        if (fact.type() == FactType.RESPONSIBILITY
                && !PLAIN_MEMBERS.contains(ResponsibilityKind.valueOf(fact.code()))) {
            return sight.sees(fact.organisation(), quality);
        }
        return switch (sight.users(fact.organisation(), quality)) {
            case ALL -> true;
            case OF_OWN_SUBDIVISIONS -> fact.ofReadersSubdivision();
            case NONE -> false;
        };
    }

    private static boolean seesNiss(Fact fact, Sight sight) {
        QualityId quality = fact.quality();
        return quality == null ? sight.seesNiss(fact.organisation()) : sight.seesNiss(fact.organisation(), quality);
    }

    /** What keeps managers from managing, and what they can do something about. */
    public enum Hindrance {
        ACTS_FOR_ANOTHER,
        SIGN_IN_TOO_WEAK
    }

    /** A page of entities, with what the reader may see of them. */
    public record Entities(Sight sight, EntityList.Page page) {}

    /**
     * One entity.
     *
     * @param mandates    of its data protection officers, of who assists and who stands in, the newest first; empty for what is no CPAS
     * @param openDossier by which an officer is asked for at present
     * @param mayPropose  whether the reader may put an officer forward
     * @param tasks       what the reader manages in the entity itself
     * @param hindrance   what keeps the reader from managing their entity now, or null
     */
    public record Entity(
            Organisation organisation,
            Sight sight,
            Instant at,
            List<Holding> managers,
            List<QualityLine> qualities,
            List<MandateLine> mandates,
            Optional<String> openDossier,
            boolean mayPropose,
            Set<ManagementTask> tasks,
            @Nullable Hindrance hindrance) {

        public Optional<MandateLine> runningMandate() {
            return mandates.stream()
                    .filter(mandate -> mandate.isOfficer() && mandate.runs(at))
                    .findFirst();
        }

        /** Those that have ended or have not begun, the newest first. */
        public List<MandateLine> otherMandates() {
            return mandates.stream()
                    .filter(mandate -> mandate.isOfficer() && !mandate.runs(at))
                    .toList();
        }

        /** Who assists the officer or stands in for them, or will, the newest first. */
        public List<MandateLine> assisting() {
            return mandates.stream()
                    .filter(it ->
                            !it.isOfficer() && (it.until() == null || it.until().isAfter(at)))
                    .toList();
        }
    }

    /**
     * One quality.
     *
     * @param niss           whether the reader sees the NISS of its people
     * @param managers       the weightiest first; with every local manager before
     * @param withoutOfficer whether the mandate is missing on which its local manager rests (D8)
     * @param users          null when the reader may not see the users
     * @param roles          those by which users can be sought, empty for whom may not see them
     */
    public record QualityDetail(
            Quality quality,
            Organisation organisation,
            Sight sight,
            Instant at,
            boolean niss,
            List<Holding> managers,
            boolean withoutOfficer,
            List<Subdivision> subdivisions,
            @Nullable UserPage users,
            List<RoleLine> roles) {}

    /**
     * A page of the people of an entity.
     *
     * @param niss  whether the reader sees their NISS
     * @param total how many people are found, on all pages
     */
    public record People(
            Organisation organisation,
            boolean niss,
            List<PersonInEntity> people,
            long total,
            @Nullable UserCursor previous,
            @Nullable UserCursor next) {}

    /** @param positions what they are in the entity, the weightiest first */
    public record PersonInEntity(NamedPerson person, List<Position> positions) {}

    /**
     * @param niss          only where the reader may see it, else null
     * @param nissOnRequest whether the reader may ask for it, as a desk may for who is something now
     * @param total         in how many entities there is something to see, typed or not
     * @param facts         in the entities of the page, the newest first
     * @param ties          to these entities, the first first
     * @param managing      the entities in which the reader ends and extends their working relationships
     */
    public record PersonDetail(
            PersonId id,
            String name,
            Language language,
            @Nullable String email,
            @Nullable Niss niss,
            boolean nissOnRequest,
            Sight sight,
            Instant at,
            int total,
            EntityList.Page page,
            List<Fact> facts,
            List<TieFact> ties,
            Set<OrganisationId> managing) {}
}
