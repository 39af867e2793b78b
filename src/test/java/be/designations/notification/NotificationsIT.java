package be.designations.notification;

import static be.designations.notification.MailFixtures.NAMES;
import static be.designations.notification.MailFixtures.SETTINGS;
import static be.designations.notification.MailFixtures.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import be.designations.directory.DeskNames;
import be.designations.testing.Mails;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

class NotificationsIT {
    private static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");

    private static NotificationDatabase database;
    private static AnnotationConfigApplicationContext context;
    private static int port;
    private static final CountingSockets CONNECTIONS = new CountingSockets();

    private final GreenMail smtp = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private JdbcTemplate jdbc;
    private Notifications notifications;
    private MailDelivery delivery;
    private MailDispatch dispatch;
    private TransactionTemplate transaction;

    @BeforeAll
    static void start() throws IOException {
        database = new NotificationDatabase();
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        context = new AnnotationConfigApplicationContext(Setup.class);
    }

    @AfterAll
    static void stop() throws IOException {
        context.close();
        database.close();
    }

    @BeforeEach
    void clean() {
        jdbc = context.getBean(JdbcTemplate.class);
        jdbc.execute("truncate notification");
        notifications = context.getBean(Notifications.class);
        delivery = context.getBean(MailDelivery.class);
        dispatch = context.getBean(MailDispatch.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        Mockito.clearInvocations(dispatch);
    }

    @AfterEach
    void stopMailServer() {
        context.getBean(MailServer.class).disconnect();
        smtp.stop();
    }

    @Test
    void a_mail_is_written_only_inside_a_transaction() {
        assertThatThrownBy(() -> notifications.write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH)))
                .isInstanceOf(IllegalTransactionStateException.class);
        Mockito.verifyNoInteractions(dispatch);
    }

    @Test
    void a_mail_goes_with_the_transaction_that_rolls_back() {
        transaction.executeWithoutResult(status -> {
            notifications.write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));
            status.setRollbackOnly();
        });

        assertThat(notifications.unsent(MailFilter.ALL, null, 10).mails()).isEmpty();
        Mockito.verifyNoInteractions(dispatch);
    }

    @Test
    void who_sends_is_woken_after_the_commit() {
        transaction.executeWithoutResult(status -> {
            notifications.write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));
            Mockito.verifyNoInteractions(dispatch);
        });

        Mockito.verify(dispatch).wake();
    }

    @Test
    void a_detail_that_is_missing_fails_in_the_operation() {
        Message incomplete = Message.of(
                NotificationKind.DPD_APPROVED, Recipient.mailbox("A", "a@exempleville.example", Locale.FRENCH));

        assertThatThrownBy(() -> transaction.execute(status -> notifications.write(incomplete)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(notifications.unsent(MailFilter.ALL, null, 10).mails()).isEmpty();
    }

    @Test
    void the_mail_server_gets_text_and_html_in_one_mail() throws Exception {
        smtp.start();
        UUID id = write(Message.of(
                        NotificationKind.DPD_REFUSED,
                        Recipient.person(
                                UUID.randomUUID(), "Hélène Müller", "helene@exempleville.example", Locale.FRENCH))
                .inCase(UUID.randomUUID(), "DPD-2026-00001")
                .with(Detail.CPAS, "CPAS de Exempleville")
                .with(Detail.CANDIDATE, "Zoë <Peeters>")
                .with(Detail.REASON, "Incompatibilité"));

        sendWhatIsDue();

        assertThat(smtp.getReceivedMessages()).hasSize(1);
        MimeMessage mail = smtp.getReceivedMessages()[0];
        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@designations.example>");
        assertThat(mail.getFrom()[0]).hasToString(SETTINGS.from().toString());
        assertThat(mail.getAllRecipients()[0].toString()).contains("<helene@exempleville.example>");
        assertThat(mail.getSubject()).isEqualTo("DPD-2026-00001 – La désignation du DPD est refusée");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("fr");
        assertThat(mail.getSentDate()).isEqualTo(NOW);
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType())
                .isEqualToIgnoringCase("text/plain; format=flowed; charset=UTF-8");
        assertThat((String) parts.getBodyPart(0).getContent()).contains("Zoë <Peeters>");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat((String) parts.getBodyPart(1).getContent()).contains("Zoë &lt;Peeters&gt;");
    }

    @Test
    void what_was_sent_is_kept_as_it_was_read_and_no_longer_as_facts() {
        smtp.start();
        Message message = aMessage(NotificationKind.DPD_APPROVED, Locale.GERMAN)
                .inCase(UUID.randomUUID(), "DPD-2026-00001")
                .with(Detail.CPAS, "ÖSHZ \"Eupen\" <1>");
        UUID id = write(message);

        sendWhatIsDue();

        RenderedMail words = new MailRenderer(SETTINGS, NAMES, Clock.systemUTC()).render(message);
        assertThat(jdbc.queryForMap("select subject, text_body, html_body, facts from notification where id = ?", id))
                .containsEntry("subject", words.subject())
                .containsEntry("text_body", words.text())
                .containsEntry("html_body", words.html())
                .containsEntry("facts", null);
    }

    @Test
    void a_mail_that_an_earlier_version_put_into_words_goes_out_as_it_was() throws Exception {
        smtp.start();
        UUID id = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));
        jdbc.update(
                "update notification set kind = 'of-before', text_body = 'Avant', html_body = '<p>Avant</p>', facts = null");

        sendWhatIsDue();

        assertThat(smtp.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getMessageID()).contains(id.toString());
            assertThat(((MimeMultipart) mail.getContent()).getBodyPart(0).getContent())
                    .isEqualTo("Avant");
        });
    }

    @Test
    void a_mail_is_sent_once_however_often_somebody_looks() {
        smtp.start();
        UUID id = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));

        assertThat(delivery.deliverNext()).isTrue();
        assertThat(delivery.deliverNext()).isFalse();

        assertThat(smtp.getReceivedMessages()).hasSize(1);
        assertThat(attempts(id)).isEqualTo(1);
        assertThat(notifications.unsent(MailFilter.ALL, null, 10).mails()).isEmpty();
    }

    @Test
    void nodes_that_send_at_the_same_time_share_the_mails() throws Exception {
        smtp.start();
        List<UUID> written = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            written.add(write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH)));
        }
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            Callable<Void> node = () -> {
                MailServer connection = new MailServer(context.getBean(JavaMailSenderImpl.class));
                MailDelivery own = delivery(connection);
                while (own.deliverNext()) {
                    // As long as there is one.
                }
                connection.disconnect();
                return null;
            };
            for (Future<Void> done : nodes.invokeAll(List.of(node, node, node))) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(messageIds()).containsExactlyInAnyOrderElementsOf(written);
        assertThat(notifications.unsent(MailFilter.ALL, null, 50).mails()).isEmpty();
    }

    @Test
    void a_node_that_dies_before_it_noted_a_mail_leaves_it_to_be_sent_again_under_the_same_id() {
        smtp.start();
        UUID id = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));
        jdbc.execute("alter table notification add constraint dies check (sent_at is null)");
        try {
            MailDelivery dead = delivery(context.getBean(MailServer.class));
            assertThatThrownBy(dead::deliverNext).isInstanceOf(DataAccessException.class);
        } finally {
            jdbc.execute("alter table notification drop constraint dies");
        }

        sendWhatIsDue();
        sendWhatIsDue();

        assertThat(messageIds()).containsExactly(id, id);
    }

    @Test
    void a_mail_that_the_server_took_and_that_could_not_be_noted_is_noted_later_and_not_sent_again() {
        smtp.start();
        UUID id = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));
        jdbc.execute("alter table notification add constraint fails check (sent_at is null)");
        try {
            assertThatThrownBy(delivery::deliverNext).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(delivery::deliverNext).isInstanceOf(DataAccessException.class);
        } finally {
            jdbc.execute("alter table notification drop constraint fails");
        }

        sendWhatIsDue();

        assertThat(messageIds()).containsExactly(id);
        assertThat(attempts(id)).isEqualTo(1);
        assertThat(notifications.unsent(MailFilter.ALL, null, 10).mails()).isEmpty();
    }

    @Test
    void the_database_waits_for_a_mail_server_longer_than_for_others_who_are_silent_in_a_transaction() {
        UUID id = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));
        MailDelivery slow = delivery(new MailServer(context.getBean(JavaMailSenderImpl.class)) {
            @Override
            synchronized void send(MimeMessage mail) {
                await().pollDelay(Duration.ofMillis(500)).until(() -> true);
            }
        });

        transaction.executeWithoutResult(status -> {
            jdbc.execute("set local idle_in_transaction_session_timeout = '100ms'");
            slow.deliverNext();
        });

        assertThat(attempts(id)).isEqualTo(1);
        assertThat(notifications.unsent(MailFilter.ALL, null, 10).mails()).isEmpty();
    }

    @Test
    void many_mails_go_over_one_connection() {
        smtp.start();
        for (int i = 0; i < 5; i++) {
            write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));
        }
        int before = CONNECTIONS.made.get();

        sendWhatIsDue();

        assertThat(smtp.getReceivedMessages()).hasSize(5);
        assertThat(CONNECTIONS.made.get() - before).isEqualTo(1);
    }

    @Test
    void a_connection_that_the_server_has_closed_costs_no_attempt() {
        smtp.start();
        write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));
        sendWhatIsDue();
        smtp.stop();
        smtp.start();
        UUID id = write(aMessage(NotificationKind.DPD_REFUSED, Locale.FRENCH));

        sendWhatIsDue();

        assertThat(messageIds()).contains(id);
        assertThat(attempts(id)).isEqualTo(1);
    }

    @Test
    void while_the_mail_server_is_down_it_is_asked_once_for_all_and_each_mail_waits_a_minute_ten_and_an_hour() {
        UUID caseId = UUID.randomUUID();
        UUID id = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH).inCase(caseId, "DPD-2026-00001"));
        UUID other = write(aMessage(NotificationKind.DPD_REFUSED, Locale.FRENCH));
        int before = CONNECTIONS.made.get();

        sendWhatIsDue();

        assertThat(CONNECTIONS.made.get() - before).isEqualTo(1);
        assertThat(attempts(other)).isEqualTo(1);
        SentMail failed = notifications.ofCase(caseId).get(0);
        assertThat(failed.sent()).isNull();
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(failed.lastError()).contains("ConnectException");
        assertThat(failed.givenUp()).isNull();
        List<Duration> waits = new ArrayList<>(List.of(wait(id)));
        for (int attempt = 2; attempt <= 3; attempt++) {
            later();
            sendWhatIsDue();
            waits.add(wait(id));
        }
        assertThat(waits).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

        later();
        sendWhatIsDue();
        assertThat(notifications.ofCase(caseId).get(0).givenUp()).isEqualTo(NOW);
        assertThat(attempts(id)).isEqualTo(4);
        later();
        smtp.start();
        sendWhatIsDue();
        assertThat(smtp.getReceivedMessages()).as("those given up").isEmpty();

        transaction.executeWithoutResult(status -> notifications.sendAgain(id));
        sendWhatIsDue();

        assertThat(messageIds()).containsExactly(id);
        SentMail sent = notifications.ofCase(caseId).get(0);
        assertThat(sent.sent()).isEqualTo(NOW);
        assertThat(sent.attempts()).isEqualTo(5);
        assertThat(sent.lastError()).isNull();
        assertThat(sent.givenUp()).isNull();
    }

    @Test
    void a_mail_server_that_hangs_is_given_up_in_time() throws Exception {
        UUID id = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));

        try (ServerSocket silent = new ServerSocket(port, 5, InetAddress.getLoopbackAddress())) {
            assertThat(silent.isBound()).isTrue();
            sendWhatIsDue();
        }

        assertThat(attempts(id)).isEqualTo(1);
        assertThat(notifications.unsent(MailFilter.ALL, null, 10).mails().get(0).lastError())
                .contains("SocketTimeoutException");
    }

    @Test
    void a_mail_that_cannot_be_sent_stops_neither_the_operation_nor_the_other_mails() {
        smtp.start();
        UUID wrongAddress = write(
                Message.of(NotificationKind.WORK_ITEM_REMINDER, Recipient.mailbox("A", "not an address", Locale.FRENCH))
                        .with(Detail.DOSSIER, "X-1")
                        .with(Detail.TASK, "Avis")
                        .with(Detail.DEADLINE, "09/03/2026"));
        UUID withoutWords = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));
        jdbc.update("update notification set kind = 'of-before' where id = ?", withoutWords);
        UUID good = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));

        sendWhatIsDue();

        assertThat(messageIds()).containsExactly(good);
        assertThat(notifications.unsent(MailFilter.ALL, null, 10).mails())
                .extracting(SentMail::id, SentMail::attempts)
                .containsExactlyInAnyOrder(tuple(wrongAddress, 1), tuple(withoutWords, 1));
        assertThat(jdbc.queryForList("select last_error from notification where sent_at is null", String.class))
                .anyMatch(error -> error.contains("AddressException"))
                .anyMatch(error -> error.contains("IllegalArgumentException"));
    }

    @Test
    void an_operator_has_an_unsent_mail_tried_once_more_at_once_and_a_sent_one_left_alone() {
        smtp.start();
        UUID sent = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));
        sendWhatIsDue();
        UUID unsent = write(aMessage(NotificationKind.DPD_REFUSED, Locale.FRENCH));
        jdbc.update(
                "update notification set given_up_at = now(), attempts = 4, to_address = 'not an address' where id = ?",
                unsent);
        sendWhatIsDue();
        assertThat(attempts(unsent)).isEqualTo(4);
        Mockito.clearInvocations(dispatch);

        notifications.sendAgain(sent);
        Mockito.verifyNoInteractions(dispatch);
        notifications.sendAgain(unsent);
        Mockito.verify(dispatch).wake();
        assertThat(notifications.unsent(MailFilter.ALL, null, 10).mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.givenUp()).isNull());
        sendWhatIsDue();

        assertThat(notifications.unsent(MailFilter.ALL, null, 10).mails())
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.attempts()).isEqualTo(5);
                    assertThat(mail.givenUp()).isEqualTo(NOW);
                });
        assertThat(messageIds()).containsExactly(sent);
        assertThatThrownBy(() -> notifications.sendAgain(UUID.randomUUID())).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void in_the_background_mails_go_out_from_the_start_and_when_one_is_written_until_the_node_stops() {
        smtp.start();
        UUID before = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));
        MailDispatch running = new MailDispatch(delivery, context.getBean(MailServer.class), Duration.ofSeconds(10));
        running.start();
        try {
            await().until(() -> messageIds().contains(before));
            UUID written = write(aMessage(NotificationKind.DPD_REFUSED, Locale.FRENCH));
            running.wake();
            await().until(() -> messageIds().contains(written));
        } finally {
            running.stop();
        }

        UUID after = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));
        running.wake();
        assertThat(running.isRunning()).isFalse();
        assertThat(messageIds()).doesNotContain(after);
    }

    @Test
    void unsent_mails_are_paged_oldest_first() {
        List<UUID> written = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID id = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));
            jdbc.update(
                    "update notification set created_at = created_at + make_interval(secs => ?) where id = ?",
                    i / 2,
                    id);
            written.add(id);
        }

        UnsentMails first = notifications.unsent(MailFilter.ALL, null, 3);
        UnsentMails second = notifications.unsent(MailFilter.ALL, first.next(), 3);

        assertThat(second.next()).isNull();
        List<UUID> seen = new ArrayList<>();
        first.mails().forEach(mail -> seen.add(mail.id()));
        second.mails().forEach(mail -> seen.add(mail.id()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(written).endsWith(written.get(4));
        assertThat(first.mails()).hasSize(3);
    }

    @Test
    void every_kind_and_language_can_be_stored() {
        MailFixtures.everyKindInEveryLanguage()
                .forEach(each -> write(aMessage((NotificationKind) each.get()[0], (Locale) each.get()[1])));

        assertThat(jdbc.queryForList("select distinct language from notification", String.class))
                .containsExactlyInAnyOrderElementsOf(Recipient.LANGUAGES);
        assertThat(jdbc.queryForList("select distinct kind from notification", String.class))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(NotificationKind.values())
                        .map(NotificationKind::code)
                        .toList());
    }

    private UUID write(Message message) {
        return transaction.execute(status -> notifications.write(message));
    }

    private void sendWhatIsDue() {
        while (delivery.deliverNext()) {
            // As long as there is one.
        }
    }

    private static MailDelivery delivery(MailServer connection) {
        return new MailDelivery(
                context.getBean(JdbcClient.class),
                connection,
                context.getBean(MailRenderer.class),
                SETTINGS,
                context.getBean(Clock.class),
                context.getBean(PlatformTransactionManager.class));
    }

    /** The time of the next attempt has come. */
    private void later() {
        jdbc.update("update notification set next_attempt_at = ?", Timestamp.from(NOW));
    }

    private Duration wait(UUID id) {
        return Duration.between(
                NOW,
                jdbc.queryForObject("select next_attempt_at from notification where id = ?", Timestamp.class, id)
                        .toInstant());
    }

    private int attempts(UUID id) {
        return jdbc.queryForObject("select attempts from notification where id = ?", Integer.class, id);
    }

    private List<UUID> messageIds() {
        return Mails.ids(smtp);
    }

    /** Counts connections that were tried. */
    private static final class CountingSockets extends SocketFactory {
        final AtomicInteger made = new AtomicInteger();

        @Override
        public Socket createSocket() {
            made.incrementAndGet();
            return new Socket();
        }

        @Override
        public Socket createSocket(String host, int to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int to, InetAddress local, int from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int to, InetAddress local, int from) {
            throw new UnsupportedOperationException();
        }
    }

    @Configuration
    @EnableTransactionManagement
    @Import({Notifications.class, MailDelivery.class, MailServer.class, MailRenderer.class})
    static class Setup {
        @Bean
        JdbcTemplate jdbcTemplate() {
            return new JdbcTemplate(database.dataSource());
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate template) {
            return JdbcClient.create(template);
        }

        @Bean
        PlatformTransactionManager transactions(JdbcTemplate template) {
            return new JdbcTransactionManager(template.getDataSource());
        }

        @Bean
        MailSettings settings() {
            return SETTINGS;
        }

        @Bean
        DeskNames names() {
            return NAMES;
        }

        @Bean
        MailDispatch dispatch() {
            return Mockito.mock();
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        JavaMailSenderImpl mailServer() {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(port);
            sender.getJavaMailProperties().put("mail.smtp.socketFactory", CONNECTIONS);
            sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "500");
            sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "500");
            sender.getJavaMailProperties().setProperty("mail.smtp.writetimeout", "500");
            return sender;
        }
    }
}
