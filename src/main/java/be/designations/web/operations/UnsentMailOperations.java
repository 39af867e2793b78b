package be.designations.web.operations;

import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.calendar.BelgianDates;
import be.designations.directory.Actor;
import be.designations.notification.Notifications;
import be.designations.notification.SentMail;
import be.designations.notification.UnsentMails;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an agent does about mails that did not leave. */
@Service
class UnsentMailOperations {

    private static final int MAILS_A_PAGE = 25;

    private final Operators operators;
    private final Notifications notifications;
    private final AuditLog audit;

    UnsentMailOperations(Operators operators, Notifications notifications, AuditLog audit) {
        this.operators = operators;
        this.notifications = notifications;
        this.audit = audit;
    }

    UnsentMails page(Actor actor, @Nullable UUID after) {
        operators.require(actor);
        return notifications.unsent(after, MAILS_A_PAGE);
    }

    /**
     * Tries the mail once more and writes down who asked for it.
     *
     * @throws NotFoundException when there is no such mail
     * @throws RejectedException when its words are gone (D33)
     */
    @Transactional
    public SentMail sendAgain(Actor actor, UUID id) {
        operators.require(actor);
        SentMail mail = notifications.find(id).orElseThrow(() -> new NotFoundException("mail"));
        if (mail.bodyRemoved() != null) {
            throw new RejectedException(
                    Rejection.of("operations.mail-body-removed", new BelgianDates().day(mail.bodyRemoved()))
                            .ofState());
        }
        notifications.sendAgain(id);
        audit.record(AuditEvent.of("mail.sent-again", "notification", id).by(actor));
        return mail;
    }
}
