package be.designations.principalmanager;

import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.directory.RegisteredPerson;
import be.designations.identifier.Niss;
import be.designations.management.People;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds whom somebody names as manager. Whoever the register does not recognise learns nothing by naming: not whether a number
 * exists, whose it is, nor what that person is; support sees that later.
 */
@Component
class Nominees {

    private final Directory directory;
    private final People people;
    private final Incumbents incumbents;
    private final Clock clock;

    Nominees(Directory directory, People people, Incumbents incumbents, Clock clock) {
        this.directory = directory;
        this.people = people;
        this.incumbents = incumbents;
        this.clock = clock;
    }

    /**
     * @param name   in full
     * @param person null while the directory does not know them
     */
    record Nominee(String name, @Nullable Person person) {}

    /** @throws RejectedException when the number is nobody's, or not of whoever has that name */
    Nominee find(Actor actor, Proposal proposal, boolean recognised) {
        Niss niss = proposal.niss();
        if (niss == null) {
            Person self = directory.person(actor.person());
            return new Nominee(self.displayName(), self);
        }
        RegisteredPerson registered = look(niss, recognised);
        if (!Names.same(registered.lastName(), Objects.requireNonNull(proposal.lastName()))) {
            throw otherName();
        }
        Optional<Person> known = directory.findPerson(niss);
        return new Nominee(
                known.map(Person::displayName).orElse(registered.firstName() + " " + registered.lastName()),
                known.orElse(null));
    }

    private RegisteredPerson look(Niss niss, boolean recognised) {
        try {
            return people.look(niss);
        } catch (RejectedException nobody) {
            throw recognised ? nobody : otherName();
        }
    }

    private static RejectedException otherName() {
        return new RejectedException(Rejection.ofField("principalmanager.name-does-not-match", "lastName"));
    }

    /** What refuses that person whatever else is declared. */
    List<Rejection> refusals(
            Actor actor, Nominee nominee, @Nullable Organisation organisation, @Nullable Tie tie, boolean recognised) {
        Person person = nominee.person();
        List<Rejection> refusals = new ArrayList<>();
        if (person != null && (recognised || person.id().equals(actor.person()))) {
            refusals.addAll(PrincipalManagerPolicy.check(
                    person.disabled(),
                    organisation != null && incumbents.isPrincipalManager(person.id(), organisation.id())));
        }
        if (tie != null) {
            refusals.addAll(PrincipalManagerPolicy.check(tie, Days.of(clock.instant())));
        }
        return refusals;
    }
}
