package be.designations.casework;

import be.designations.access.AccessModel;
import be.designations.access.QualityId;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.notification.AddressBook;
import be.designations.notification.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is written to at {@link Desk#QUALITY_MANAGERS}: the local manager and co-managers; where none of them can be written to,
 * the managers of the entity. Asked anew each time: whoever has left is told nothing more, whoever followed is. <i>Source: D44.</i>
 */
@Component
public class QualityDesk {

    private final AccessModel access;
    private final AddressBook addresses;
    private final Clock clock;

    QualityDesk(AccessModel access, AddressBook addresses, Clock clock) {
        this.access = access;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * @param without whose own dossier it is, or null
     * @return empty when nobody can be written to
     */
    public List<Recipient> recipients(OrganisationId organisation, QualityId quality, @Nullable PersonId without) {
        Instant now = clock.instant();
        List<Recipient> local = written(access.holders(quality, ResponsibilityKind.QUALITY_MANAGERS, now), without);
        return local.isEmpty() ? entityManagers(organisation, without) : local;
    }

    /** The managers of the entity who can be written to. */
    public List<Recipient> entityManagers(OrganisationId organisation, @Nullable PersonId without) {
        return written(access.holders(organisation, ResponsibilityKind.ENTITY_MANAGERS, clock.instant()), without);
    }

    /**
     * Who is told that work of this desk waits for too long (D14): whoever has taken it, else the desk; when it is late, those who
     * manage the entity too.
     *
     * @param usual as {@link CaseProcess#reminded} says
     */
    public Collection<Recipient> reminded(WorkItemDue due, Recipient usual) {
        CaseFile dossier = due.caseFile();
        Set<Recipient> recipients = new LinkedHashSet<>();
        if (due.item().assignee() != null) {
            recipients.add(usual);
        } else {
            recipients.addAll(
                    recipients(dossier.organisation(), Objects.requireNonNull(dossier.quality()), dossier.about()));
        }
        if (due.overdue()) {
            recipients.addAll(entityManagers(dossier.organisation(), dossier.about()));
        }
        // The mailbox of the entity stands in while nobody of it can be written to.
        return recipients.isEmpty() ? Set.of(usual) : recipients;
    }

    private List<Recipient> written(Collection<PersonId> people, @Nullable PersonId without) {
        return addresses.people(people.stream()
                .filter(person -> !person.equals(without))
                .distinct()
                .toList());
    }
}
