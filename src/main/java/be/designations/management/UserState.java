package be.designations.management;

import be.designations.access.Right;
import be.designations.access.Standing;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.directory.Tied;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands in a quality.
 *
 * @param name   null when they are no user of the quality within the manager's reach
 * @param user   that they are a user, or null when they are not, or beyond the manager's reach
 * @param disabled whether the person's access was switched off altogether
 * @param rights those that have not ended
 * @param ties   to the entity, ended ones and those to come included
 */
public record UserState(
        PersonId person,
        @Nullable String name,
        @Nullable Standing user,
        boolean disabled,
        List<Right> rights,
        Tied ties) {

    public UserState {
        rights = List.copyOf(rights);
    }

    /** Those of one of these roles. */
    List<Right> rightsOf(Set<String> roles) {
        return rights.stream().filter(right -> roles.contains(right.role())).toList();
    }

    /** Why that person is given nothing by that manager. */
    Optional<Rejection> keptFrom(Actor manager) {
        return NotForOneselfPolicy.check(manager, person).or(() -> PersonStandsPolicy.check(disabled));
    }

    /** What an action comes to for them; whoever is no user is refused whatever the action. */
    Verdict decide(UserAction action, Actor actor, Instant now) {
        return user == null
                ? Verdict.refused(this, Rejection.of("management.not-a-user"))
                : action.decide(this, user, actor, now);
    }

    /** The codes of their roles. */
    static List<String> roles(List<Right> rights) {
        return rights.stream().map(Right::role).distinct().sorted().toList();
    }
}
