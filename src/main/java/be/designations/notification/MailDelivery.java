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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands written mails to the mail server, one after the other, and notes of each at once what became of it. */
@Service
class MailDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int LONGEST_ERROR = 1000;

    /** Longer than the slowest server takes. Not for ever: a node that froze would keep the mail from the others. */
    private static final String LONGEST_TALK = "1h";

    /** Far more than there are ever: what was not noted is the next to be tried. Only what another node noted stays. */
    private static final int MOST_UNNOTED = 1000;

    private final JdbcClient jdbc;
    private final MailServer server;
    private final MailRenderer renderer;
    private final MailSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /** What the mail server has taken, until it is noted: not to be sent again because the database failed. */
    private final Set<UUID> unnoted = ConcurrentHashMap.newKeySet();

    MailDelivery(
            JdbcClient jdbc,
            MailServer server,
            MailRenderer renderer,
            MailSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.server = server;
        this.renderer = renderer;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Tries the mail that has been due longest and that nobody else is trying. One that fails is tried again after a minute, ten
     * minutes, an hour; then it is given up. The row stays locked while the mail server is spoken to: should this node die, the
     * mail is due again at once, and goes out under the same Message-ID. Should only the note fail that it was sent, this node notes
     * it the next time and does not send it again. That note does not wait for the disk: should the database server itself lose its
     * last moment, the mail goes out once more, likewise.
     *
     * @return whether there was one
     */
    boolean deliverNext() {
        Optional<UUID> tried = Objects.requireNonNull(transaction.execute(status -> {
            Optional<StoredMail> due = jdbc.sql("""
                            select n.*, set_config('synchronous_commit', 'off', true),
                                   set_config('idle_in_transaction_session_timeout', :talk, true)
                            from notification n
                            where sent_at is null and given_up_at is null and next_attempt_at <= :now
                            order by next_attempt_at limit 1
                            for update skip locked
                            """)
                    .param("talk", LONGEST_TALK)
                    .param("now", now())
                    .query(StoredMail::of)
                    .optional();
            due.ifPresent(this::attempt);
            return due.map(StoredMail::id);
        }));
        tried.ifPresent(unnoted::remove);
        return tried.isPresent();
    }

    private void attempt(StoredMail mail) {
        RenderedMail words;
        try {
            words = mail.words(renderer);
            if (!unnoted.contains(mail.id())) {
                server.send(mimeMessage(mail, words));
                remember(mail.id());
            }
        } catch (MailServerSilentException silent) {
            int waiting = failed(due(), silent);
            LOG.warn("The mail server does not answer, mails wait: {} ({})", waiting, kind(silent));
            return;
        } catch (MessagingException | UnsupportedEncodingException | RuntimeException refused) {
            failed(new UUID[] {mail.id()}, refused);
            LOG.warn("Notification {} not sent: {}", mail.id(), kind(refused));
            return;
        }
        jdbc.sql("""
                        update notification
                        set sent_at = :now, attempts = attempts + 1, last_error = null, failure = null, text_body = :text, html_body = :html,
                            facts = null
                        where id = :id
                        """)
                .param("now", now())
                .param("text", words.text())
                .param("html", words.html())
                .param("id", mail.id())
                .update();
        LOG.debug("Notification {} sent", mail.id());
    }

    private void remember(UUID taken) {
        if (unnoted.size() == MOST_UNNOTED) {
            unnoted.clear();
        }
        unnoted.add(taken);
    }

    /** Those that would fail for the same reason: a silent server is not asked again for each. */
    private UUID[] due() {
        return jdbc.sql("""
                        select id from notification
                        where sent_at is null and given_up_at is null and next_attempt_at <= :now
                        for update skip locked
                        """).param("now", now()).query(UUID.class).list().toArray(UUID[]::new);
    }

    private int failed(UUID[] mails, Exception failure) {
        return jdbc.sql("""
                        update notification
                        set attempts = attempts + 1,
                            last_error = :error,
                            failure = :failure,
                            next_attempt_at = cast(:now as timestamptz) + case attempts
                                when 0 then interval '1 minute' when 1 then interval '10 minutes' else interval '1 hour' end,
                            given_up_at = case when attempts >= 3 then cast(:now as timestamptz) end
                        where id = any(:mails)
                        """)
                .param("error", describe(failure))
                .param("failure", MailFailure.of(failure).code())
                .param("now", now())
                .param("mails", mails)
                .update();
    }

    private MimeMessage mimeMessage(StoredMail mail, RenderedMail words)
            throws MessagingException, UnsupportedEncodingException {
        InternetAddress to = new InternetAddress(mail.address(), mail.name(), UTF_8);
        to.validate();
        MimeMessage message = server.newMessage();
        message.setFrom(settings.from());
        message.setRecipient(RecipientType.TO, to);
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        // The reader shows the last part that it can: plain text first.
        message.setContent(new MimeMultipart(
                "alternative", part(FlowedText.of(words.text()), FlowedText.SUBTYPE), part(words.html(), "html")));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.language().getLanguage());
        message.saveChanges();
        // Now, for to save it is to give it another id.
        message.setHeader("Message-ID", mail.messageId());
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    /** For logs: the words of a failure may name addresses. */
    private static String kind(Exception failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure).getClass().getSimpleName();
    }

    private static String describe(Exception failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String words = OneLine.of(cause.getClass().getSimpleName() + ": " + cause.getMessage());
        return words.substring(0, Math.min(words.length(), LONGEST_ERROR));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
