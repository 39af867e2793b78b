package be.designations.notification;

import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where people and organisations are written to, and in which language (D15). */
@Component
public class AddressBook {

    private final Directory directory;

    AddressBook(Directory directory) {
        this.directory = directory;
    }

    /** The mailbox of an organisation, in the language of its letters. */
    public Recipient organisation(OrganisationId id) {
        return mailbox(directory.organisation(id));
    }

    /** The mailbox of BCSS, SPP IS or the support desk. */
    public Recipient desk(OrganisationKind kind) {
        return mailbox(
                directory.findDesk(kind).orElseThrow(() -> new IllegalStateException("no desk of kind " + kind)));
    }

    /** A person in their own language; nothing when no address is known. */
    public Optional<Recipient> person(PersonId id) {
        return directory.findPerson(id).flatMap(AddressBook::recipient);
    }

    /** Those of these people whose address is known, each in their own language. */
    public List<Recipient> people(Collection<PersonId> ids) {
        return directory.people(ids).stream()
                .flatMap(person -> recipient(person).stream())
                .toList();
    }

    private static Optional<Recipient> recipient(Person person) {
        String email = person.email();
        return email == null || email.isBlank()
                ? Optional.empty()
                : Optional.of(Recipient.person(
                        person.id().value(),
                        person.displayName(),
                        email,
                        person.language().locale()));
    }

    private static Recipient mailbox(Organisation organisation) {
        return Recipient.mailbox(
                organisation.name(organisation.letterLanguage()),
                organisation.email(),
                organisation.letterLanguage().locale());
    }
}
