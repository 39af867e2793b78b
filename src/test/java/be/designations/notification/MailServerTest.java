package be.designations.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailServerTest {

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void who_looks_at_a_silent_server_waits_less_long_than_a_mail_does() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            JavaMailSenderImpl account = new JavaMailSenderImpl();
            account.setHost("127.0.0.1");
            account.setPort(silent.getLocalPort());
            account.getJavaMailProperties().setProperty("mail.smtp.timeout", "600000");

            assertThat(new MailServer(account).trouble(Duration.ofMillis(200))).contains(MailFailure.NO_CONNECTION);

            assertThat(account.getJavaMailProperties()).containsEntry("mail.smtp.timeout", "600000");
        }
    }
}
