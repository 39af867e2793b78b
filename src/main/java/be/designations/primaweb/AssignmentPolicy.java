package be.designations.primaweb;

import be.designations.directory.Actor;
import be.designations.rules.Rejection;
import java.util.Optional;
import java.util.Set;

/**
 * Profiles are given to an active user who has the role Agent social, and has entered PrimaWeb once; not by themselves: there is
 * always a local manager who can. <i>Source: A9, D24, D62.</i>
 */
final class AssignmentPolicy {

    private AssignmentPolicy() {}

    /** @param given those that the user does not have yet, or that give nothing yet */
    static Optional<Rejection> check(Actor actor, ProfileUser user, Set<ProfileId> given) {
        if (user.deactivatedAt() != null) {
            return Optional.of(Rejection.of("primaweb.user-inactive").ofState());
        }
        return switch (user.standing()) {
            case ENDED -> Optional.of(Rejection.of("primaweb.role-missing").ofState());
            case BLOCKED -> Optional.of(Rejection.of("primaweb.user-blocked").ofState());
            case STANDS, ASKS ->
                actor.person().equals(user.person()) && !given.isEmpty()
                        ? Optional.of(Rejection.of("primaweb.not-for-oneself"))
                        : Optional.empty();
        };
    }
}
