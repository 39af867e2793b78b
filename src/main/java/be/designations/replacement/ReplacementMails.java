package be.designations.replacement;

import be.designations.access.AccessModel;
import be.designations.access.Responsibility;
import be.designations.calendar.Days;
import be.designations.casework.CaseFile;
import be.designations.casework.Deadlines;
import be.designations.casework.WorkItemDue;
import be.designations.casework.WorkKind;
import be.designations.directory.Directory;
import be.designations.directory.Language;
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
import java.util.List;
import org.springframework.context.MessageSource;
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
        Asked asked = asked(held);
        if (asked.isNobody()) {
            tellNobodyRepresents(dossier, replacement, held, addresses.desk(OrganisationKind.SUPPORT));
            tellNobodyRepresents(dossier, replacement, held, addresses.organisation(held.organisation()));
            return;
        }
        LocalDate deadline = Days.lastBefore(deadlines.dueFor(asked.work()));
        EndedTie tie = replacements.tieEnded(held, replacement.tieEndedAt());
        ReplacementPlace place = places.of(held);
        NotificationKind kind = kindOf(asked, held);
        for (Recipient to : asked.recipients()) {
            notifications.write(
                    ended(about(kind, to, dossier, place), tie, replacement).with(Detail.DEADLINE, deadline));
        }
    }

    private static NotificationKind kindOf(Asked asked, Responsibility held) {
        if (AskedPeople.isPrincipal(held)) {
            return NotificationKind.PRINCIPAL_MANAGER_REPLACEMENT_ASKED;
        }
        return asked.work().equals(ReplacementCase.REPLACE_MANAGER)
                ? NotificationKind.MANAGER_REPLACEMENT_ASKED
                : NotificationKind.REPLACEMENT_UNMANAGED;
    }

    private void tellNobodyRepresents(
            CaseFile dossier, Replacement replacement, Responsibility held, Recipient recipient) {
        notifications.write(ended(
                about(NotificationKind.REPLACEMENT_UNREPRESENTED, recipient, dossier, places.of(held)),
                replacements.tieEnded(held, replacement.tieEndedAt()),
                replacement));
    }

    /** Who is reminded: whoever is asked now. */
    List<Recipient> asked(CaseFile dossier) {
        return asked(held(replacement(dossier))).recipients();
    }

    /** A reminder that names whom it is about. */
    Message late(CaseFile dossier, Message reminder) {
        Responsibility held = held(replacement(dossier));
        return about(reminder, places.of(held)).with(Detail.TASK, task(asked(held), reminder.recipient()));
    }

    /** Support hears of what is late, and whoever can when there is nobody to ask. */
    void alsoTell(WorkItemDue due) {
        CaseFile dossier = due.caseFile();
        Replacement replacement = replacement(dossier);
        Responsibility held = held(replacement);
        Asked asked = asked(held);
        if (asked.isNobody()) {
            tellNobodyRepresents(dossier, replacement, held, addresses.organisation(held.organisation()));
        }
        if (due.overdue()) {
            Recipient support = addresses.desk(OrganisationKind.SUPPORT);
            notifications.write(about(NotificationKind.REPLACEMENT_OVERDUE, support, dossier, places.of(held))
                    .with(Detail.TASK, task(asked, support))
                    .with(Detail.DEADLINE, Days.lastBefore(due.item().dueAt())));
        }
    }

    private Replacement replacement(CaseFile dossier) {
        return replacements.find(dossier.id()).orElseThrow();
    }

    private Responsibility held(Replacement replacement) {
        return access.findResponsibility(replacement.responsibility(), clock.instant())
                .orElseThrow()
                .responsibility();
    }

    private String task(Asked asked, Recipient to) {
        return messages.getMessage("work." + asked.work(), null, to.language());
    }

    /**
     * Who is asked as things stand now.
     *
     * @param recipients the mailbox of the entity stands in while none of those who are asked can be written to; empty when
     *                   there is nobody to ask
     */
    private record Asked(WorkKind work, List<Recipient> recipients) {

        boolean isNobody() {
            return recipients.isEmpty();
        }
    }

    private Asked asked(Responsibility held) {
        Instant now = clock.instant();
        List<PersonId> people = AskedPeople.of(held, directory, access, now);
        List<Recipient> known = addresses.people(people);
        return new Asked(
                AskedPeople.areRepresentatives(held, access, now)
                        ? ReplacementCase.REPLACE_PRINCIPAL_MANAGER
                        : ReplacementCase.REPLACE_MANAGER,
                people.isEmpty() || !known.isEmpty() ? known : List.of(addresses.organisation(held.organisation())));
    }

    private Message ended(Message message, EndedTie tie, Replacement replacement) {
        return message.with(
                        Detail.TIE,
                        messages.getMessage(
                                "replacement.tie." + tie.code(),
                                null,
                                message.recipient().language()))
                .with(Detail.LAST_DAY, Days.lastBefore(replacement.tieEndedAt()));
    }

    private Message about(NotificationKind kind, Recipient to, CaseFile dossier, ReplacementPlace place) {
        return about(
                Message.of(kind, to)
                        .inCase(dossier.id().value(), dossier.number().value())
                        .with(
                                Detail.ENTITY,
                                place.entity().name(Language.of(to.language().getLanguage()))),
                place);
    }

    private Message about(Message message, ReplacementPlace place) {
        return message.with(
                        Detail.RESPONSIBILITY,
                        places.words(place, message.recipient().language()))
                .with(Detail.PEOPLE, directory.person(place.held().person()).displayName());
    }
}
