package be.designations.notification;

import static be.designations.notification.MailFixtures.SETTINGS;
import static be.designations.notification.MailFixtures.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
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

    private final GreenMail smtp = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private JdbcTemplate jdbc;
    private Notifications notifications;
    private MailDelivery delivery;
    private RecordingQueue queue;
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
        queue = context.getBean(RecordingQueue.class);
        queue.enqueued.clear();
        queue.retried.clear();
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    @AfterEach
    void stopMailServer() {
        smtp.stop();
    }

    @Test
    void a_mail_is_written_only_inside_a_transaction() {
        assertThatThrownBy(() -> notifications.write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(queue.enqueued).isEmpty();
    }

    @Test
    void a_mail_goes_with_the_transaction_that_rolls_back() {
        transaction.executeWithoutResult(status -> {
            notifications.write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));
            status.setRollbackOnly();
        });

        assertThat(notifications.unsent(null, 10).mails()).isEmpty();
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

        delivery.deliver(id, false);

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
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat((String) parts.getBodyPart(0).getContent()).contains("Zoë <Peeters>");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat((String) parts.getBodyPart(1).getContent()).contains("Zoë &lt;Peeters&gt;");
    }

    @Test
    void a_mail_is_sent_once_however_often_it_is_delivered() throws Exception {
        smtp.start();
        UUID id = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));

        delivery.deliver(id, false);
        delivery.deliver(id, true);

        assertThat(smtp.getReceivedMessages()).hasSize(1);
        assertThat(attempts(id)).isEqualTo(1);
        assertThat(notifications.unsent(null, 10).mails()).isEmpty();
    }

    @Test
    void a_mail_is_sent_once_by_two_at_the_same_time() throws Exception {
        smtp.start();
        UUID id = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> deliver = () -> {
                delivery.deliver(id, false);
                return null;
            };
            for (Future<Void> done : threads.invokeAll(List.of(deliver, deliver, deliver, deliver))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(smtp.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_mail_that_left_stays_sent_when_the_caller_rolls_back() throws Exception {
        smtp.start();
        UUID id = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));

        transaction.executeWithoutResult(status -> {
            delivery.deliver(id, false);
            status.setRollbackOnly();
        });
        delivery.deliver(id, false);

        assertThat(smtp.getReceivedMessages()).hasSize(1);
    }

    @Test
    void while_the_mail_server_is_down_the_error_is_recorded_and_afterwards_the_mail_goes_out_once() throws Exception {
        UUID caseId = UUID.randomUUID();
        UUID id = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH).inCase(caseId, "DPD-2026-00001"));

        transaction.executeWithoutResult(status -> {
            assertThatThrownBy(() -> delivery.deliver(id, false))
                    .isInstanceOf(MailNotSentException.class)
                    .hasMessageNotContaining("@")
                    .hasNoCause();
            status.setRollbackOnly();
        });

        SentMail failed = notifications.ofCase(caseId).get(0);
        assertThat(failed.sent()).isNull();
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(failed.lastError()).contains("ConnectException");
        assertThat(failed.givenUp()).isNull();

        assertThatThrownBy(() -> delivery.deliver(id, true)).isInstanceOf(MailNotSentException.class);
        assertThat(notifications.ofCase(caseId).get(0).givenUp()).isEqualTo(NOW);
        assertThat(notifications.ofCase(caseId).get(0).attempts()).isEqualTo(2);

        smtp.start();
        delivery.deliver(id, true);
        delivery.deliver(id, true);

        assertThat(smtp.getReceivedMessages()).hasSize(1);
        SentMail sent = notifications.ofCase(caseId).get(0);
        assertThat(sent.sent()).isEqualTo(NOW);
        assertThat(sent.attempts()).isEqualTo(3);
        assertThat(sent.lastError()).isNull();
        assertThat(sent.givenUp()).isNull();
    }

    @Test
    void a_mail_server_that_hangs_is_given_up_in_time() throws Exception {
        UUID id = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));

        Instant started = Instant.now();
        try (ServerSocket silent = new ServerSocket(port, 5, InetAddress.getLoopbackAddress())) {
            assertThat(silent.isBound()).isTrue();
            assertThatThrownBy(() -> delivery.deliver(id, false)).isInstanceOf(MailNotSentException.class);
        }

        assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(notifications.unsent(null, 10).mails().get(0).lastError()).contains("SocketTimeoutException");
    }

    @Test
    void a_wrong_address_stops_the_mail_but_not_the_operation() {
        smtp.start();
        UUID id = write(
                Message.of(NotificationKind.WORK_ITEM_REMINDER, Recipient.mailbox("A", "not an address", Locale.FRENCH))
                        .with(Detail.DOSSIER, "X-1")
                        .with(Detail.TASK, "Avis")
                        .with(Detail.DEADLINE, "09/03/2026"));

        assertThatThrownBy(() -> delivery.deliver(id, false)).isInstanceOf(MailNotSentException.class);

        assertThat(notifications.unsent(null, 10).mails().get(0).lastError()).contains("AddressException");
    }

    @Test
    void an_operator_has_an_unsent_mail_sent_again_and_a_sent_one_left_alone() {
        smtp.start();
        UUID sent = write(aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH));
        delivery.deliver(sent, false);
        UUID unsent = write(aMessage(NotificationKind.DPD_REFUSED, Locale.FRENCH));
        jdbc.update("update notification set given_up_at = now(), attempts = 4 where id = ?", unsent);

        notifications.sendAgain(sent);
        notifications.sendAgain(unsent);

        assertThat(queue.retried).containsExactly(unsent);
        assertThat(notifications.unsent(null, 10).mails()).singleElement().satisfies(mail -> assertThat(mail.givenUp())
                .isNull());
        assertThatThrownBy(() -> notifications.sendAgain(UUID.randomUUID())).isInstanceOf(NoSuchElementException.class);
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

        UnsentMails first = notifications.unsent(null, 3);
        UnsentMails second = notifications.unsent(first.next(), 3);

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
        UUID id = transaction.execute(status -> notifications.write(message));
        assertThat(queue.enqueued).endsWith(id);
        return id;
    }

    private int attempts(UUID id) {
        return jdbc.queryForObject("select attempts from notification where id = ?", Integer.class, id);
    }

    static final class RecordingQueue implements MailQueue {
        final List<UUID> enqueued = new ArrayList<>();
        final List<UUID> retried = new ArrayList<>();

        @Override
        public void enqueue(UUID notification) {
            enqueued.add(notification);
        }

        @Override
        public void retry(UUID notification) {
            retried.add(notification);
        }
    }

    @Configuration
    @EnableTransactionManagement
    @Import({Notifications.class, MailDelivery.class, MailRenderer.class})
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
        RecordingQueue queue() {
            return new RecordingQueue();
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
            sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "500");
            sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "500");
            sender.getJavaMailProperties().setProperty("mail.smtp.writetimeout", "500");
            return sender;
        }
    }
}
