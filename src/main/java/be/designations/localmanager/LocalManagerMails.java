package be.designations.localmanager;

import be.designations.access.AccessModel;
import be.designations.access.Quality;
import be.designations.access.ResponsibilityKind;
import be.designations.calendar.Days;
import be.designations.casework.CaseFile;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.PersonId;
import be.designations.letters.LetterKind;
import be.designations.letters.Letters;
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
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who is told what of a change of local manager. */
@Component
class LocalManagerMails {

    private final Notifications notifications;
    private final AddressBook addresses;
    private final AccessModel access;
    private final Directory directory;
    private final Letters letters;
    private final MessageSource messages;
    private final Clock clock;

    LocalManagerMails(
            Notifications notifications,
            AddressBook addresses,
            AccessModel access,
            Directory directory,
            Letters letters,
            MessageSource messages,
            Clock clock) {
        this.notifications = notifications;
        this.addresses = addresses;
        this.access = access;
        this.directory = directory;
        this.letters = letters;
        this.messages = messages;
        this.clock = clock;
    }

    void changeAsked(CaseFile dossier, Quality quality, PersonId newManager, Instant dueAt) {
        principalManagers(dossier)
                .forEach(to ->
                        write(NotificationKind.LOCAL_MANAGER_CHANGE_ASKED, dossier, quality, to, mail -> mail.with(
                                        Detail.LOCAL_MANAGER, nameOf(newManager))
                                .with(Detail.DEADLINE, Days.lastBefore(dueAt))));
    }

    void changed(CaseFile dossier, Quality quality, LocalManagerChange change) {
        LocalDate since = Days.of(Objects.requireNonNull(change.appliedAt(), "not applied"));
        UnaryOperator<Message> details =
                mail -> mail.with(Detail.EFFECTIVE_DATE, since).with(Detail.LOCAL_MANAGER, nameOf(change.newManager()));
        if (change.formerManager() != null) {
            addresses
                    .person(change.formerManager())
                    .ifPresent(to -> write(
                            NotificationKind.LOCAL_MANAGER_ENDED, dossier, quality, to, mail -> details.apply(mail)
                                    .linkingTo("/me")));
        }
        String letter = letters.references(dossier.id().value(), LetterKind.LOCAL_MANAGER);
        addresses
                .person(change.newManager())
                .ifPresent(to -> write(
                        NotificationKind.LOCAL_MANAGER_DESIGNATED, dossier, quality, to, mail -> details.apply(mail)
                                .with(Detail.LETTER, letter)
                                .linkingTo("/qualities/" + quality.id().value())));
        write(NotificationKind.LOCAL_MANAGER_CHANGED, dossier, quality, mailboxOf(quality), mail -> details.apply(mail)
                .with(Detail.LETTER, letter)
                .linkingTo("/cases/" + dossier.number() + "#letters"));
    }

    void confirmed(CaseFile dossier, Quality quality, PersonId manager) {
        UnaryOperator<Message> details = mail -> mail.with(Detail.LOCAL_MANAGER, nameOf(manager));
        principalManagers(dossier)
                .forEach(to -> write(NotificationKind.LOCAL_MANAGER_CONFIRMED, dossier, quality, to, details));
        addresses
                .person(manager)
                .ifPresent(to -> write(NotificationKind.LOCAL_MANAGER_CONFIRMED, dossier, quality, to, details));
    }

    private List<Recipient> principalManagers(CaseFile dossier) {
        return addresses.people(
                access.holders(dossier.organisation(), ResponsibilityKind.ENTITY_MANAGERS, clock.instant()));
    }

    private Recipient mailboxOf(Quality quality) {
        Recipient entity = addresses.organisation(quality.organisation());
        return quality.email() == null ? entity : Recipient.mailbox(entity.name(), quality.email(), entity.language());
    }

    private void write(
            NotificationKind kind, CaseFile dossier, Quality quality, Recipient to, UnaryOperator<Message> details) {
        Message mail = Message.of(kind, to)
                .inCase(dossier.id().value(), dossier.number().value())
                .with(
                        Detail.ENTITY,
                        directory
                                .organisation(dossier.organisation())
                                .name(Language.of(to.language().getLanguage())))
                .with(
                        Detail.QUALITY,
                        messages.getMessage("quality." + quality.kind().name(), null, to.language()));
        notifications.write(details.apply(mail));
    }

    private String nameOf(PersonId person) {
        return directory.person(person).displayName();
    }
}
