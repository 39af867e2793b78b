package be.designations.management;

import be.designations.access.OwnDetailsChanged;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the address that a person had that they have another: whoever took over an account would change it first. */
@Component
class FormerAddressMail {

    private final Notifications notifications;
    private final Directory directory;

    FormerAddressMail(Notifications notifications, Directory directory) {
        this.notifications = notifications;
        this.directory = directory;
    }

    /** In the transaction of the change. */
    @EventListener
    void tell(OwnDetailsChanged changed) {
        String former = changed.formerEmail();
        if (former == null || former.isBlank()) {
            return;
        }
        Person person = directory.person(changed.person());
        notifications.write(Message.of(
                        NotificationKind.CONTACT_CHANGED,
                        Recipient.person(
                                person.id().value(),
                                person.displayName(),
                                former,
                                person.language().locale()))
                .linkingTo("/me/contact"));
    }
}
