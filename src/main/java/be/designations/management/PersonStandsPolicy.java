package be.designations.management;

import be.designations.directory.Person;
import be.designations.rules.Rejection;
import java.util.Optional;

/** Nothing is given to a person whose access was switched off altogether. */
final class PersonStandsPolicy {

    private PersonStandsPolicy() {}

    static Optional<Rejection> check(Person person) {
        return check(person.disabled()).map(refusal -> Rejection.ofField(refusal.code(), "niss"));
    }

    static Optional<Rejection> check(boolean disabled) {
        return disabled ? Optional.of(Rejection.of("management.person-disabled")) : Optional.empty();
    }
}
