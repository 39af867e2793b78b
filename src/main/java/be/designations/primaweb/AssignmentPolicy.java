package be.designations.primaweb;

import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.primaweb.ProfileStore.Holder;
import be.designations.rules.Rejection;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Profiles are given to an active user who has the role Agent social, and has entered PrimaWeb once. Nobody gives anything to
 * themselves, neither a profile, nor a function by way of a profile that they have, nor a way back: there is always a local manager
 * who can. <i>Source: A9, D24, D62.</i>
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
                isSelf(actor, user.person()) && !given.isEmpty()
                        ? Optional.of(Rejection.of("primaweb.not-for-oneself"))
                        : Optional.empty();
        };
    }

    /**
     * To lose a function is theirs to choose.
     *
     * @param gained  the functions that a profile has from now on
     * @param holders of that profile
     */
    static Optional<Rejection> checkGain(Actor actor, Set<String> gained, Collection<Holder> holders) {
        return !gained.isEmpty() && holders.stream().anyMatch(holder -> isSelf(actor, holder.person()))
                ? Optional.of(Rejection.of("primaweb.not-for-oneself"))
                : Optional.empty();
    }

    static Optional<Rejection> checkReactivation(Actor actor, PersonId user) {
        return isSelf(actor, user) ? Optional.of(Rejection.of("primaweb.not-reactivating-oneself")) : Optional.empty();
    }

    private static boolean isSelf(Actor actor, PersonId person) {
        return actor.person().equals(person);
    }
}
