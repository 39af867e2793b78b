package be.designations.management;

import be.designations.catalogue.Role;
import be.designations.rules.Rejection;
import java.util.Collection;
import java.util.Optional;

/**
 * A right of a role that takes a context names establishment units; that it holds for the whole entity is said, not left open.
 * <i>Source: S003 (“Organisaties*”), D21.</i>
 */
final class ContextPolicy {

    private ContextPolicy() {}

    static Optional<Rejection> check(AddApplications grant, Collection<Role> roles) {
        if (grant.wholeEntity() && !grant.context().isEmpty()) {
            return Optional.of(Rejection.ofField("management.context-and-whole-entity", "context"));
        }
        return !grant.wholeEntity()
                        && grant.context().isEmpty()
                        && roles.stream().anyMatch(Role::takesContext)
                ? Optional.of(Rejection.ofField("management.context-needed", "context"))
                : Optional.empty();
    }
}
