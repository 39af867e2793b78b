package be.designations.dpd;

import be.designations.casework.CaseKind;
import be.designations.casework.Deadlines;
import be.designations.casework.WorkItem;
import be.designations.casework.WorkItemDue;
import be.designations.casework.WorkItemKind;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationKind;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whoever lets an application wait: the one who has taken the work, else the mailbox of the desk. SPP IS is told
 * too when the opinion is late (D14).
 */
@Component
class DpdReminders {

    private final Notifications notifications;
    private final AddressBook addresses;
    private final Directory directory;
    private final MessageSource messages;

    DpdReminders(Notifications notifications, AddressBook addresses, Directory directory, MessageSource messages) {
        this.notifications = notifications;
        this.addresses = addresses;
        this.directory = directory;
        this.messages = messages;
    }

    @EventListener
    void tell(WorkItemDue due) {
        if (due.caseFile().kind() != CaseKind.DPD_DESIGNATION
                || due.item().kind() == WorkItemKind.CHANGE_LOCAL_MANAGER) {
            return;
        }
        Set<Recipient> recipients = new LinkedHashSet<>();
        recipients.add(whoHasIt(due.item()));
        if (due.overdue() && due.item().kind() == WorkItemKind.GIVE_OPINION) {
            recipients.add(addresses.desk(OrganisationKind.SPP_IS));
        }
        recipients.forEach(to -> write(due, to));
    }

    private Recipient whoHasIt(WorkItem item) {
        return Optional.ofNullable(item.assignee()).flatMap(addresses::person).orElseGet(() -> switch (item.kind()
                .desk()) {
            case BCSS -> addresses.desk(OrganisationKind.BCSS);
            case SPP_IS -> addresses.desk(OrganisationKind.SPP_IS);
            case SUPPORT -> addresses.desk(OrganisationKind.SUPPORT);
            case FILERS, ENTITY_MANAGERS, REPRESENTATIVES -> addresses.organisation(item.organisation());
        });
    }

    private void write(WorkItemDue due, Recipient to) {
        WorkItem item = due.item();
        notifications.write(Message.of(
                        due.overdue() ? NotificationKind.WORK_ITEM_OVERDUE : NotificationKind.WORK_ITEM_REMINDER, to)
                .inCase(due.caseFile().id().value(), due.caseFile().number().value())
                .with(Detail.TASK, messages.getMessage("work." + item.kind(), null, to.language()))
                .with(
                        Detail.CPAS,
                        directory
                                .organisation(item.organisation())
                                .name(Language.of(to.language().getLanguage())))
                .with(Detail.DEADLINE, LocalDate.ofInstant(item.dueAt().minusMillis(1), Deadlines.BRUSSELS)));
    }
}
