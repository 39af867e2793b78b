package be.designations.management;

import be.designations.access.AccessModel;
import be.designations.access.Authority;
import be.designations.access.Authority.Reach;
import be.designations.access.ManagementTask;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Right;
import be.designations.access.Rights;
import be.designations.access.SubdivisionId;
import be.designations.calendar.Days;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Organisation;
import be.designations.directory.PersonId;
import be.designations.directory.TargetGroup;
import be.designations.directory.Tied;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.GrantList;
import be.designations.management.Users.Decided;
import be.designations.management.Verdict.Outcome;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rights by entity, whatever the quality in which they stand: the qualities follow from the roles, and who is tied to the entity
 * and no user of the quality yet becomes one. What may be granted to whom {@link Users} decides. <i>Source: S003, D21, D48.</i>
 */
@Service
@Transactional
public class Grants {

    public static final int MOST_AT_ONCE = 500;

    private final Authority authority;
    private final AccessModel access;
    private final Rights rights;
    private final Catalogue catalogue;
    private final Users users;
    private final Ties ties;
    private final GrantList list;
    private final Clock clock;

    Grants(
            Authority authority,
            AccessModel access,
            Rights rights,
            Catalogue catalogue,
            Users users,
            Ties ties,
            GrantList list,
            Clock clock) {
        this.authority = authority;
        this.access = access;
        this.rights = rights;
        this.catalogue = catalogue;
        this.users = users;
        this.ties = ties;
        this.list = list;
        this.clock = clock;
    }

    /**
     * The roles that the actor can grant in that entity, to some people at least, by their French names.
     *
     * @throws NotFoundException   when there is no such entity, or the actor is nothing there
     * @throws NotAllowedException when the actor grants nothing there
     */
    @Transactional(readOnly = true)
    public List<Role> grantableRoles(Actor actor, EnterpriseNumber number) {
        Organisation entity = entity(actor, number);
        return grantable(entity, reaches(actor, entity));
    }

    /** All that are offered to that group, in whatever entity, by their French names. */
    @Transactional(readOnly = true)
    public List<Role> rolesOf(TargetGroup group) {
        return catalogue.rolesOf(group);
    }

    /** The subdivisions among which somebody must choose who brings people in by a right of that role; none for everybody else. */
    @Transactional(readOnly = true)
    public Set<SubdivisionId> subdivisions(Actor actor, EnterpriseNumber number, Role role) {
        return reaches(actor, entity(actor, number)).stream()
                .filter(reach -> covers(reach, role) && !reach.covers(null))
                .findFirst()
                .map(Reach::only)
                .filter(own -> own.size() > 1)
                .orElse(Set.of());
    }

