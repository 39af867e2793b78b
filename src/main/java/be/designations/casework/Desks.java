package be.designations.casework;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.access.QualityId;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works at which desk. */
@Component
public class Desks {

    private final Capacities capacities;
    private final Directory directory;
    private final CaseTypes types;

    Desks(Capacities capacities, Directory directory, CaseTypes types) {
        this.capacities = capacities;
        this.directory = directory;
        this.types = types;
    }

    /** Whether the actor, as they act now and signed in surely enough, works at that desk for that dossier. */
    public boolean worksAt(Actor actor, Desk desk, CaseFile dossier) {
        if (desk.office() != null) {
            return desk.staff().stream().anyMatch(role -> capacities.actsForDesk(actor, role));
        }
        QualityId quality = dossier.quality();
        return (desk.isOfQuality() && quality != null)
                ? capacities.holds(actor, dossier.organisation(), quality, desk.staff())
                : capacities.holds(actor, dossier.organisation(), desk.staff());
    }

    /** The work that is offered to the actor in the capacity chosen: without what they may not do (D29). */
    @Transactional(readOnly = true)
    public WorkList.Query workFor(Actor actor) {
        WorkList.Query all = workOf(actor);
        List<WorkList.Partial> partial = all.centralDesks().isEmpty()
                ? List.of()
                : types.types().stream()
                        .map(type -> new WorkList.Partial(
                                type.work().stream()
                                        .filter(kind -> kind.desk().office() != null)
                                        .map(WorkKind::code)
                                        .collect(Collectors.toUnmodifiableSet()),
                                type.partialIn(actor)))
                        .filter(kinds -> !kinds.kinds().isEmpty()
                                && !kinds.organisations().isEmpty())
                        .toList();
        return all.offeredTo(actor, partial);
    }

    /**
     * Where somebody works.
     *
     * @param work   as {@link #workFor}
     * @param places the organisations for which they work at a desk
     */
    public record At(WorkList.Query work, Set<OrganisationId> places) {}

    /** Where the actor works, in the capacity chosen. */
    @Transactional(readOnly = true)
    public At at(Actor actor) {
        return new At(workFor(actor), placesOf(actor));
    }

    /** What waits at the desks of the actor in the capacity chosen; nothing for who was not recognised surely (D30). */
    WorkList.Query workOf(Actor actor) {
        List<Capacity> chosen = capacities.openingTo(actor).stream()
                .filter(held -> actor.speaksFor(held.organisation()))
                .toList();
        Set<Desk> central = EnumSet.noneOf(Desk.class);
        Map<Desk, Set<OrganisationId>> ofEntities = new EnumMap<>(Desk.class);
        Map<Desk, Set<QualityId>> ofQualities = new EnumMap<>(Desk.class);
        for (Desk desk : Desk.values()) {
            if (desk.isOfQuality()) {
                ofEntities.put(desk, ofWholeEntities(chosen, desk.staff()));
                ofQualities.put(desk, ofQualities(chosen, desk.staff()));
                continue;
            }
            Set<OrganisationId> where = where(chosen, desk.staff());
            if (desk.office() == null) {
                ofEntities.put(desk, where);
            } else if (!where.isEmpty()) {
                central.add(desk);
            }
        }
        return new WorkList.Query(central, ofEntities, ofQualities);
    }

    /** As what the actor does that work for that organisation, the weightiest if as several; nothing where they do not. */
    public Optional<Capacity> asWhat(Actor actor, WorkKind kind, OrganisationId organisation) {
        Desk desk = kind.desk();
        return capacities.openingTo(actor).stream()
                .filter(held -> actor.speaksFor(held.organisation())
                        && desk.staff().contains(held.kind())
                        && (desk.office() != null || held.organisation().equals(organisation)))
                .min(Comparator.comparing(Capacity::kind));
    }

    /** The organisations for which the actor works at a desk, in the capacity chosen; none for who was not recognised surely (D30). */
    Set<OrganisationId> placesOf(Actor actor) {
        return capacities.openingTo(actor).stream()
                .filter(held -> actor.speaksFor(held.organisation())
                        && Arrays.stream(Desk.values())
                                .anyMatch(desk -> desk.staff().contains(held.kind())))
                .map(Capacity::organisation)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where a person is one of these. */
    public static Set<OrganisationId> where(List<Capacity> held, Set<CapacityKind> kinds) {
        return held.stream()
                .filter(capacity -> kinds.contains(capacity.kind()))
                .map(Capacity::organisation)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where a person is one of these for all qualities of an entity. */
    public static Set<OrganisationId> ofWholeEntities(List<Capacity> held, Set<CapacityKind> kinds) {
        return held.stream()
                .filter(capacity -> kinds.contains(capacity.kind()) && capacity.quality() == null)
                .map(Capacity::organisation)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The qualities of other entities for which a person is one of these. */
    public static Set<QualityId> ofQualities(List<Capacity> held, Set<CapacityKind> kinds) {
        Set<OrganisationId> whole = ofWholeEntities(held, kinds);
        return held.stream()
                .filter(capacity -> kinds.contains(capacity.kind()) && !whole.contains(capacity.organisation()))
                .flatMap(capacity -> Stream.ofNullable(capacity.quality()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Why somebody sees no dossiers any more: another organisation has taken over the desk at which they worked (D18). Nothing for whoever
     * never worked at one, or works at one now.
     */
    Optional<Rejection> lost(Actor actor) {
        Capacities.Held held = capacities.heldBy(actor.person());
        if (held.own().stream().anyMatch(capacity -> Capacities.deskOf(capacity.kind()) != null)) {
            return Optional.empty();
        }
        return held.withoutDesk().stream()
                .flatMap(role -> Optional.ofNullable(Capacities.deskOf(role.kind())).stream()
                        .filter(desk -> directory.hadDesk(role.organisation(), desk)))
                .findFirst()
                .map(desk -> Rejection.of(
                        desk == OrganisationKind.BCSS
                                ? "casework.advising-desk-taken-over"
                                : "casework.deciding-desk-taken-over"));
    }

    /** In whose name the work of a desk is done: the office, or nobody's where each entity has its own. */
    Optional<OrganisationId> officeOf(Desk desk) {
        return Optional.ofNullable(desk.office()).flatMap(directory::findDesk).map(Organisation::id);
    }

    /** As {@link #officeOf(Desk)}, at that instant. */
    Optional<OrganisationId> officeOf(Desk desk, Instant at) {
        return Optional.ofNullable(desk.office())
                .flatMap(office -> directory.findDesk(office, at))
                .map(Organisation::id);
    }
}
