package be.designations.access;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.SignInLevel;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who may do which task of management where, now: blocked and ended responsibilities give nothing. What is foreign to the
 * actor does not exist for them.
 */
@Service
public class Authority {

    private static final Set<CapacityKind> SUBDIVISION_MANAGERS = CapacityKind.SUBDIVISION_MANAGERS;

    private final Capacities capacities;
    private final AccessReaders readers;
    private final AccessModel access;
    private final Qualities qualities;
    private final Directory directory;
    private final Clock clock;

    Authority(
            Capacities capacities,
            AccessReaders readers,
            AccessModel access,
            Qualities qualities,
            Directory directory,
            Clock clock) {
        this.capacities = capacities;
        this.readers = readers;
        this.access = access;
        this.qualities = qualities;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * How far somebody's authority over users reaches in a quality: whole over the users of some subdivisions, or of the
     * quality, and over the roles of some domains whoever the user is.
     *
     * @param only    the subdivisions in which it is whole, or null when it is in the whole quality
     * @param domains the domains to whose roles it is limited elsewhere, or null when it is not limited
     */
    public record Reach(
            Quality quality,
            @Nullable Set<SubdivisionId> only,
            @Nullable Set<DomainCode> domains) {

        public Reach {
            only = only == null ? null : Set.copyOf(only);
            domains = domains == null ? null : Set.copyOf(domains);
        }

        /** Whether a user in that subdivision, or in none, is within reach, be it for some roles only. */
        public boolean covers(@Nullable SubdivisionId subdivision) {
            return coversWholly(subdivision) || (domains != null && !domains.isEmpty());
        }

        /** Whether every role of a user in that subdivision, or in none, is within reach. */
        public boolean coversWholly(@Nullable SubdivisionId subdivision) {
            return only == null || (subdivision != null && only.contains(subdivision));
        }

        /** Whether nobody is within reach but for the roles of some domains. */
        public boolean isOfDomainsOnly() {
            return domains != null && only != null && only.isEmpty();
        }

        /** Whether a role that opens applications of these domains is within reach whoever the user is. */
        public boolean coversEverywhere(Set<DomainCode> opened) {
            return only == null || (domains != null && domains.containsAll(opened));
        }
    }

    /**
     * The entity, for somebody who may do that task in it.
     *
     * @throws NotFoundException   when there is none, or the actor is nothing there
     * @throws NotAllowedException when the actor is something else there
     */
    public Organisation requireInEntity(Actor actor, EnterpriseNumber number, ManagementTask task) {
        Organisation organisation = entity(number);
        if (!tasks(actor, organisation.id(), null).contains(task)) {
            throw refusal(actor, organisation.id(), null);
        }
        return organisation;
    }

    /**
     * The entity, for somebody who may do that task in it, or in any quality or subdivision of it.
     *
     * @throws NotFoundException   when there is none, or the actor is nothing there
     * @throws NotAllowedException when the actor is something else there
     */
    public Organisation requireSomewhereIn(Actor actor, EnterpriseNumber number, ManagementTask task) {
        Organisation organisation = entity(number);
        if (!capacities.holds(actor, organisation.id(), task.by())) {
            throw refusal(actor, organisation.id(), null);
        }
        return organisation;
    }

    /**
     * The quality, for somebody who may do that task in it, with how far that reaches.
     *
     * @throws NotFoundException   when there is none, or the actor may not even see it
     * @throws NotAllowedException when the actor is something else there
     */
    public Reach requireInQuality(Actor actor, QualityId id, ManagementTask task) {
        Quality quality = access.findQuality(id).orElseThrow(() -> new NotFoundException("quality"));
        List<Capacity> held = capacities.of(actor);
        if (!counted(actor, quality.organisation(), in(held, quality.organisation(), id, () -> quality))
                .contains(task)) {
            throw refusal(actor, quality.organisation(), id);
        }
        return reach(actor, held, quality, task);
    }

    /**
     * The qualities of an entity in which somebody may do that task, by kind, each with how far that reaches; none for whoever may
     * do it nowhere.
     */
    public List<Reach> reaches(Actor actor, OrganisationId organisation, ManagementTask task) {
        List<Capacity> held = capacities.of(actor);
        return access.qualitiesOf(List.of(organisation)).stream()
                .filter(quality -> counted(actor, organisation, in(held, organisation, quality.id(), () -> quality))
                        .contains(task))
                .sorted(Comparator.comparing(Quality::kind).thenComparing(Quality::identifier))
                .map(quality -> reach(actor, held, quality, task))
                .toList();
    }

    /**
     * The entity, for somebody who may do that task for that domain of it.
     *
     * @throws NotFoundException   when there is none, or the actor is nothing there
     * @throws NotAllowedException when the actor is something else there
     */
    public Organisation requireInDomain(Actor actor, EnterpriseNumber number, DomainCode domain, ManagementTask task) {
        Organisation organisation = entity(number);
        if (!tasks(actor, capacities.of(actor), organisation.id(), domain).contains(task)) {
            throw refusal(actor, organisation.id(), null);
        }
        return organisation;
    }

    private Organisation entity(EnterpriseNumber number) {
        return directory.findOrganisation(number).orElseThrow(() -> new NotFoundException("entity"));
    }

    /** What the actor may do in that entity, or in that quality of it. */
    public Set<ManagementTask> tasks(Actor actor, OrganisationId organisation, @Nullable QualityId quality) {
        return tasks(actor, capacities.of(actor), organisation, quality);
    }

    /**
     * The same, for whom it was read already what the actor is.
     *
     * @param held as {@link Capacities} answers
     */
    public Set<ManagementTask> tasks(
            Actor actor, List<Capacity> held, OrganisationId organisation, @Nullable QualityId quality) {
        return quality == null
                ? tasksInEntity(actor, held, organisation)
                : counted(actor, organisation, in(held, organisation, quality, () -> access.findQuality(quality)
                        .orElseThrow(() -> new NotFoundException("quality"))));
    }

    /** What the actor may do for each of these domains in that entity. */
    public Map<DomainCode, Set<ManagementTask>> tasksByDomain(
            Actor actor, OrganisationId organisation, Collection<DomainCode> domains) {
        List<Capacity> held = capacities.of(actor);
        return domains.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), domain -> tasks(actor, held, organisation, domain)));
    }

    private static Set<ManagementTask> tasks(
            Actor actor, List<Capacity> held, OrganisationId organisation, DomainCode domain) {
        return counted(
                actor,
                organisation,
                held.stream()
                        .filter(capacity -> capacity.organisation().equals(organisation) && capacity.quality() == null)
                        .filter(capacity ->
                                capacity.domain() == null || capacity.domain().equals(domain)));
    }

    /**
     * Whoever looks after a domain does nothing in the entity as a whole.
     *
     * @param held what the actor is, as {@link Capacities} answers
     */
    public static Set<ManagementTask> tasksInEntity(Actor actor, List<Capacity> held, OrganisationId organisation) {
        return counted(
                actor,
                organisation,
                held.stream()
                        .filter(capacity -> capacity.organisation().equals(organisation)
                                && capacity.quality() == null
                                && capacity.domain() == null));
    }

    private static Set<ManagementTask> counted(Actor actor, OrganisationId organisation, Stream<Capacity> counting) {
        if (!actor.speaksFor(organisation) || !actor.level().isAtLeast(SignInLevel.ITSME)) {
            return Set.of();
        }
        Set<CapacityKind> here = counting.map(Capacity::kind).collect(Collectors.toUnmodifiableSet());
        return Arrays.stream(ManagementTask.values())
                .filter(task -> task.by().stream().anyMatch(here::contains))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those capacities that count in that quality: those of a domain only where the domain has applications. */
    private Stream<Capacity> in(
            List<Capacity> held, OrganisationId organisation, QualityId quality, Supplier<Quality> details) {
        List<Capacity> here = held.stream()
                .filter(capacity -> capacity.organisation().equals(organisation))
                .filter(capacity ->
                        capacity.quality() == null || capacity.quality().equals(quality))
                .toList();
        if (here.stream().allMatch(capacity -> capacity.domain() == null)) {
            return here.stream();
        }
        Map<DomainCode, Set<QualityKind>> kinds = access.domainKinds();
        QualityKind kind = details.get().kind();
        return here.stream()
                .filter(capacity -> capacity.domain() == null
                        || kinds.getOrDefault(capacity.domain(), Set.of()).contains(kind));
    }

    private Reach reach(Actor actor, List<Capacity> held, Quality quality, ManagementTask task) {
        List<Capacity> allowing = in(held, quality.organisation(), quality.id(), () -> quality)
                .filter(capacity -> task.by().contains(capacity.kind()))
                .toList();
        if (allowing.stream()
                .anyMatch(capacity -> capacity.domain() == null && !SUBDIVISION_MANAGERS.contains(capacity.kind()))) {
            return new Reach(quality, null, null);
        }
        Set<DomainCode> domains = allowing.stream()
                .map(Capacity::domain)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        boolean subdivisions = allowing.stream().anyMatch(capacity -> SUBDIVISION_MANAGERS.contains(capacity.kind()));
        return new Reach(
                quality,
                subdivisions ? qualities.managedBy(actor.person(), quality.id(), clock.instant()) : Set.of(),
                domains.isEmpty() ? null : domains);
    }

    private RuntimeException refusal(Actor actor, OrganisationId organisation, @Nullable QualityId quality) {
        Sight sight = readers.of(actor);
        boolean seen = quality == null ? sight.sees(organisation) : sight.sees(organisation, quality);
        if (!seen) {
            return new NotFoundException(quality == null ? "entity" : "quality");
        }
        if (!actor.level().isAtLeast(SignInLevel.ITSME)) {
            return new NotAllowedException(Rejection.of("access.sign-in-too-weak"));
        }
        return new NotAllowedException(
                Rejection.of(actor.speaksFor(organisation) ? "access.not-your-task" : "access.acting-for-another"));
    }
}
