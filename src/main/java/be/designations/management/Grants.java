package be.designations.management;

import be.designations.access.AccessModel;
import be.designations.access.Authority;
import be.designations.access.Authority.Reach;
import be.designations.access.ManagementTask;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Rights;
import be.designations.access.SubdivisionId;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Organisation;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.Users.Decided;
import be.designations.management.Verdict.Outcome;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    private final Clock clock;

    Grants(Authority authority, AccessModel access, Rights rights, Catalogue catalogue, Users users, Clock clock) {
        this.authority = authority;
        this.access = access;
        this.rights = rights;
        this.catalogue = catalogue;
        this.users = users;
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
        lock(actor, number, grant.roles());
        rights.lock(people);
        return carryOut(actor, people, decided(actor, number, grant, people), Verdict::ofAll);
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
        return carryOut(actor, people, decided(actor, number, revocation, people), Grants::takenBack);
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
        ContextPolicy.check(grant, wanted).ifPresent(refusals::add);
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
                        new RemoveApplications(part.getValue(), revocation.reason()),
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
            Actor actor, Collection<PersonId> people, List<Decided> parts, Function<List<Verdict>, Verdict> whole) {
        List<Verdict> verdicts = verdicts(people, parts, whole);
        Set<PersonId> done =
                verdicts.stream().filter(Verdict::isDone).map(Verdict::person).collect(Collectors.toUnmodifiableSet());
        parts.forEach(part -> users.carryOut(actor, part, done::contains));
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
                .rolesFor(
                        reaches.stream().map(reach -> reach.quality().kind()).collect(Collectors.toSet()),
                        entity.kind())
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
