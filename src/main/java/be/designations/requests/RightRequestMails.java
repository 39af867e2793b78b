package be.designations.requests;

import be.designations.access.Quality;
import be.designations.calendar.Days;
import be.designations.casework.CaseFile;
import be.designations.casework.Deadlines;
import be.designations.casework.QualityDesk;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.PersonId;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who is told what of a request for a right. */
@Component
class RightRequestMails {

    private final Notifications notifications;
    private final AddressBook addresses;
    private final QualityDesk desk;
    private final RightRequestPlaces places;
    private final Deadlines deadlines;
    private final Directory directory;
    private final MessageSource messages;

    RightRequestMails(
            Notifications notifications,
            AddressBook addresses,
            QualityDesk desk,
            RightRequestPlaces places,
            Deadlines deadlines,
            Directory directory,
            MessageSource messages) {
        this.notifications = notifications;
        this.addresses = addresses;
        this.desk = desk;
        this.places = places;
        this.deadlines = deadlines;
        this.directory = directory;
        this.messages = messages;
    }

    void asked(CaseFile dossier, RightRequest request) {
        desk.recipients(dossier.organisation(), request.quality(), request.person())
                .forEach(to -> notifications.write(about(NotificationKind.RIGHT_REQUESTED, to, dossier, request)
                        .with(Detail.REQUESTER, nameOf(request.person()))
                        .with(Detail.REASON, request.wanted().reason())
                        .with(Detail.DEADLINE, Days.lastBefore(deadlines.dueFor(RightRequestCase.DECIDE)))));
    }

    void settled(CaseFile dossier, RightRequest request) {
        NotificationKind kind =
                switch (Objects.requireNonNull(request.outcome())) {
                    case GRANTED -> NotificationKind.RIGHT_REQUEST_GRANTED;
                    case REFUSED -> NotificationKind.RIGHT_REQUEST_REFUSED;
                    case NEEDLESS -> NotificationKind.RIGHT_REQUEST_NEEDLESS;
                    case ASKED, WITHDRAWN -> throw new IllegalStateException("nobody to tell: " + request.outcome());
                };
        addresses.person(request.person()).ifPresent(to -> {
            Message mail = about(kind, to, dossier, request).with(Detail.MANAGER, nameOf(request.lastChangedBy()));
            String words = request.answer();
            notifications.write(words == null ? mail : mail.with(Detail.REASON, words));
        });
    }

    private Message about(NotificationKind kind, Recipient to, CaseFile dossier, RightRequest request) {
        Language language = Language.of(to.language().getLanguage());
        Quality quality = places.quality(request.quality());
        return Message.of(kind, to)
                .inCase(dossier.id().value(), dossier.number().value())
                .with(
                        Detail.ENTITY,
                        directory.organisation(dossier.organisation()).name(language))
                .with(
                        Detail.QUALITY,
                        messages.getMessage("quality." + quality.kind().name(), null, to.language()))
                .with(Detail.APPLICATIONS, places.role(request.role()).name().in(language));
    }

    private String nameOf(PersonId person) {
        return directory.person(person).displayName();
    }
}
