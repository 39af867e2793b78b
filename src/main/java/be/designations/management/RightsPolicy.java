package be.designations.management;

import be.designations.catalogue.Role;
import be.designations.directory.EstablishmentUnit;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.rules.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rights are of roles that belong to the quality, for a period that each role allows, in places where the entity works.
 * <i>Source: A6 (right form), A8, B4.</i>
 */
final class RightsPolicy {

    private RightsPolicy() {}

    /**
     * @param offered the roles that may be granted in that quality
     * @param units   the places of the entity
     */
    static List<Rejection> check(
            AddApplications add, List<Role> offered, List<EstablishmentUnit> units, LocalDate today) {
        List<Rejection> refusals = new ArrayList<>();
        List<Role> wanted = offered.stream()
                .filter(role -> add.roles().contains(role.code()))
                .toList();
        if (add.roles().isEmpty()) {
            refusals.add(Rejection.ofField("management.no-application-ticked", "roles"));
        } else if (wanted.size() < add.roles().size()) {
            refusals.add(Rejection.ofField("management.role-not-of-quality", "roles"));
        }
        Integer shortest = wanted.stream()
                .map(Role::longestMonths)
                .filter(Objects::nonNull)
                .min(Integer::compare)
                .orElse(null);
        PeriodPolicy.check(add.firstDay(), add.lastDay(), shortest, today).ifPresent(refusals::add);
        ContextPolicy.check(add, wanted).ifPresent(refusals::add);
        if (!add.context().isEmpty()) {
            Set<EstablishmentUnitNumber> known =
                    units.stream().map(EstablishmentUnit::number).collect(Collectors.toUnmodifiableSet());
            if (!known.containsAll(add.context())) {
                refusals.add(Rejection.ofField("management.unit-of-another-entity", "context"));
            }
            if (!wanted.stream().allMatch(Role::takesContext)) {
                refusals.add(Rejection.ofField("management.role-takes-no-context", "context"));
            }
        }
        return refusals;
    }
}
