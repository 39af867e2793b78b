package be.designations.deputies;

import be.designations.calendar.Days;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells both that one works in the place of the other, and when that ends. */
@Component
class DeputyMails {

    private final Notifications notifications;
    private final AddressBook addresses;
    private final Directory directory;
    private final MessageSource messages;

    DeputyMails(Notifications notifications, AddressBook addresses, Directory directory, MessageSource messages) {
        this.notifications = notifications;
        this.addresses = addresses;
        this.directory = directory;
        this.messages = messages;
    }

    /** Named at once, of one principal and one deputy: one mail for each office. */
    void named(List<Deputation> named) {
        Map<OrganisationId, List<Deputation>> byOffice = named.stream()
                .collect(Collectors.groupingBy(Deputation::organisation, LinkedHashMap::new, Collectors.toList()));
        byOffice.values()
                .forEach(same ->
                        write(NotificationKind.DEPUTY_NAMED, same, same.get(0).reason(), mail -> mail.with(
                                        Detail.EFFECTIVE_DATE,
                                        Days.of(same.get(0).from()))
                                .with(
                                        Detail.LAST_DAY,
                                        Days.lastBefore(same.get(0).until()))));
    }

    void ended(Deputation deputation, PersonId by, Instant at, @Nullable String reason) {
        write(NotificationKind.DEPUTATION_ENDED, List.of(deputation), reason, mail -> mail.with(
                        Detail.EFFECTIVE_DATE, Days.of(at))
                .with(Detail.MANAGER, directory.person(by).displayName()));
    }

    /** That its last day is past. */
    void over(Deputation deputation) {
        write(
                NotificationKind.DEPUTATION_OVER,
                List.of(deputation),
                null,
                mail -> mail.with(Detail.LAST_DAY, Days.lastBefore(deputation.until())));
    }

    private void write(
            NotificationKind kind, List<Deputation> same, @Nullable String reason, UnaryOperator<Message> details) {
        Deputation one = same.get(0);
        for (Recipient to : addresses.people(List.of(one.principal(), one.deputy()))) {
            Message mail = details.apply(Message.of(kind, to)
                            .with(
                                    Detail.ENTITY,
                                    directory
                                            .organisation(one.organisation())
                                            .name(Language.of(to.language().getLanguage())))
                            .with(
                                    Detail.RESPONSIBILITY,
                                    same.stream()
                                            .map(it -> messages.getMessage(
                                                    "capacity." + it.capacity(), null, to.language()))
                                            .collect(Collectors.joining(", ")))
                            .with(
                                    Detail.PRINCIPAL,
                                    directory.person(one.principal()).displayName())
                            .with(Detail.DEPUTY, directory.person(one.deputy()).displayName()))
                    .linkingTo("/deputies");
            notifications.write(reason == null ? mail : mail.with(Detail.REASON, reason));
        }
    }
}
