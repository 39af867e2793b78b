package be.designations.notification;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands written mails to the mail server. */
@Service
public class MailDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int LONGEST_ERROR = 1000;

    private final JdbcClient jdbc;
    private final JavaMailSender mailServer;
    private final MailSettings settings;
    private final Clock clock;
    private final TransactionTemplate inOwnTransaction;

    MailDelivery(
            JdbcClient jdbc,
            JavaMailSender mailServer,
            MailSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.mailServer = mailServer;
        this.settings = settings;
        this.clock = clock;
        this.inOwnTransaction = new TransactionTemplate(transactions);
        this.inOwnTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sends the mail unless it was sent before. The result is committed at once, whatever becomes of the caller's
     * transaction: a mail that left cannot be called back.
     *
     * @param lastAttempt whether nobody tries again by itself when this attempt fails
     * @throws MailNotSentException when it could not be sent; the attempt and its error are recorded
     */
    public void deliver(UUID notification, boolean lastAttempt) {
        try {
            inOwnTransaction.executeWithoutResult(status -> sendUnlessSent(notification));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Notification {} not sent: {}",
                    notification,
                    failure.getClass().getSimpleName());
            LOG.debug("Notification {} not sent", notification, failure);
            inOwnTransaction.executeWithoutResult(status -> recordFailure(notification, failure, lastAttempt));
            throw new MailNotSentException(notification, failure);
        }
    }

    private void sendUnlessSent(UUID notification) {
        // The row stays locked while the mail server is spoken to: a second caller waits and then finds it sent.
        StoredMail mail =
                jdbc.sql("""
                        select recipient_name as name, to_address as address, language, subject, text_body as text,
                               html_body as html, message_id, sent_at is not null as sent
                          from notification where id = :id for update""").param("id", notification).query(StoredMail.class).single();
        if (mail.sent()) {
            LOG.debug("Notification {} was sent before", notification);
            return;
        }
        mailServer.send(mimeMessage(mail));
        jdbc.sql("""
                        update notification
                        set sent_at = :now, attempts = attempts + 1, last_error = null, given_up_at = null
                        where id = :id
                        """).param("now", now()).param("id", notification).update();
        LOG.info("Notification {} sent", notification);
    }

    private void recordFailure(UUID notification, RuntimeException failure, boolean lastAttempt) {
        jdbc.sql("""
                        update notification
                        set attempts = attempts + 1, last_error = :error, given_up_at = :givenUp
                        where id = :id and sent_at is null
                        """)
                .param("error", describe(failure))
                .param("givenUp", lastAttempt ? now() : null)
                .param("id", notification)
                .update();
    }

    private MimeMessage mimeMessage(StoredMail mail) {
        try {
            InternetAddress to = new InternetAddress(mail.address(), mail.name(), UTF_8);
            to.validate();
            // The reader shows the last part that it can: plain text first.
            MimeMultipart alternatives =
                    new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html"));
            MimeMessage message = mailServer.createMimeMessage();
            message.setFrom(settings.from());
            message.setRecipient(RecipientType.TO, to);
            message.setSubject(mail.subject(), UTF_8);
            message.setSentDate(Date.from(clock.instant()));
            message.setContent(alternatives);
            message.setHeader("Message-ID", mail.messageId());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Content-Language", mail.language());
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailPreparationException(e);
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static String describe(RuntimeException failure) {
        Throwable said = failure;
        if (failure instanceof MailSendException refused && refused.getMessageExceptions().length > 0) {
            said = refused.getMessageExceptions()[0];
        }
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(said);
        String words = OneLine.of(cause.getClass().getSimpleName() + ": " + cause.getMessage());
        return words.substring(0, Math.min(words.length(), LONGEST_ERROR));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private record StoredMail(
            String name,
            String address,
            String language,
            String subject,
            String text,
            String html,
            String messageId,
            boolean sent) {}
}