    /** The rights of these people that the actor can take back, those to come included. */
    @Transactional(readOnly = true)
    public List<Right> held(Actor actor, EnterpriseNumber number, Collection<PersonId> people) {
        List<Reach> reaches = reaches(actor, entity(actor, number));
        Map<QualityId, Reach> byQuality = reaches.stream()
                .collect(Collectors.toMap(reach -> reach.quality().id(), Function.identity()));
        List<Right> rightsOfAll = rights.of(byQuality.keySet(), people, clock.instant());
        Map<String, Role> roles =
                catalogue.roles(rightsOfAll.stream().map(Right::role).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Role::code, Function.identity()));
        Map<QualityId, Map<PersonId, SubdivisionId>> subdivisions = subdivisions(
                reaches.stream()
                        .filter(reach -> reach.only() != null)
                        .map(reach -> reach.quality().id())
                        .toList(),
                people);
        return rightsOfAll.stream()
                .filter(right -> {
                    Reach reach = Objects.requireNonNull(byQuality.get(right.quality()));
                    Role role = Objects.requireNonNull(roles.get(right.role()));
                    return reach.coversEverywhere(role.domains())
                            || reach.coversWholly(subdivisions
                                    .getOrDefault(right.quality(), Map.of())
                                    .get(right.person()));
                })
                .toList();
    }

    /** In which subdivision of each of these qualities those of these people are that are in one. */
    private Map<QualityId, Map<PersonId, SubdivisionId>> subdivisions(
            List<QualityId> qualities, Collection<PersonId> people) {
        Map<QualityId, Map<PersonId, SubdivisionId>> found = new HashMap<>();
        if (!qualities.isEmpty()) {
            access.memberships(qualities, people, clock.instant()).forEach(member -> {
                if (member.subdivision() != null) {
                    found.computeIfAbsent(Objects.requireNonNull(member.quality()), quality -> new HashMap<>())
                            .put(member.person(), member.subdivision());
                }
            });
        }
        return found;
    }

    /**
     * The rights that the actor can take back in that entity, page by page, the latest first.
     *
     * @throws NotFoundException   when there is no such entity, or the actor is nothing there
     * @throws NotAllowedException when the actor manages no rights there
     */
    @Transactional(readOnly = true)
    public GrantList.Page granted(Actor actor, EnterpriseNumber number, GrantList.Filter filter) {
        return list.page(among(actor, number), filter, clock.instant());
    }

    /** Those of these rights that the actor can take back there. */
    @Transactional(readOnly = true)
    public List<GrantList.Line> granted(Actor actor, EnterpriseNumber number, Collection<UUID> some) {
        return list.of(among(actor, number), some, clock.instant());
    }

    private GrantList.Among among(Actor actor, EnterpriseNumber number) {
        Organisation entity = entity(actor, number);
        List<Reach> reaches = reaches(actor, entity);
        List<Reach> ofDomains = reaches.stream()
                .filter(reach -> reach.only() != null && reach.domains() != null)
                .toList();
        return new GrantList.Among(
                entity.id(),
                qualities(reaches, reach -> reach.only() == null),
                qualities(ofDomains, reach -> true),
                ofDomains.isEmpty()
                        ? Set.of()
                        : codes(catalogue.all(), role -> ofDomains.stream()
                                .anyMatch(reach -> reach.coversEverywhere(role.domains()))),
                qualities(
                        reaches, reach -> reach.only() != null && !reach.only().isEmpty()),
                reaches.stream()
                        .map(Reach::only)
                        .flatMap(Stream::ofNullable)
                        .flatMap(Set::stream)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<QualityId> qualities(List<Reach> reaches, Predicate<Reach> wanted) {
        return reaches.stream()
                .filter(wanted)
                .map(reach -> reach.quality().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What granting that would come to for each of these people; changes nothing.
     *
     * @throws RejectedException when it breaks a rule for whomever it is
     */
    @Transactional(readOnly = true)
    public List<Verdict> preview(Actor actor, EnterpriseNumber number, Grant grant, Collection<PersonId> people) {
        return verdicts(people, decided(actor, number, grant, people), Verdict::ofAll);
    }

    /**
     * Grants that to each of these people whom no rule keeps back: all of it or nothing.
     *
     * @return what it came to for each, in the order given
     * @throws RejectedException when it breaks a rule for whomever it is: then nobody is granted anything
     */
    public List<Verdict> carryOut(Actor actor, EnterpriseNumber number, Grant grant, Collection<PersonId> people) {
        return carryOut(actor, number, grant, people, null);
    }

    /**
     * The same for whoever asked for it in that dossier: the decision is one of the dossier, which tells them of it.
     *
     * @throws RejectedException as {@link #carryOut}
     */
    public Verdict answer(UUID dossier, Actor actor, EnterpriseNumber number, Grant grant, PersonId person) {
        return carryOut(actor, number, grant, List.of(person), dossier).get(0);
    }

    private List<Verdict> carryOut(
            Actor actor, EnterpriseNumber number, Grant grant, Collection<PersonId> people, @Nullable UUID dossier) {
        lock(actor, number, grant.roles());
        rights.lock(people);
        return carryOut(actor, people, decided(actor, number, grant, people), Verdict::ofAll, dossier);
    }

    /** As {@link #preview}, of taking back. */
    @Transactional(readOnly = true)
    public List<Verdict> previewRevocation(
            Actor actor, EnterpriseNumber number, RemoveApplications revocation, Collection<PersonId> people) {
        return verdicts(people, decided(actor, number, revocation, people), Grants::takenBack);
    }

    /** As {@link #carryOut}, of taking back. */
    public List<Verdict> revoke(
            Actor actor, EnterpriseNumber number, RemoveApplications revocation, Collection<PersonId> people) {
        lock(actor, number, revocation.roles());
        rights.lock(people);
        return carryOut(actor, people, decided(actor, number, revocation, people), Grants::takenBack, null);
    }

    /**
     * What giving one person what another has would come to: each right that is running or to come and that the one lacks, from today
     * on, until it ends there, the role allows no more or nothing ties the one any longer. Changes nothing.
     *
     * @param roles only rights of these, or empty for all
     */
    @Transactional(readOnly = true)
    public List<Copied> previewCopy(
            Actor actor,
            EnterpriseNumber number,
            PersonId from,
            PersonId to,
            Set<String> roles,
            @Nullable String reason) {
        return copies(actor, number, from, to, roles, reason).stream()
                .map(grant -> new Copied(grant, tried(() -> preview(actor, number, grant, List.of(to)), to)))
                .toList();
    }

    /** Does that; what is refused is left out. */
    public List<Copied> copy(
            Actor actor,
            EnterpriseNumber number,
            PersonId from,
            PersonId to,
            Set<String> roles,
            @Nullable String reason) {
        List<Grant> wanted = copies(actor, number, from, to, roles, reason);
        lock(
                actor,
                number,
                wanted.stream().flatMap(grant -> grant.roles().stream()).collect(Collectors.toSet()));
        return wanted.stream()
                .map(grant -> new Copied(grant, tried(() -> carryOut(actor, number, grant, List.of(to)), to)))
                .toList();
    }

    /** A right that one person gets as another has it. */
    public record Copied(Grant grant, Verdict verdict) {}

    /** What breaks a rule for whomever it is for is one more reason why this right is not given. */
    private static Verdict tried(Supplier<List<Verdict>> granted, PersonId to) {
        try {
            return granted.get().get(0);
        } catch (RejectedException rejected) {
            return new Verdict(
                    to, null, Outcome.REFUSED, List.of(), rejected.rejections().get(0));
        }
    }

    private List<Grant> copies(
            Actor actor,
            EnterpriseNumber number,
            PersonId from,
            PersonId to,
            Set<String> roles,
            @Nullable String reason) {
        Instant now = clock.instant();
        LocalDate today = Days.of(now);
        List<Right> held = held(actor, number, List.of(from, to));
        Set<String> had = held.stream()
                .filter(right -> right.person().equals(to))
                .map(Right::role)
                .collect(Collectors.toUnmodifiableSet());
        List<Right> missing = held.stream()
                .filter(right -> right.person().equals(from) && !had.contains(right.role()))
                .filter(right -> roles.isEmpty() || roles.contains(right.role()))
                .toList();
        Map<String, Role> known =
                catalogue.roles(missing.stream().map(Right::role).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Role::code, Function.identity()));
        LocalDate tied = ties.tiedUntil(to, entity(actor, number).id(), now)
                .map(Tied.Until::end)
                .map(Days::lastBefore)
                .orElse(null);
        return missing.stream()
                .map(right -> {
                    Integer longest =
                            Objects.requireNonNull(known.get(right.role())).longestMonths();
                    LocalDate last = Stream.of(
                                    right.until() == null ? null : Days.lastBefore(right.until()),
                                    longest == null ? null : today.plusMonths(longest),
                                    tied)
                            .filter(Objects::nonNull)
                            .min(Comparator.naturalOrder())
                            .orElse(null);
                    LocalDate first = Days.of(right.from());
                    return new Grant(
                            Set.of(right.role()),
                            right.context(),
                            right.context().isEmpty(),
                            null,
                            first.isAfter(today) ? first : today,
                            last,
                            reason);
                })
                .toList();
    }

    private List<Decided> decided(Actor actor, EnterpriseNumber number, Grant grant, Collection<PersonId> people) {
        Organisation entity = entity(actor, number);
        Instant now = clock.instant();
        List<Reach> reaches = reaches(actor, entity);
        List<Role> wanted = grantable(entity, reaches).stream()
                .filter(role -> grant.roles().contains(role.code()))
                .toList();
        List<Rejection> refusals = new ArrayList<>(Users.number(people, MOST_AT_ONCE));
        refusals.addAll(known(grant.roles(), wanted));
        Map<Reach, AddApplications> parts = new LinkedHashMap<>();
        reaches.stream()
                .collect(Collectors.groupingBy(reach -> reach.quality().kind()))
                .forEach((kind, some) -> {
                    Set<String> roles = codes(wanted, role -> role.quality() == kind);
                    if (!roles.isEmpty()) {
                        // Of several qualities of one kind the first: rights are told apart by their context, not by
                        // these.
                        parts.put(some.get(0), grant.of(roles));
                    }
                });
        parts.forEach((reach, add) -> refusals.addAll(users.check(actor, reach, add, now)));
        refusals.addAll(users.excludingEachOther(actor, grant.of(grant.roles())));
        RejectedException.throwIfAny(refusals.stream().distinct().toList());
        return parts.entrySet().stream()
                .map(part -> users.decidedForTied(
                        actor, part.getKey(), part.getValue(), into(part.getKey(), grant), people, now))
                .toList();
    }

    private List<Decided> decided(
            Actor actor, EnterpriseNumber number, RemoveApplications revocation, Collection<PersonId> people) {
        Organisation entity = entity(actor, number);
        Instant now = clock.instant();
        List<Reach> reaches = reaches(actor, entity);
        List<Role> wanted = catalogue.roles(revocation.roles()).stream()
                .filter(role -> reaches.stream().anyMatch(reach -> covers(reach, role)))
                .toList();
        List<Rejection> refusals = new ArrayList<>(Users.number(people, MOST_AT_ONCE));
        refusals.addAll(known(revocation.roles(), wanted));
        RejectedException.throwIfAny(refusals);
        return reaches.stream()
                .map(reach -> Map.entry(reach, codes(wanted, role -> covers(reach, role))))
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> users.decided(
                        actor,
                        part.getKey(),
                        new RemoveApplications(part.getValue(), revocation.only(), revocation.reason()),
                        people,
                        now))
                .toList();
    }

    private static List<Rejection> known(Set<String> roles, List<Role> found) {
        if (roles.isEmpty()) {
            return List.of(Rejection.ofField("management.no-application-ticked", "roles"));
        }
        return found.size() < roles.size()
                ? List.of(Rejection.ofField("management.role-not-yours", "roles"))
                : List.of();
    }

    /** Managers of one subdivision put whoever comes in by them there. */
    private static @Nullable SubdivisionId into(Reach reach, Grant grant) {
        Set<SubdivisionId> own = reach.only();
        return grant.subdivision() == null && !reach.covers(null) && own != null && own.size() == 1
                ? own.iterator().next()
                : grant.subdivision();
    }

    private List<Verdict> carryOut(
            Actor actor,
            Collection<PersonId> people,
            List<Decided> parts,
            Function<List<Verdict>, Verdict> whole,
            @Nullable UUID dossier) {
        List<Verdict> verdicts = verdicts(people, parts, whole);
        Set<PersonId> done =
                verdicts.stream().filter(Verdict::isDone).map(Verdict::person).collect(Collectors.toUnmodifiableSet());
        parts.forEach(part -> users.carryOut(actor, part, done::contains, dossier));
        return verdicts;
    }

    /** For each person one, of what was decided in each quality. */
    private static List<Verdict> verdicts(
            Collection<PersonId> people, List<Decided> parts, Function<List<Verdict>, Verdict> whole) {
        Map<PersonId, List<Verdict>> all = parts.stream()
                .flatMap(part -> part.verdicts().stream())
                .collect(Collectors.groupingBy(Verdict::person));
        return people.stream()
                .distinct()
                .map(person -> whole.apply(all.getOrDefault(person, List.of())))
                .toList();
    }

    /** Whoever is no user of one of the qualities has nothing to lose there. */
    private static Verdict takenBack(List<Verdict> parts) {
        Verdict whole = Verdict.ofSome(parts);
        return whole.outcome() == Outcome.REFUSED
                ? whole.withWhy(Rejection.of("management.has-no-right-of-yours"))
                : whole;
    }

    private Organisation entity(Actor actor, EnterpriseNumber number) {
        return authority.requireSomewhereIn(actor, number, ManagementTask.RIGHTS);
    }

    private List<Reach> reaches(Actor actor, Organisation entity) {
        return authority.reaches(actor, entity.id(), ManagementTask.RIGHTS);
    }

    private List<Role> grantable(Organisation entity, List<Reach> reaches) {
        return catalogue
                .rolesFor(reaches.stream().map(reach -> reach.quality().kind()).collect(Collectors.toSet()), entity)
                .stream()
                .filter(role -> reaches.stream().anyMatch(reach -> covers(reach, role)))
                .toList();
    }

    private static boolean covers(Reach reach, Role role) {
        return reach.quality().kind() == role.quality()
                && (!reach.isOfDomainsOnly() || reach.coversEverywhere(role.domains()));
    }

    private static Set<String> codes(List<Role> roles, Predicate<Role> wanted) {
        return roles.stream().filter(wanted).map(Role::code).collect(Collectors.toUnmodifiableSet());
    }

    /** In one order, so that two managers never wait for each other. */
    private void lock(Actor actor, EnterpriseNumber number, Set<String> roles) {
        Set<QualityKind> kinds =
                catalogue.roles(roles).stream().map(Role::quality).collect(Collectors.toSet());
        reaches(actor, entity(actor, number)).stream()
                .map(Reach::quality)
                .filter(quality -> kinds.contains(quality.kind()))
                .map(Quality::id)
                .sorted(Comparator.comparing(QualityId::value))
                .forEach(access::lock);
    }
}
