package be.designations.management;

import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.rules.Rejection;
import java.util.Optional;

/**
 * Nobody gives themselves a responsibility or a right, and nobody unblocks themselves: what a manager could not otherwise
 * get, another manager has to give. <i>Source: D2 (the principal access manager has no access to applications).</i>
 */
final class NotForOneselfPolicy {

    private NotForOneselfPolicy() {}

    static Optional<Rejection> check(Actor actor, PersonId person) {
        return actor.person().equals(person)
                ? Optional.of(Rejection.of("management.not-for-oneself"))
                : Optional.empty();
    }
}
