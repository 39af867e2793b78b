package be.designations.replacement;

import be.designations.access.AccessModel;
import be.designations.access.Responsibility;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseKind;
import be.designations.casework.Deadlines;
import be.designations.casework.WorkItemDue;
import be.designations.casework.WorkItemKind;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is told that a manager is to be replaced, reminded of it, and told that it is late (D14). */
@Component
class ReplacementMails {

    private final ReplacementStore replacements;
    private final ReplacementPlaces places;
    private final Notifications notifications;
    private final AddressBook addresses;
    private final AccessModel access;
    private final Directory directory;
    private final Deadlines deadlines;
    private final MessageSource messages;
    private final Clock clock;

    ReplacementMails(
            ReplacementStore replacements,
            ReplacementPlaces places,
            Notifications notifications,
            AddressBook addresses,
            AccessModel access,
            Directory directory,
            Deadlines deadlines,
            MessageSource messages,
            Clock clock) {
        this.replacements = replacements;
        this.places = places;
        this.notifications = notifications;
        this.addresses = addresses;
        this.access = access;
        this.directory = directory;
        this.deadlines = deadlines;
        this.messages = messages;
        this.clock = clock;
    }

    void asked(CaseFile dossier, Replacement replacement, Responsibility held) {
        boolean representatives = AskedPeople.areRepresentatives(held.kind());
        WorkItemKind work = representatives ? WorkItemKind.REPLACE_PRINCIPAL_MANAGER : WorkItemKind.REPLACE_MANAGER;
        LocalDate deadline = lastDay(deadlines.dueAt(work.name()).toInstant());
        EndedTie tie = replacements.tieEnded(held, replacement.tieEndedAt());
        ReplacementPlace place = places.of(held);
        NotificationKind kind = representatives
                ? NotificationKind.PRINCIPAL_MANAGER_REPLACEMENT_ASKED
                : NotificationKind.MANAGER_REPLACEMENT_ASKED;
        for (Recipient to : recipients(held)) {
            notifications.write(about(kind, to, dossier, place)
                    .with(Detail.TIE, messages.getMessage("replacement.tie." + tie.code(), null, to.language()))
                    .with(Detail.LAST_DAY, lastDay(replacement.tieEndedAt()))
                    .with(Detail.DEADLINE, deadline));
        }
    }

    @EventListener
    void tell(WorkItemDue due) {
        CaseFile dossier = due.caseFile();
        if (dossier.kind() != CaseKind.MANAGER_REPLACEMENT) {
            return;
        }
        Replacement replacement = replacements.find(dossier.id()).orElseThrow();
        Responsibility held = access.findResponsibility(replacement.responsibility(), clock.instant())
                .orElseThrow()
                .responsibility();
        Set<Recipient> recipients = recipients(held);
        if (due.overdue()) {
            recipients.add(addresses.desk(OrganisationKind.SUPPORT));
        }
        ReplacementPlace place = places.of(held);
        NotificationKind kind =
                due.overdue() ? NotificationKind.WORK_ITEM_OVERDUE : NotificationKind.WORK_ITEM_REMINDER;
        for (Recipient to : recipients) {
            notifications.write(about(kind, to, dossier, place)
                    .with(Detail.TASK, messages.getMessage("work." + due.item().kind(), null, to.language()))
                    .with(Detail.DEADLINE, lastDay(due.item().dueAt())));
        }
    }

    /** The mailbox of the entity stands in while nobody who is asked can be written to; nobody to ask, support helps. */
    private Set<Recipient> recipients(Responsibility held) {
        OrganisationId entity = held.organisation();
        List<PersonId> asked = AskedPeople.of(held, directory, access, clock.instant());
        Set<Recipient> recipients = new LinkedHashSet<>(addresses.people(asked));
        if (recipients.isEmpty()) {
            recipients.add(addresses.organisation(entity));
        }
        if (asked.isEmpty() && AskedPeople.areRepresentatives(held.kind())) {
            recipients.add(addresses.desk(OrganisationKind.SUPPORT));
        }
        return recipients;
    }

    private Message about(NotificationKind kind, Recipient to, CaseFile dossier, ReplacementPlace place) {
        return Message.of(kind, to)
                .inCase(dossier.id().value(), dossier.number().value())
                .with(
                        Detail.ENTITY,
                        place.entity().name(Language.of(to.language().getLanguage())))
                .with(Detail.RESPONSIBILITY, places.words(place, to.language()))
                .with(Detail.PEOPLE, directory.person(place.held().person()).displayName());
    }

    private static LocalDate lastDay(Instant end) {
        return LocalDate.ofInstant(end.minusMillis(1), Deadlines.BRUSSELS);
    }
}
