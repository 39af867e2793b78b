package be.designations.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.demo.DemoMail.Field;
import be.designations.demo.DemoMail.TextPiece;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

class DemoMailServerTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    @TempDir
    Path directory;

    Instant now = NOON;
    DemoMailbox mailbox;
    DemoMailServer server;

    @BeforeEach
    void start() {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        mailbox = new DemoMailbox(directory.resolve("mails"), clock);
        server = DemoMailServer.start(mailbox, 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_mail_is_kept_with_its_text_and_its_html() throws MessagingException {
        send("Avis demandé : CPAS d’Évere", "cpas@example.org");

        DemoMail mail = mailbox.page(1, 50).mails().get(0);

        assertThat(mail.to()).isEqualTo("cpas@example.org");
        assertThat(mail.from()).isEqualTo("Sécurité <desk@example.org>");
        assertThat(mail.subject()).isEqualTo("Avis demandé : CPAS d’Évere");
        assertThat(mail.text()).contains("Bonjour à tous").doesNotContain("<b>");
        assertThat(mail.html()).contains("<b>Bonjour</b>");
        assertThat(mail.arrival().toLocalDateTime()).hasToString("2026-03-02T12:00");
        assertThat(mail.headers()).contains(new Field("X-Case", "2026-000001"));
        assertThat(mailbox.find(mail.id())).contains(mail);
    }

    @Test
    void every_recipient_gets_a_mail_of_their_own() throws MessagingException {
        send("Avis", "one@example.org", "two@example.org");

        assertThat(mailbox.page(1, 50).mails())
                .extracting(DemoMail::to)
                .containsExactlyInAnyOrder("one@example.org", "two@example.org");
    }

    @Test
    void mails_are_still_there_after_a_restart() throws MessagingException {
        send("Avis", "cpas@example.org");
        server.close();

        DemoMailbox next = new DemoMailbox(directory.resolve("mails"), Clock.systemUTC());

        assertThat(next.page(1, 50).mails()).extracting(DemoMail::subject).containsExactly("Avis");
    }

    @Test
    void the_newest_mail_comes_first_and_pages_hold_so_many() throws MessagingException {
        for (String subject : List.of("a", "b", "c")) {
            send(subject, "cpas@example.org");
            now = now.plus(Duration.ofSeconds(1));
        }

        assertThat(mailbox.page(1, 2).mails()).extracting(DemoMail::subject).containsExactly("c", "b");
        assertThat(mailbox.page(2, 2).mails()).extracting(DemoMail::subject).containsExactly("a");
        assertThat(mailbox.page(9, 2).number()).isEqualTo(2);
        assertThat(mailbox.page(1, 2).total()).isEqualTo(3);
    }

    @Test
    void while_the_server_is_down_sending_fails_and_works_again_on_the_same_port_afterwards()
            throws MessagingException {
        int port = server.port();
        server.switchOff();

        assertThat(server.isOn()).isFalse();
        assertThatThrownBy(() -> send("lost", "cpas@example.org")).isInstanceOf(MailException.class);

        server.switchOn();
        assertThat(server.port()).isEqualTo(port);
        assertThatNoException().isThrownBy(() -> send("kept", "cpas@example.org"));
        assertThat(mailbox.page(1, 50).mails()).extracting(DemoMail::subject).containsExactly("kept");
    }

    @Test
    void a_port_in_use_is_refused_with_what_to_do() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> DemoMailServer.start(mailbox, other.getLocalPort()))
                    .isInstanceOfSatisfying(DemoStartException.class, refused -> assertThat(refused.remedy())
                            .contains("designations.demo.smtp-port"))
                    .hasMessageContaining(Integer.toString(other.getLocalPort()));
        }
    }

    @Test
    void an_id_that_is_no_id_finds_nothing() {
        assertThat(mailbox.find("../../etc/passwd")).isEmpty();
        assertThat(mailbox.find("00000000000001-abcdef01")).isEmpty();
    }

    @Test
    void only_web_addresses_in_the_text_become_links() throws MessagingException {
        send("Avis", "cpas@example.org");

        assertThat(mailbox.page(1, 1).mails().get(0).textPieces())
                .filteredOn(TextPiece::link)
                .extracting(TextPiece::text)
                .containsExactly("http://127.0.0.1:8080/cases/1?tab=mails");
    }

    private void send(String subject, String... recipients) throws MessagingException {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(DemoMailServer.HOST);
        sender.setPort(server.port());
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("Sécurité <desk@example.org>");
        helper.setTo(recipients);
        helper.setSubject(subject);
        helper.setText(
                "Bonjour à tous,\nvoir http://127.0.0.1:8080/cases/1?tab=mails. Pas javascript:alert(1)",
                "<p><b>Bonjour</b></p>");
        message.setHeader("X-Case", "2026-000001");
        sender.send(message);
    }
}
