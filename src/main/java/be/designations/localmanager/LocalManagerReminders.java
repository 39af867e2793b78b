package be.designations.localmanager;

import be.designations.access.AccessModel;
import be.designations.access.ResponsibilityKind;
import be.designations.casework.Deadlines;
import be.designations.casework.WorkItem;
import be.designations.casework.WorkItemDue;
import be.designations.casework.WorkItemKind;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the principal access manager and the co-managers that a change of local manager waits for them; when it is late
 * SPP IS and the head of daily management too (D14).
 */
@Component
class LocalManagerReminders {

    private final Notifications notifications;
    private final AddressBook addresses;
    private final AccessModel access;
    private final Directory directory;
    private final MessageSource messages;
    private final Clock clock;

    LocalManagerReminders(
            Notifications notifications,
            AddressBook addresses,
            AccessModel access,
            Directory directory,
            MessageSource messages,
            Clock clock) {
        this.notifications = notifications;
        this.addresses = addresses;
        this.access = access;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    @EventListener
    void tell(WorkItemDue due) {
        if (due.item().kind() != WorkItemKind.CHANGE_LOCAL_MANAGER) {
            return;
        }
        OrganisationId entity = due.item().organisation();
        Set<Recipient> recipients = managers(entity);
        if (due.overdue()) {
            recipients.add(addresses.desk(OrganisationKind.SPP_IS));
            directory
                    .headOfDailyManagement(entity, clock.instant())
                    .flatMap(addresses::person)
                    .ifPresent(recipients::add);
        }
        recipients.forEach(to -> write(due, to));
    }

    /** The mailbox of the entity stands in while it has no manager who can be written to. */
    private Set<Recipient> managers(OrganisationId entity) {
        Set<Recipient> managers = new LinkedHashSet<>();
        access.holders(entity, ResponsibilityKind.ENTITY_MANAGERS, clock.instant())
                .forEach(person -> addresses.person(person).ifPresent(managers::add));
        if (managers.isEmpty()) {
            managers.add(addresses.organisation(entity));
        }
        return managers;
    }

    private void write(WorkItemDue due, Recipient to) {
        WorkItem item = due.item();
        notifications.write(Message.of(
                        due.overdue() ? NotificationKind.WORK_ITEM_OVERDUE : NotificationKind.WORK_ITEM_REMINDER, to)
                .inCase(due.caseFile().id().value(), due.caseFile().number().value())
                .with(Detail.TASK, messages.getMessage("work." + item.kind(), null, to.language()))
                .with(
                        Detail.ENTITY,
                        directory
                                .organisation(item.organisation())
                                .name(Language.of(to.language().getLanguage())))
                .with(Detail.DEADLINE, LocalDate.ofInstant(item.dueAt().minusMillis(1), Deadlines.BRUSSELS)));
    }
}
