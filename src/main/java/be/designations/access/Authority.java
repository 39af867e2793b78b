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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who may do which task of management where, now: blocked and ended responsibilities give nothing. What is foreign to the
 * actor does not exist for them.
 */
@Service
public class Authority {

    private static final Set<CapacityKind> SUBDIVISION_MANAGERS =
            EnumSet.of(CapacityKind.SUBDIVISION_MANAGER, CapacityKind.CO_SUBDIVISION_MANAGER);

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
     * How far somebody's authority over users reaches in a quality.
     *
     * @param only the subdivisions to which it is limited, or null when it holds for the whole quality
     */
    public record Reach(Quality quality, @Nullable Set<SubdivisionId> only) {

        public Reach {
            only = only == null ? null : Set.copyOf(only);
        }

        /** Whether a user in that subdivision, or in none, is within reach. */
        public boolean covers(@Nullable SubdivisionId subdivision) {
            return only == null || (subdivision != null && only.contains(subdivision));
        }
    }

    /**
     * The entity, for somebody who may do that task in it.
     *
     * @throws NotFoundException   when there is none, or the actor is nothing there
     * @throws NotAllowedException when the actor is something else there
     */
    public Organisation requireInEntity(Actor actor, EnterpriseNumber number, ManagementTask task) {
        Organisation organisation =
                directory.findOrganisation(number).orElseThrow(() -> new NotFoundException("entity"));
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
        Organisation organisation =
                directory.findOrganisation(number).orElseThrow(() -> new NotFoundException("entity"));
        boolean somewhere = capacities.holds(actor, organisation.id(), task.by());
        if (!somewhere) {
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
        List<Capacity> held = capacities.of(actor.person());
        if (!tasks(actor, held, quality.organisation(), id).contains(task)) {
            throw refusal(actor, quality.organisation(), id);
        }
        return new Reach(quality, only(actor, held, quality, task));
    }

    /** What the actor may do in that entity, or in that quality of it. */
    public Set<ManagementTask> tasks(Actor actor, OrganisationId organisation, @Nullable QualityId quality) {
        return tasks(actor, capacities.of(actor.person()), organisation, quality);
    }

    /** @param held what the actor is, as {@link Capacities} answers */
    static Set<ManagementTask> tasks(
            Actor actor, List<Capacity> held, OrganisationId organisation, @Nullable QualityId quality) {
        if (!actor.speaksFor(organisation) || !actor.level().isAtLeast(SignInLevel.ITSME)) {
            return Set.of();
        }
        Set<CapacityKind> here = held.stream()
                .filter(capacity -> capacity.organisation().equals(organisation))
                .filter(capacity ->
                        capacity.quality() == null || capacity.quality().equals(quality))
                .map(Capacity::kind)
                .collect(Collectors.toUnmodifiableSet());
        return Arrays.stream(ManagementTask.values())
                .filter(task -> task.by().stream().anyMatch(here::contains))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Null unless being manager of a subdivision is all that allows it. */
    private @Nullable Set<SubdivisionId> only(Actor actor, List<Capacity> held, Quality quality, ManagementTask task) {
        boolean whole = held.stream()
                .filter(capacity -> capacity.organisation().equals(quality.organisation()))
                .filter(capacity ->
                        capacity.quality() == null || capacity.quality().equals(quality.id()))
                .map(Capacity::kind)
                .anyMatch(kind -> task.by().contains(kind) && !SUBDIVISION_MANAGERS.contains(kind));
        return whole ? null : qualities.managedBy(actor.person(), quality.id(), clock.instant());
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
