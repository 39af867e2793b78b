package be.designations.decisions;

import be.designations.rules.Typed;
import java.util.Set;

/**
 * What an agent says about an application that asks.
 *
 * @param followsChanges whether it may follow what changes for its roles
 * @param roles          the codes of those that are its own
 */
public record ApplicationDetails(String name, boolean seesBasis, boolean followsChanges, Set<String> roles) {

    public ApplicationDetails {
        name = Typed.line(name);
        roles = Set.copyOf(roles);
    }

    static ApplicationDetails of(RegisteredApplication application) {
        return new ApplicationDetails(
                application.name(), application.seesBasis(), application.followsChanges(), application.roles());
    }
}
