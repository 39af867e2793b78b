package be.designations.management;

import static be.designations.access.ResponsibilityKind.ACCESS_MANAGER;
import static be.designations.access.ResponsibilityKind.CO_ACCESS_MANAGER;
import static be.designations.access.ResponsibilityKind.CO_LOCAL_MANAGER;
import static be.designations.access.ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER;
import static be.designations.access.ResponsibilityKind.CO_SUBDIVISION_MANAGER;
import static be.designations.access.ResponsibilityKind.LOCAL_MANAGER;
import static be.designations.access.ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER;
import static be.designations.access.ResponsibilityKind.SUBDIVISION_MANAGER;
import static be.designations.access.ResponsibilityKind.USER;

import be.designations.access.ResponsibilityKind;
import be.designations.rules.Rejection;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * A person is one of local manager, co-local manager and user of a quality, one of principal and co-principal access manager
 * of an entity, one of manager and co-manager of a subdivision, one of access manager and co-access manager of a domain. Who rises leaves the lower place, when the manager confirms
 * it; nobody falls by being named below. <i>Source: S002 §2, A5.</i>
 */
final class OneRoleAQualityPolicy {

    private OneRoleAQualityPolicy() {}

    /** What the person may be now and would cease to be as that. */
    static Set<ResponsibilityKind> leftBy(ResponsibilityKind kind) {
        return switch (kind) {
            case LOCAL_MANAGER -> ResponsibilityKind.EXCLUDED_BY_LOCAL_MANAGER;
            case CO_LOCAL_MANAGER -> Set.of(USER);
            case SUBDIVISION_MANAGER -> Set.of(CO_SUBDIVISION_MANAGER);
            case ACCESS_MANAGER -> Set.of(CO_ACCESS_MANAGER);
            default -> Set.of();
        };
    }

    /** @param held what the person is there now, blocked or not */
    static Optional<Rejection> check(ResponsibilityKind kind, Collection<ResponsibilityKind> held) {
        return excluding(kind).stream()
                .filter(held::contains)
                .findFirst()
                .map(other -> Rejection.ofField("management.is-already." + other.name(), "niss"));
    }

    private static Set<ResponsibilityKind> excluding(ResponsibilityKind kind) {
        return switch (kind) {
            case CO_PRINCIPAL_ACCESS_MANAGER -> Set.of(PRINCIPAL_ACCESS_MANAGER, CO_PRINCIPAL_ACCESS_MANAGER);
            case CO_LOCAL_MANAGER -> Set.of(LOCAL_MANAGER, CO_LOCAL_MANAGER);
            case USER -> Set.of(LOCAL_MANAGER, CO_LOCAL_MANAGER, USER);
            case CO_SUBDIVISION_MANAGER -> Set.of(SUBDIVISION_MANAGER, CO_SUBDIVISION_MANAGER);
            case CO_ACCESS_MANAGER -> Set.of(ACCESS_MANAGER, CO_ACCESS_MANAGER);
            default -> Set.of(kind);
        };
    }
}
