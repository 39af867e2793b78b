package be.designations.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The connection to the mail server, kept from one mail to the next: to make one costs more than to send a mail. */
@Component
class MailServer {

    /** A page and the signs of all else wait for a look; a mail has the time that the settings give it. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final JavaMailSenderImpl account;
    private @Nullable Transport connection;

    MailServer(JavaMailSenderImpl account) {
        this.account = account;
    }

    MimeMessage newMessage() {
        return new MimeMessage(account.getSession());
    }

    /**
     * Returns when the mail server has taken the mail.
     *
     * @throws MailServerSilentException when the server cannot be reached or refuses whoever connects; that is no matter of this mail
     * @throws MessagingException        when it does not take this mail
     */
    synchronized void send(MimeMessage mail) throws MessagingException, MailServerSilentException {
        Transport open = connected();
        try {
            open.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException refused) {
            // Whatever it stopped in the middle of, the next mail begins afresh.
            disconnect();
            throw refused;
        }
    }

    private Transport connected() throws MailServerSilentException {
        if (connection != null && connection.isConnected()) {
            return connection;
        }
        disconnect();
        Transport opened = connect(account.getSession());
        connection = opened;
        return opened;
    }

    private Transport connect(Session session) throws MailServerSilentException {
        try {
            Transport opened = session.getTransport(protocol());
            // Without a name there is no password either: the library would take the user of this machine.
            boolean named = StringUtils.hasLength(account.getUsername());
            opened.connect(
                    account.getHost(),
                    account.getPort(),
                    named ? account.getUsername() : null,
                    named ? account.getPassword() : null);
            return opened;
        } catch (MessagingException silent) {
            throw new MailServerSilentException(silent);
        }
    }

    /** Why no connection can be had, tried with one of its own, which holds up no mail. */
    Optional<MailFailure> trouble() {
        return trouble(LOOK);
    }

    Optional<MailFailure> trouble(Duration patience) {
        Properties impatient = new Properties();
        impatient.putAll(account.getSession().getProperties());
        impatient.setProperty("mail." + protocol() + ".timeout", Long.toString(patience.toMillis()));
        try {
            connect(Session.getInstance(impatient)).close();
            return Optional.empty();
        } catch (MailServerSilentException silent) {
            return Optional.of(MailFailure.of(silent));
        } catch (MessagingException gone) {
            return Optional.of(MailFailure.NO_CONNECTION);
        }
    }

    private String protocol() {
        return account.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : account.getProtocol();
    }

    /** Until the next mail. */
    synchronized void disconnect() {
        Transport open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException gone) {
                // So much the better.
            }
        }
    }
}
