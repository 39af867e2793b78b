package be.designations.management;

import be.designations.access.AccessModel;
import be.designations.access.Authority;
import be.designations.access.Authority.Reach;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.ManagementTask;
import be.designations.access.Qualities;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Right;
import be.designations.access.Rights;
import be.designations.access.Standing;
import be.designations.access.Subdivision;
import be.designations.access.SubdivisionId;
import be.designations.calendar.Days;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.RegisteredPerson;
import be.designations.directory.Tie;
import be.designations.directory.Tied;
import be.designations.identifier.Niss;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The users of a quality and their applications: adding, and what is done with one or many at once. <i>Source: A2 (GL 2), A6,
 * D5.</i>
 */
@Service
@Transactional
public class Users {

    /** As many as are ticked on a page at most. */
    public static final int MOST_AT_ONCE = 100;

    private final Authority authority;
    private final AccessModel access;
    private final Qualities qualities;
    private final Rights rights;
    private final Catalogue catalogue;
    private final Directory directory;
    private final People people;
    private final Ties ties;
    private final LookUps lookUps;
    private final ManagementRecord record;
    private final ManagementMails mails;
    private final TransactionOperations transaction;
    private final Clock clock;

    Users(
            Authority authority,
            AccessModel access,
            Qualities qualities,
            Rights rights,
            Catalogue catalogue,
            Directory directory,
            People people,
            Ties ties,
            LookUps lookUps,
            ManagementRecord record,
            ManagementMails mails,
            TransactionOperations transaction,
            Clock clock) {
        this.authority = authority;
        this.access = access;
        this.qualities = qualities;
        this.rights = rights;
        this.catalogue = catalogue;
        this.directory = directory;
        this.people = people;
        this.ties = ties;
        this.lookUps = lookUps;
        this.record = record;
        this.mails = mails;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What the manager must know before adding the person with that number. It is written down who looked.
     *
     * @throws RejectedException when the number is nobody's
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Candidate candidate(Actor actor, QualityId quality, Niss niss) {
        Place place = place(authority.requireInQuality(actor, quality, ManagementTask.RIGHTS));
        RegisteredPerson registered =
                lookUps.look(actor, "management", place.organisation().id(), niss);
        Instant now = clock.instant();
        Optional<Person> known = directory.findPerson(niss);
        return new Candidate(
                known.map(Person::displayName).orElse(registered.firstName() + " " + registered.lastName()),
                known.filter(person -> people.isRelated(
                                person.id(), place.organisation().id(), ResponsibilityKind.USER, now))
                        .isPresent(),
                known.flatMap(person -> directory
                                .ties(person.id(), place.organisation().id())
                                .until(now))
                        .map(Tied.Until::end)
                        .map(Days::lastBefore)
                        .orElse(null),
                List.of(),
                List.of(),
                null,
                new Designation.Incumbency(null),
                known.map(person -> refusals(actor, quality, person, now)).orElse(List.of()));
    }

    /**
     * Makes the person a user of the quality, with rights of the roles that are named at once.
     *
     * @throws RejectedException       when a rule refuses, a role is beyond the actor’s reach, the person is something else in the quality, or a tie to the
     *     entity is missing
     * @throws AlreadyHandledException when the person is a user of the quality already
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public PersonId add(Actor actor, QualityId quality, NewUser wanted) {
        Place place = place(authority.requireInQuality(actor, quality, ManagementTask.RIGHTS));
        lookUps.check(actor, "management", place.organisation().id(), wanted.niss());
        return Objects.requireNonNull(transaction.execute(status -> added(actor, quality, wanted)));
    }

    private PersonId added(Actor actor, QualityId quality, NewUser wanted) {
        Reach reach = lock(actor, quality, ManagementTask.RIGHTS);
        Place place = place(reach);
        Instant now = clock.instant();
        LocalDate today = Days.of(now);
        Organisation organisation = place.organisation();
        Person person = people.require(wanted.niss(), organisation);
        rights.lock(List.of(person.id()));
        refuseTwice(actor, quality, person, now);
        List<Rejection> refusals = new ArrayList<>(refusals(actor, quality, person, now));
        boolean related = people.isRelated(person.id(), organisation.id(), ResponsibilityKind.USER, now);
        RelationshipDeclaration declared = wanted.relationship();
        refusals.addAll(WorkingRelationshipPolicy.check(ResponsibilityKind.USER, related, declared, today));
        subdivisionRefusal(reach, wanted.subdivision()).ifPresent(refusals::add);
        Tied tied = ties(person, organisation, related ? null : declared, now);
        if (refusals.isEmpty()) {
            TiesCarryPolicy.check(tied, now, Days.endOfPeriod(wanted.lastDay()))
                    .map(refusal -> refusal.at("lastDay"))
                    .ifPresent(refusals::add);
        }
        AddApplications add = new AddApplications(
                wanted.roles(),
                wanted.context(),
                wanted.wholeEntity(),
                today,
                wanted.lastDay(),
                wanted.reason(),
                false);
        // Whoever reaches the person by a domain only adds nobody without a role of it.
        boolean grants =
                !wanted.roles().isEmpty() || (reach.domains() != null && !reach.coversWholly(wanted.subdivision()));
        if (grants) {
            refusals.addAll(add.check(here(reach, now)));
            refusals.addAll(
                    excluded(actor, wanted.roles(), List.of(person.id()), now).values());
            if (!reach.coversWholly(wanted.subdivision())) {
                refusals.addAll(outsideDomains(actor, reach, wanted.roles()));
            }
        } else {
            PeriodPolicy.check(today, wanted.lastDay(), null, today).ifPresent(refusals::add);
        }
        RejectedException.throwIfAny(refusals);
        Basis basis = record.decision("user-added", actor, now, null, wanted.reason());
        access.save(basis);
        if (!related && declared != null) {
            ties.declare(person.id(), organisation.id(), ResponsibilityKind.USER, declared, now, basis);
        }
        Responsibility user = new Responsibility(
                UUID.randomUUID(),
                ResponsibilityKind.USER,
                organisation.id(),
                quality,
                wanted.subdivision(),
                person.id(),
                now,
                joined(quality, person.id(), Days.endOfPeriod(wanted.lastDay()), now, basis.id()),
                basis.id());
        access.begin(user);
        Place inside = within(place, wanted.subdivision());
        record.designated(actor, inside, ResponsibilityKind.USER, user.id(), person.id(), null, basis);
        mails.designated(actor, inside, ResponsibilityKind.USER, person.id(), null, basis, null);
        if (grants) {
            UserState state = new UserState(
                    person.id(), person.displayName(), new Standing(user, null), person.disabled(), List.of(), tied);
            carryOut(
                    actor,
                    new Decided(
                            reach, add, List.of(state), Joining.NOBODY, List.of(state.decide(add, actor, now)), now),
                    id -> true,
                    null);
        }
        return person.id();
    }

    /**
     * Ends what they would have become meanwhile by an earlier decision: nobody is a user twice.
     *
     * @return until when they are a user instead: no less than they would have been, for the rights that they get then
     */
    private @Nullable Instant joined(
            QualityId quality, PersonId person, @Nullable Instant until, Instant now, BasisId basis) {
        Instant end = until;
        for (Responsibility member : access.lastingIn(quality, person, now)) {
            if (member.kind() == ResponsibilityKind.USER
                    && (until == null || member.validFrom().isBefore(until))) {
                access.end(member, now, basis);
                if (end != null
                        && (member.validUntil() == null || member.validUntil().isAfter(end))) {
                    end = member.validUntil();
                }
            }
        }
        return end;
    }

    /** With the relationship that is declared along with it, if any. */
    private Tied ties(
            Person person, Organisation organisation, @Nullable RelationshipDeclaration declared, Instant from) {
        Tied known = directory.ties(person.id(), organisation.id());
        return declared == null
                ? known
                : known.with(new Tie(
                        UUID.randomUUID(),
                        person.id(),
                        null,
                        declared.category(),
                        from,
                        Days.endOfPeriod(declared.lastDay())));
    }

    /** The roles that the actor can grant in that quality, to some of its users at least. */
    @Transactional(readOnly = true)
    public List<Role> grantableRoles(Actor actor, QualityId quality) {
        Reach reach = authority.requireInQuality(actor, quality, ManagementTask.RIGHTS);
        return rolesOf(reach).stream()
                .filter(role -> !reach.isOfDomainsOnly() || reach.coversEverywhere(role.domains()))
                .toList();
    }

    /** Those of these roles, retired ones too, of which the actor can take rights back in that quality. */
    @Transactional(readOnly = true)
    public List<Role> withinReach(Actor actor, QualityId quality, Collection<String> codes) {
        Reach reach = authority.requireInQuality(actor, quality, ManagementTask.RIGHTS);
        return catalogue.roles(codes).stream()
                .filter(role -> !reach.isOfDomainsOnly() || reach.coversEverywhere(role.domains()))
                .toList();
    }

    private List<Role> rolesOf(Reach reach) {
        Quality quality = reach.quality();
        return catalogue.rolesFor(quality.kind(), directory.organisation(quality.organisation()));
    }

    /** How these people stand in the quality, or will, in the order given; whoever is beyond the actor’s reach is no user. */
    @Transactional(readOnly = true)
    public List<UserState> standings(Actor actor, QualityId quality, Collection<PersonId> people) {
        return states(authority.requireInQuality(actor, quality, ManagementTask.RIGHTS), people, clock.instant(), true);
    }

    /** What that action would come to for each of these people; changes nothing. */
    @Transactional(readOnly = true)
    public List<Verdict> preview(Actor actor, QualityId quality, UserAction action, Collection<PersonId> ticked) {
        Reach reach = authority.requireInQuality(actor, quality, action.task().authority());
        Instant now = clock.instant();
        check(actor, reach, action, ticked, now);
        return decided(actor, reach, action, ticked, now).verdicts();
    }

    /**
     * Does that with each of these people whom no rule keeps back; each wholly or not at all.
     *
     * @return what it came to for each, in the order given
     * @throws RejectedException when the action itself breaks a rule: then for nobody
     */
    public List<Verdict> carryOut(Actor actor, QualityId quality, UserAction action, Collection<PersonId> ticked) {
        Reach reach = lock(actor, quality, action.task().authority());
        // Whoever changes what they have elsewhere waits as well: each event of the feed says all that holds after it.
        rights.lock(ticked);
        Instant now = clock.instant();
        check(actor, reach, action, ticked, now);
        Decided decided = decided(actor, reach, action, ticked, now);
        carryOut(actor, decided, person -> true, null);
        return decided.verdicts();
    }

    /**
     * An action in one quality, decided for everybody whom it is for.
     *
     * @param states  how they stand, or would stand as users
     * @param joining who would become a user of the quality by it
     */
    record Decided(
            Reach reach,
            UserAction action,
            List<UserState> states,
            Joining joining,
            List<Verdict> verdicts,
            Instant at) {}

    Decided decided(Actor actor, Reach reach, UserAction action, Collection<PersonId> people, Instant now) {
        List<UserState> states = states(reach, people, now, action.reachesComing());
        return new Decided(
                reach, action, states, Joining.NOBODY, decide(actor, reach, action, states, Map.of(), now), now);
    }

    /**
     * The same for rights of whoever is tied to the entity: who is no user of the quality becomes one, as long as they are tied.
     *
     * @param into the subdivision into which they come, or null for none
     */
    Decided decidedForTied(
            Actor actor,
            Reach reach,
            AddApplications add,
            @Nullable SubdivisionId into,
            Collection<PersonId> people,
            Instant now) {
        List<UserState> states = states(reach, people, now, false);
        Joining joining = joining(
                actor,
                reach,
                add,
                states.stream()
                        .filter(state -> state.user() == null)
                        .map(UserState::person)
                        .toList(),
                into,
                now);
        List<UserState> joined = states.stream()
                .map(state -> joining.as().getOrDefault(state.person(), state))
                .toList();
        return new Decided(reach, add, joined, joining, decide(actor, reach, add, joined, joining.kept(), now), now);
    }

    /**
     * Does what was decided for those of them.
     *
     * @param wanted  who is not kept back by anything else
     * @param dossier in which it was decided and which tells them of it, or null
     */
    void carryOut(Actor actor, Decided decided, Predicate<PersonId> wanted, @Nullable UUID dossier) {
        Map<PersonId, Verdict> done = decided.verdicts().stream()
                .filter(Verdict::isDone)
                .filter(verdict -> wanted.test(verdict.person()))
                .collect(Collectors.toUnmodifiableMap(Verdict::person, Function.identity()));
        if (done.isEmpty()) {
            return;
        }
        UserAction action = decided.action();
        Reach reach = decided.reach();
        List<UserState> concerned = decided.states().stream()
                .filter(state -> done.containsKey(state.person()))
                .toList();
        begin(
                actor,
                reach,
                decided.joining().users().stream()
                        .filter(user -> done.containsKey(user.person()))
                        .toList(),
                inDossier(decided.joining().basis(), dossier));
        Basis basis = Objects.requireNonNull(inDossier(
                record.decision(action.task().operation(), actor, decided.at(), null, action.reason()), dossier));
        access.save(basis);
        action.apply(new UserChanges(
                access, rights, reach.quality().id(), concerned, done.values(), decided.at(), basis.id()));
        record.carriedOut(actor, place(reach), action, done.values(), basis);
        mails.carriedOut(actor, place(reach), action, concerned, done, basis);
    }

    private static @Nullable Basis inDossier(@Nullable Basis basis, @Nullable UUID dossier) {
        return basis == null || dossier == null ? basis : basis.in(dossier);
    }

    /** They become users; the mail on their rights tells them. */
    private void begin(Actor actor, Reach reach, List<Responsibility> users, @Nullable Basis basis) {
        if (basis == null || users.isEmpty()) {
            return;
        }
        access.save(basis);
        access.begin(users);
        users.forEach(user -> record.designated(
                actor,
                within(place(reach), user.subdivision()),
                ResponsibilityKind.USER,
                user.id(),
                user.person(),
                null,
                basis));
    }

    private Joining joining(
            Actor actor,
            Reach reach,
            AddApplications add,
            List<PersonId> outsiders,
            @Nullable SubdivisionId into,
            Instant now) {
        if (outsiders.isEmpty()) {
            return Joining.NOBODY;
        }
        Quality quality = reach.quality();
        Map<PersonId, Person> known =
                directory.people(outsiders).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        Map<PersonId, Tied> ties = directory.ties(outsiders, quality.organisation());
        Map<PersonId, List<Responsibility>> members = access.memberships(List.of(quality.id()), outsiders, now).stream()
                .collect(Collectors.groupingBy(Responsibility::person));
        Optional<Rejection> elsewhere = subdivisionRefusal(reach, into);
        Instant from = Days.startOf(add.firstDay(), now);
        Basis basis = record.decision("user-added", actor, now, null, add.reason());
        var joining = new Joining(new HashMap<>(), new ArrayList<>(), new HashMap<>(), basis);
        for (PersonId id : outsiders) {
            Person person = known.get(id);
            Tied tied = Objects.requireNonNull(ties.get(id));
            var membership = new Membership(
                    tied, members.getOrDefault(id, List.of()), from, Days.endOfPeriod(add.lastDay()), now);
            if (person == null || !membership.isOpen()) {
                joining.kept().put(id, Rejection.of("management.not-of-the-entity"));
                continue;
            }
            membership.refusal().or(() -> elsewhere).ifPresent(refusal -> joining.kept()
                    .put(id, refusal));
            Responsibility user =
                    joining.kept().containsKey(id) ? null : membership.known().orElse(null);
            if (user == null && !joining.kept().containsKey(id)) {
                user = membership.user(quality, id, into, basis.id());
                joining.users().add(user);
            }
            joining.as()
                    .put(
                            id,
                            new UserState(
                                    id,
                                    person.displayName(),
                                    user == null ? null : new Standing(user, null),
                                    person.disabled(),
                                    List.of(),
                                    tied));
        }
        return joining;
    }

    /** Who manages a subdivision and a domain grants anything to the users of the one, and roles of the other to all. */
    private List<Verdict> decide(
            Actor actor,
            Reach reach,
            UserAction action,
            List<UserState> states,
            Map<PersonId, Rejection> kept,
            Instant now) {
        Optional<Rejection> outside =
                outsideDomains(actor, reach, action.roles()).stream().findFirst();
        Map<PersonId, Rejection> refused = new HashMap<>(
                action.gives()
                        ? excluded(
                                actor,
                                action.roles(),
                                states.stream().map(UserState::person).toList(),
                                now)
                        : Map.of());
        refused.putAll(kept);
        return states.stream()
                .map(state -> {
                    if (refused.containsKey(state.person())) {
                        return Verdict.refused(state, refused.get(state.person()));
                    }
                    Standing user = state.user();
                    return outside.isEmpty()
                                    || user == null
                                    || reach.coversWholly(user.responsibility().subdivision())
                            ? state.decide(action, actor, now)
                            : Verdict.refused(state, outside.get());
                })
                .toList();
    }

    /** Who of these people has a role that excludes one of these, and why they are not given it (D20). */
    private Map<PersonId, Rejection> excluded(
            Actor actor, Set<String> roles, Collection<PersonId> people, Instant now) {
        Map<PersonId, Rejection> refusals = new HashMap<>();
        rights.holders(people, catalogue.excludedBy(roles), now)
                .forEach((person, held) -> refusals.put(person, excludedBy(actor, held)));
        return refusals;
    }

    private Rejection excludedBy(Actor actor, String role) {
        Language language = directory.person(actor.person()).language();
        return Rejection.ofField(
                "management.role-excluded",
                "roles",
                catalogue.roles(Set.of(role)).get(0).name().in(language));
    }

    /** Names the role that opens what is of no domain of the actor’s. */
    private List<Rejection> outsideDomains(Actor actor, Reach reach, Set<String> roles) {
        if (reach.only() == null || roles.isEmpty()) {
            return List.of();
        }
        return catalogue.roles(roles).stream()
                .filter(role -> !reach.coversEverywhere(role.domains()))
                .limit(1)
                .map(role -> Rejection.ofField(
                        "management.role-outside-domain",
                        "roles",
                        role.name().in(directory.person(actor.person()).language())))
                .toList();
    }

    /** Asks before the lock, so that strangers hold up nobody, and behind it: who was blocked meanwhile does nothing. */
    private Reach lock(Actor actor, QualityId quality, ManagementTask task) {
        authority.requireInQuality(actor, quality, task);
        access.lock(quality);
        return authority.requireInQuality(actor, quality, task);
    }

    /** What is wrong with the action, whomever it is for. */
    private void check(Actor actor, Reach reach, UserAction action, Collection<PersonId> ticked, Instant now) {
        List<Rejection> refusals = new ArrayList<>(number(ticked, MOST_AT_ONCE));
        refusals.addAll(check(actor, reach, action, now));
        refusals.addAll(excludingEachOther(actor, action));
        RejectedException.throwIfAny(refusals);
    }

    /** Somebody, and not too many. */
    static List<Rejection> number(Collection<PersonId> ticked, int most) {
        if (ticked.isEmpty()) {
            return List.of(Rejection.ofField("management.nobody-ticked", "people"));
        }
        return ticked.size() > most
                ? List.of(Rejection.ofField("management.too-many-ticked", "people", most))
                : List.of();
    }

    /** What is wrong with the action in that quality. */
    List<Rejection> check(Actor actor, Reach reach, UserAction action, Instant now) {
        List<Rejection> refusals = new ArrayList<>(action.check(here(reach, now)));
        if (reach.isOfDomainsOnly()) {
            refusals.addAll(outsideDomains(actor, reach, action.roles()));
        }
        return refusals;
    }

    /** Whether what is given excludes itself, in whatever quality (D20). */
    List<Rejection> excludingEachOther(Actor actor, UserAction action) {
        return action.gives()
                ? catalogue.excludedBy(action.roles()).stream()
                        .filter(action.roles()::contains)
                        .limit(1)
                        .map(role -> excludedBy(actor, role))
                        .toList()
                : List.of();
    }

    /** @param coming whether whoever is no user yet counts as what they will be first */
    private List<UserState> states(Reach reach, Collection<PersonId> ticked, Instant now, boolean coming) {
        QualityId quality = reach.quality().id();
        Map<PersonId, Standing> users = new HashMap<>();
        access.standings(quality, ticked, now).stream()
                .filter(standing -> standing.responsibility().kind() == ResponsibilityKind.USER)
                .forEach(standing -> users.put(standing.responsibility().person(), standing));
        if (coming) {
            access.memberships(List.of(quality), ticked, now).stream()
                    .filter(member -> member.kind() == ResponsibilityKind.USER)
                    .forEach(member -> users.putIfAbsent(member.person(), new Standing(member, null)));
        }
        // Only now: who is a user beyond reach is not known by what they will be within it.
        users.values()
                .removeIf(standing -> !reach.covers(standing.responsibility().subdivision()));
        Map<PersonId, List<Right>> held =
                rights.of(quality, users.keySet(), now).stream().collect(Collectors.groupingBy(Right::person));
        Map<PersonId, Tied> ties =
                directory.ties(users.keySet(), reach.quality().organisation());
        Map<PersonId, Person> known =
                directory.people(users.keySet()).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return ticked.stream()
                .distinct()
                .map(id -> state(
                        id,
                        known.get(id),
                        users.get(id),
                        held.getOrDefault(id, List.of()),
                        ties.getOrDefault(id, Tied.NOT_AT_ALL)))
                .toList();
    }

    private static UserState state(
            PersonId id, @Nullable Person person, @Nullable Standing user, List<Right> rights, Tied ties) {
        return person == null
                ? new UserState(id, null, null, false, List.of(), ties)
                : new UserState(id, person.displayName(), user, person.disabled(), rights, ties);
    }

    private void refuseTwice(Actor actor, QualityId quality, Person person, Instant now) {
        Repetition.refuseGiving(
                access.responsibilitiesIn(quality, person.id(), now).stream()
                        .filter(held -> held.kind() == ResponsibilityKind.USER),
                actor,
                access,
                directory);
    }

    private List<Rejection> refusals(Actor actor, QualityId quality, Person person, Instant now) {
        List<ResponsibilityKind> held = access.responsibilitiesIn(quality, person.id(), now).stream()
                .map(Responsibility::kind)
                .toList();
        return Stream.of(
                        NotForOneselfPolicy.check(actor, person.id()),
                        PersonStandsPolicy.check(person),
                        OneRoleAQualityPolicy.check(ResponsibilityKind.USER, held))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * A subdivision manager adds to a subdivision of theirs (D5), an access manager of a domain to none; nobody to a
     * subdivision of another quality.
     */
    private Optional<Rejection> subdivisionRefusal(Reach reach, @Nullable SubdivisionId wanted) {
        if (!reach.coversWholly(wanted) && (wanted != null || !reach.covers(null))) {
            return Optional.of(Rejection.ofField("management.subdivision-not-yours", "subdivision"));
        }
        return wanted == null
                        || qualities
                                .findSubdivision(wanted)
                                .filter(found ->
                                        found.quality().equals(reach.quality().id()))
                                .isPresent()
                ? Optional.empty()
                : Optional.of(Rejection.ofField("management.subdivision-unknown", "subdivision"));
    }

    private Place place(Reach reach) {
        return new Place(directory.organisation(reach.quality().organisation()), reach.quality(), null);
    }

    private Place within(Place place, @Nullable SubdivisionId id) {
        Subdivision subdivision =
                id == null ? null : qualities.findSubdivision(id).orElseThrow();
        return new Place(place.organisation(), place.quality(), subdivision);
    }

    private UserActionPlace here(Reach reach, Instant now) {
        return new UserActionPlace(
                Days.of(now),
                () -> rolesOf(reach),
                () -> directory.establishmentUnits(reach.quality().organisation(), now),
                subdivision -> subdivisionRefusal(reach, subdivision));
    }
}
