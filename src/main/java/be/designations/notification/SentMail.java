package be.designations.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the case page and the operators see it.
 *
 * @param kind code, see {@link NotificationKind#code}
 * @param sent when the mail server took it; null as long as it did not
 * @param attempts how often it was tried
 * @param failure why the last attempt failed; null after success
 * @param lastError the same in the words of the mail server; null after success
 * @param givenUp when the last retry had failed; null as long as it is tried again by itself
 * @param bodyRemoved since when its words are gone, their term being over (D33): it is not sent again; else null
 */
public record SentMail(
        UUID id,
        @Nullable UUID caseId,
        String kind,
        String subject,
        String recipientName,
        String address,
        Instant created,
        @Nullable Instant sent,
        int attempts,
        @Nullable MailFailure failure,
        @Nullable String lastError,
        @Nullable Instant givenUp,
        @Nullable Instant bodyRemoved) {}
