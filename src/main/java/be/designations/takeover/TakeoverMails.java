package be.designations.takeover;

import be.designations.access.AccessModel;
import be.designations.calendar.Days;
import be.designations.casework.Desk;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells both organisations, those who have the role of the desk in one of them, the other desk and support of a takeover. */
@Component
class TakeoverMails {

    private final Notifications notifications;
    private final AddressBook addresses;
    private final AccessModel access;
    private final Directory directory;
    private final MessageSource messages;

    TakeoverMails(
            Notifications notifications,
            AddressBook addresses,
            AccessModel access,
            Directory directory,
            MessageSource messages) {
        this.notifications = notifications;
        this.addresses = addresses;
        this.access = access;
        this.directory = directory;
        this.messages = messages;
    }

    void announced(Takeover takeover, Organisation former) {
        write(NotificationKind.DESK_TAKEOVER_ANNOUNCED, takeover, former, takeover.announcedAt());
    }

    /** Those who were told of it, and those who were given the role since, for now or for the first day. */
    void withdrawn(Takeover takeover, Organisation former, Instant at) {
        write(NotificationKind.DESK_TAKEOVER_WITHDRAWN, takeover, former, takeover.announcedAt(), at, takeover.from());
    }

    void carriedOut(Takeover takeover, Organisation former, Instant at) {
        write(NotificationKind.DESK_TAKEN_OVER, takeover, former, at);
    }

    private void write(NotificationKind kind, Takeover takeover, Organisation former, Instant... moments) {
        Organisation organisation = directory.organisation(takeover.organisation());
        List<String> roles = takeover.desk().staff().stream().map(Enum::name).toList();
        Set<PersonId> people = new LinkedHashSet<>();
        for (Instant at : moments) {
            people.addAll(access.roleHolders(former.id(), roles, at));
            people.addAll(access.roleHolders(organisation.id(), roles, at));
        }
        Set<Recipient> recipients = new LinkedHashSet<>(List.of(
                addresses.organisation(former.id()),
                addresses.organisation(organisation.id()),
                addresses.desk(Takeovers.kind(takeover.desk() == Desk.BCSS ? Desk.SPP_IS : Desk.BCSS)),
                addresses.desk(OrganisationKind.SUPPORT)));
        Stream.concat(recipients.stream(), addresses.people(people).stream())
                .distinct()
                .forEach(to -> notifications.write(Message.of(kind, to)
                        .with(Detail.DESK, messages.getMessage("takeover.desk." + takeover.desk(), null, to.language()))
                        .with(
                                Detail.ENTITY,
                                organisation.name(Language.of(to.language().getLanguage())))
                        .with(Detail.EFFECTIVE_DATE, Days.of(takeover.from()))
                        .linkingTo("/work")));
    }
}
