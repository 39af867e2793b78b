package be.designations.management;

import be.designations.directory.Person;
import be.designations.rules.Rejection;
import java.util.Optional;

/** Nothing is given to a person whose access was switched off altogether. */
final class PersonStandsPolicy {

    private PersonStandsPolicy() {}

    static Optional<Rejection> check(Person person) {
        return person.disabled()
                ? Optional.of(Rejection.ofField("management.person-disabled", "niss"))
                : Optional.empty();
    }
}
