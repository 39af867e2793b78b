package be.designations.management;

import be.designations.access.ResponsibilityKind;
import be.designations.directory.Directory;
import be.designations.directory.NationalRegister;
import be.designations.directory.NewPerson;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.RegisteredPerson;
import be.designations.identifier.Niss;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Finds the people whom managers name by their number. */
@Component
public class People {

    private final NationalRegister register;
    private final Directory directory;

    People(NationalRegister register, Directory directory) {
        this.register = register;
        this.directory = directory;
    }

    /**
     * What the National Register says of the person with that number.
     *
     * @throws RejectedException when nobody has it, or when it was replaced or cancelled (B5)
     */
    public RegisteredPerson look(Niss niss) {
        register.withdrawal(niss).ifPresent(withdrawn -> {
            throw new RejectedException(Rejection.ofField(
                    withdrawn.replacedBy() == null ? "management.niss-cancelled" : "management.niss-replaced", "niss"));
        });
        return register.find(niss)
                .orElseThrow(() -> new RejectedException(Rejection.ofField("management.niss-unknown", "niss")));
    }

    /**
     * The person with that number, taken into the directory when it does not know them yet.
     *
     * @throws RejectedException as {@link #look}
     */
    public Person require(Niss niss, Organisation organisation) {
        RegisteredPerson registered = look(niss);
        return directory
                .findPerson(niss)
                .orElseGet(() -> directory.register(new NewPerson(
                        niss,
                        registered.lastName(),
                        registered.firstName(),
                        organisation.letterLanguage(),
                        null,
                        null)));
    }

    /** Whether a legal function or a working relationship ties the person to the entity closely enough to be that. */
    public boolean isRelated(PersonId person, OrganisationId organisation, ResponsibilityKind kind, Instant at) {
        return directory.holdsLegalFunction(person, organisation, at)
                || directory.relationships(person, organisation, at).stream()
                        .anyMatch(WorkingRelationshipPolicy.allowing(kind)::contains);
    }
}
