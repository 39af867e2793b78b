package be.designations.notification;

import java.util.UUID;

/**
 * An attempt failed and was recorded. Carries neither the cause nor its words: both may name addresses, and the engine
 * logs and stores what it is thrown. The words are in the notification.
 */
public class MailNotSentException extends RuntimeException {
    MailNotSentException(UUID notification, Throwable cause) {
        super("notification " + notification + " not sent: " + cause.getClass().getSimpleName());
    }
}
