package be.designations.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes mails with the operation that they tell of, and shows what became of them. */
@Service
public class Notifications {
    private static final int LARGEST_PAGE = 500;

    /** Without its words, which nobody reads here: they would be the most of it. */
    private static final String SELECT = """
            select id, case_id, kind, subject, recipient_name, to_address, created_at, sent_at, attempts, failure, last_error,
                   given_up_at, body_removed_at
              from notification\s""";

    private static final String FAILED = """
            where sent_at is null and failure is not null and body_removed_at is null
               and (given_up_at is not null or next_attempt_at > cast(:now as timestamptz))""";

    private final JdbcClient jdbc;
    private final MailServer server;
    private final MailRenderer renderer;
    private final MailSettings settings;
    private final MailDispatch dispatch;
    private final Clock clock;

    Notifications(
            JdbcClient jdbc,
            MailServer server,
            MailRenderer renderer,
            MailSettings settings,
            MailDispatch dispatch,
            Clock clock) {
        this.jdbc = jdbc;
        this.server = server;
        this.renderer = renderer;
        this.settings = settings;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /**
     * Freezes what the mail states, now, and has it put into words and sent once the running transaction has committed.
     *
     * @return the id of the notification
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     * @throws IllegalArgumentException when a detail is missing that the kind requires
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID write(Message message) {
        UUID id = UUID.randomUUID();
        Recipient recipient = message.recipient();
        jdbc.sql("""
                        insert into notification (id, case_id, kind, recipient_person, recipient_name, to_address, language,
                                                  subject, facts, link_path, message_id, created_at, next_attempt_at)
                        values (:id, :caseId, :kind, :person, :name, :address, :language,
                                :subject, cast(:facts as jsonb), :path, :messageId, :created, :created)
                        """)
                .param("id", id)
                .param("caseId", message.caseId())
                .param("kind", message.kind().code())
                .param("person", recipient.person())
                .param("name", recipient.name())
                .param("address", recipient.address())
                .param("language", recipient.language().getLanguage())
                .param("subject", renderer.subject(message))
                .param("facts", Facts.write(message.details()))
                .param("path", message.path())
                .param("messageId", settings.messageId(id))
                .param("created", now())
                .update();
        wakeAfterCommit();
        return id;
    }

    /** The mails of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<SentMail> ofCase(UUID caseId) {
        return jdbc.sql(SELECT + "where case_id = :caseId order by created_at, id")
                .param("caseId", caseId)
                .query(Notifications::mail)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<SentMail> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Notifications::mail)
                .optional();
    }

    /**
     * Mails not sent yet, those given up and those that wait for their next attempt, oldest first.
     *
     * @param after {@link UnsentMails#next} of the page before; null for the first page
     * @param size 1 to 500
     */
    @Transactional(readOnly = true)
    public UnsentMails unsent(MailFilter filter, @Nullable UUID after, int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("size must be 1 to " + LARGEST_PAGE);
        }
        String following = after == null
                ? ""
                : " and (created_at, id) > (select created_at, id from notification where id = :after)";
        List<SentMail> found = jdbc.sql(SELECT + "where sent_at is null" + filter.conditions() + following
                        + " order by created_at, id limit :size")
                .params(filter.parameters())
                .param("after", after)
                .param("size", size + 1)
                .query(Notifications::mail)
                .list();
        if (found.size() <= size) {
            return new UnsentMails(found, null);
        }
        List<SentMail> page = found.subList(0, size);
        return new UnsentMails(page, page.get(size - 1).id());
    }

    /** How many of them have failed, do not wait for an attempt at this moment, and still have their words. */
    @Transactional(readOnly = true)
    public int failed(MailFilter filter) {
        return jdbc.sql("select count(*) from notification " + FAILED + filter.conditions())
                .params(filter.parameters())
                .param("now", now())
                .query(Integer.class)
                .single();
    }

    /**
     * Tries failed mails once more, at once; each goes out once, from whichever node. One that somebody is trying at this moment,
     * or has just had tried again, is left to them.
     *
     * @param run  of support, by which they are found again; its row is there
     * @param only these of them, or null for all that match
     * @return how many
     */
    @Transactional
    public int tryAgain(long run, MailFilter filter, @Nullable Collection<UUID> only) {
        int again = jdbc.sql("""
                        update notification set given_up_at = null, next_attempt_at = :now, tried_again = :again
                         where id in (select id from notification\s""" + FAILED + filter.conditions()
                        + (only == null ? "" : " and id = any(:only)") + " for update skip locked)")
                .params(filter.parameters())
                .param("now", now())
                .param("again", run)
                .param("only", only == null ? null : only.toArray(UUID[]::new))
                .update();
        wakeAfterCommit();
        return again;
    }

    /**
     * What became of the mails of a run.
     *
     * @param failed tried since, and not sent
     */
    public record Outcome(int sent, int failed, int waiting) {}

    /** @param begun when they were tried again */
    @Transactional(readOnly = true)
    public Outcome outcome(long run, Instant begun) {
        return jdbc.sql("""
                        select count(*) filter (where sent_at is not null) as sent,
                               count(*) filter (where sent_at is null
                                   and (given_up_at is not null or next_attempt_at > cast(:begun as timestamptz))) as failed,
                               count(*) filter (where sent_at is null and given_up_at is null
                                   and next_attempt_at <= cast(:begun as timestamptz)) as waiting
                          from notification where tried_again = :run""")
                .param("begun", begun.atOffset(ZoneOffset.UTC))
                .param("run", run)
                .query(Outcome.class)
                .single();
    }

    /** @param givenUp of those that failed, how many are not tried again by themselves */
    public record Waiting(int waiting, int givenUp) {}

    /** How many mails are not sent. */
    @Transactional(readOnly = true)
    public Waiting waiting() {
        return jdbc.sql("""
                        select count(*) filter (where given_up_at is null) as waiting,
                               count(*) filter (where given_up_at is not null) as given_up
                          from notification where sent_at is null""").query(Waiting.class).single();
    }

    /** Why the mail server cannot be used now; nothing when it takes a connection. No mail is sent. */
    public Optional<MailFailure> trouble() {
        return server.trouble();
    }

    /**
     * Tries an unsent mail once more, at once. One that was sent meanwhile, or has no words any more, is left alone.
     *
     * @throws NoSuchElementException when there is no such mail
     */
    @Transactional
    public void sendAgain(UUID id) {
        boolean settled = jdbc.sql(
                        "select sent_at is not null or body_removed_at is not null from notification where id = :id for update")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no notification " + id));
        if (!settled) {
            jdbc.sql("update notification set given_up_at = null, next_attempt_at = :now where id = :id")
                    .param("now", now())
                    .param("id", id)
                    .update();
            wakeAfterCommit();
        }
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                dispatch.wake();
            }
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static SentMail mail(ResultSet row, int number) throws SQLException {
        return new SentMail(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("recipient_name"),
                row.getString("to_address"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                row.getInt("attempts"),
                failure(row),
                row.getString("last_error"),
                instant(row, "given_up_at"),
                instant(row, "body_removed_at"));
    }

    private static @Nullable MailFailure failure(ResultSet row) throws SQLException {
        String code = row.getString("failure");
        return code == null ? null : MailFailure.ofCode(code);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
