package be.designations.casework;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Whether the actor, as they act now and signed in surely enough, works at that desk for that organisation. */
    public boolean worksAt(Actor actor, Desk desk, OrganisationId organisation) {
        return desk.office() == null
                ? capacities.holds(actor, organisation, desk.staff())
                : desk.staff().stream().anyMatch(role -> capacities.actsForDesk(actor, role));
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
        return all.offeredTo(actor.person(), partial);
    }

    /** What waits at the desks of the actor in the capacity chosen; nothing for who was not recognised surely (D30). */
    WorkList.Query workOf(Actor actor) {
        List<Capacity> chosen = capacities.openingTo(actor).stream()
                .filter(held -> actor.speaksFor(held.organisation()))
                .toList();
        Set<Desk> central = EnumSet.noneOf(Desk.class);
        Map<Desk, Set<OrganisationId>> ofEntities = new EnumMap<>(Desk.class);
        for (Desk desk : Desk.values()) {
            Set<OrganisationId> where = where(chosen, desk.staff());
            if (desk.office() == null) {
                ofEntities.put(desk, where);
            } else if (!where.isEmpty()) {
                central.add(desk);
            }
        }
        return new WorkList.Query(central, ofEntities);
    }

    /** Where a person is one of these. */
    public static Set<OrganisationId> where(List<Capacity> held, Set<CapacityKind> kinds) {
        return held.stream()
                .filter(capacity -> kinds.contains(capacity.kind()))
                .map(Capacity::organisation)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** In whose name the work of a desk is done: the office, or nobody's where each entity has its own. */
    Optional<OrganisationId> officeOf(Desk desk) {
        return Optional.ofNullable(desk.office()).flatMap(directory::findDesk).map(Organisation::id);
    }
}
