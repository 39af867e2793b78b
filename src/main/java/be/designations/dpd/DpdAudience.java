package be.designations.dpd;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.casework.CaseAudience;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.Desk;
import be.designations.casework.WorkList;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who sees which dossiers and which work of the designation of data protection officers. */
@Component
class DpdAudience implements CaseAudience {

    private final Capacities capacities;
    private final DpdAccess access;

    DpdAudience(Capacities capacities, DpdAccess access) {
        this.capacities = capacities;
        this.access = access;
    }

    @Override
    public WorkList.Query workOf(Actor actor) {
        List<Capacity> chosen = capacities.of(actor.person()).stream()
                .filter(held -> actor.speaksFor(held.organisation()))
                .toList();
        Set<Desk> desks = EnumSet.noneOf(Desk.class);
        boolean sure = access.seesEveryCase(actor);
        if (sure && chosen.stream().anyMatch(held -> held.kind() == CapacityKind.DPD_REVIEWER)) {
            desks.add(Desk.BCSS);
        }
        if (sure && chosen.stream().anyMatch(held -> held.kind() == CapacityKind.DPD_APPROVER)) {
            desks.add(Desk.SPP_IS);
        }
        return new WorkList.Query(
                desks,
                Map.of(
                        Desk.FILERS,
                        where(chosen, DpdAccess.FILERS),
                        Desk.ENTITY_MANAGERS,
                        where(chosen, CapacityKind.ENTITY_MANAGERS)));
    }

    @Override
    public CaseKind kind() {
        return CaseKind.DPD_DESIGNATION;
    }

    @Override
    public CaseList.Seen seenBy(Actor actor) {
        return new CaseList.Seen(
                kind(), access.seesEveryCase(actor) ? null : Set.copyOf(access.casesSeenOf(actor)), null);
    }

    private static Set<OrganisationId> where(List<Capacity> held, Set<CapacityKind> kinds) {
        return held.stream()
                .filter(capacity -> kinds.contains(capacity.kind()))
                .map(Capacity::organisation)
                .collect(Collectors.toUnmodifiableSet());
    }
}
