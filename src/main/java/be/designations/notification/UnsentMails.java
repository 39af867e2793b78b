package be.designations.notification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Mails not sent yet, oldest first.
 *
 * @param next what to hand to {@link Notifications#unsent} for the following page; null on the last one
 */
public record UnsentMails(List<SentMail> mails, @Nullable UUID next) {
    public UnsentMails {
        mails = List.copyOf(mails);
    }
}
