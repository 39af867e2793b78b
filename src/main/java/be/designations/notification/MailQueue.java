package be.designations.notification;

import java.util.UUID;

/** Calls {@link MailDelivery#deliver} in the background, after commit, and again when that fails. */
public interface MailQueue {

    /** Joins the running transaction. */
    void enqueue(UUID notification);

    /** Tries once more, at once, a mail whose attempts are used up. Joins the running transaction. */
    void retry(UUID notification);
}
