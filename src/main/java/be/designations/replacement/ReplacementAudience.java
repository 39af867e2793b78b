package be.designations.replacement;

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
import be.designations.directory.SignInLevel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who sees which replacements and which work of them: the legal representatives and the managers of the entity, and support
 * staff. Whoever is to be replaced sees nothing by that.
 */
@Component
class ReplacementAudience implements CaseAudience {

    private final Capacities capacities;

    ReplacementAudience(Capacities capacities) {
        this.capacities = capacities;
    }

    @Override
    public CaseKind kind() {
        return CaseKind.MANAGER_REPLACEMENT;
    }

    @Override
    public WorkList.Query workOf(Actor actor) {
        List<Capacity> chosen = capacities.of(actor.person()).stream()
                .filter(held -> actor.speaksFor(held.organisation()))
                .toList();
        return new WorkList.Query(
                Set.of(),
                Map.of(
                        Desk.REPRESENTATIVES,
                        where(chosen, CapacityKind.REPRESENTATIVES),
                        Desk.ENTITY_MANAGERS,
                        where(chosen, CapacityKind.ENTITY_MANAGERS)));
    }

    @Override
    public CaseList.Seen seenBy(Actor actor) {
        List<Capacity> held = capacities.of(actor.person());
        boolean support = actor.level().isAtLeast(SignInLevel.ITSME)
                && held.stream().anyMatch(capacity -> capacity.kind() == CapacityKind.SUPPORT_AGENT);
        if (support) {
            return new CaseList.Seen(kind(), null, null);
        }
        Set<OrganisationId> organisations = Stream.of(CapacityKind.REPRESENTATIVES, CapacityKind.ENTITY_MANAGERS)
                .flatMap(kinds -> where(held, kinds).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new CaseList.Seen(kind(), organisations, null);
    }

    private static Set<OrganisationId> where(List<Capacity> held, Set<CapacityKind> kinds) {
        return held.stream()
                .filter(capacity -> kinds.contains(capacity.kind()))
                .map(Capacity::organisation)
                .collect(Collectors.toUnmodifiableSet());
    }
}
