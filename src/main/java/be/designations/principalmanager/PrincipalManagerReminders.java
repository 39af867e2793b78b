package be.designations.principalmanager;

import be.designations.casework.WorkItem;
import be.designations.casework.WorkItemDue;
import be.designations.casework.WorkItemKind;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationKind;
import be.designations.management.Days;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells support that a mandate waits to be verified, at half time and when it is late (D14). */
@Component
class PrincipalManagerReminders {

    private final Notifications notifications;
    private final AddressBook addresses;
    private final Directory directory;
    private final MessageSource messages;

    PrincipalManagerReminders(
            Notifications notifications, AddressBook addresses, Directory directory, MessageSource messages) {
        this.notifications = notifications;
        this.addresses = addresses;
        this.directory = directory;
        this.messages = messages;
    }

    @EventListener
    void tell(WorkItemDue due) {
        if (due.item().kind() != WorkItemKind.VERIFY_MANDATE) {
            return;
        }
        write(due, addresses.desk(OrganisationKind.SUPPORT));
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
                .with(Detail.DEADLINE, Days.of(item.dueAt().minusMillis(1))));
    }
}
