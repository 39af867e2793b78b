package be.designations.principalmanager;

import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.NewPerson;
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

    private static final Rejection NAME_DOES_NOT_MATCH =
            Rejection.ofField("principalmanager.name-does-not-match", "lastName");

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

    /**
     * Number and name are compared for whoever is recognised; the others hear what they typed, right or wrong.
     *
     * @throws RejectedException when the number is nobody's, or not of whoever has that name
     */
    Nominee find(Actor actor, Proposal proposal, boolean recognised) {
        Niss niss = proposal.niss();
        if (niss == null) {
            Person self = directory.person(actor.person());
            return new Nominee(self.displayName(), self);
        }
        String named = Objects.requireNonNull(proposal.lastName());
        if (!recognised) {
            return new Nominee(named, null);
        }
        RegisteredPerson registered = people.look(niss);
        if (!registered.isCalled(named)) {
            throw new RejectedException(NAME_DOES_NOT_MATCH);
        }
        Optional<Person> known = directory.findPerson(niss);
        return new Nominee(
                known.map(Person::displayName).orElse(registered.firstName() + " " + registered.lastName()),
                known.orElse(null));
    }

    /**
     * The person with that number, taken into the directory when it does not know them yet; as they were named where nobody
     * has that number, which {@link #mismatch} tells before anything is given to them.
     */
    Person take(Niss niss, String named, Organisation organisation) {
        try {
            return people.require(niss, organisation);
        } catch (RejectedException nobody) {
            return directory
                    .findPerson(niss)
                    .orElseGet(() -> directory.register(
                            new NewPerson(niss, named, "", organisation.letterLanguage(), null, null)));
        }
    }

    /** Why number and name of a request do not go together; nothing when they do. */
    Optional<Rejection> mismatch(PrincipalManagerRequest request) {
        String named = request.named();
        if (named == null) {
            return Optional.empty();
        }
        try {
            return people.look(directory.person(request.manager()).niss()).isCalled(named)
                    ? Optional.empty()
                    : Optional.of(NAME_DOES_NOT_MATCH);
        } catch (RejectedException nobody) {
            return Optional.of(NAME_DOES_NOT_MATCH);
        }
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
