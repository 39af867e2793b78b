package be.designations.management;

import be.designations.access.ResponsibilityKind;
import be.designations.rules.Rejection;
import java.util.Optional;

/**
 * The principal access manager is neither removed nor blocked by a manager: the legal representative designates another one
 * in their place, so that no entity is left without. <i>Source: S000 and S001, D4.</i>
 */
final class PrincipalManagerStaysPolicy {

    private PrincipalManagerStaysPolicy() {}

    static Optional<Rejection> check(ResponsibilityKind kind) {
        return kind == ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER
                ? Optional.of(Rejection.of("management.principal-manager-stays"))
                : Optional.empty();
    }
}
