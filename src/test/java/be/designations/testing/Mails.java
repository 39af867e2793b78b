package be.designations.testing;

import be.designations.casework.DossierNumber;
import be.designations.directory.PersonId;
import be.designations.notification.MailReader;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails that were written, sent or not. */
@Component
public final class Mails {

    private final JdbcClient jdbc;
    private final MailReader reader;

    Mails(JdbcClient jdbc, MailReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    /** One mail to one address. */
    public record Mail(String kind, String to, String language, String subject, String text) {

        /** Kind, address and language. */
        public String envelope() {
            return kind + " " + to + " " + language;
        }

        /** Subject and text. */
        public String words() {
            return subject + " " + text;
        }
    }

    /** All about that dossier, the oldest first. */
    public List<Mail> about(DossierNumber number) {
        return jdbc.sql("""
                        select n.* from notification n join case_file c on c.id = n.case_id
                         where c.dossier_number = :number order by n.created_at""").param("number", number.value()).query(this::mail).list();
    }

    /** All to that person, the oldest first. */
    public List<Mail> to(PersonId person) {
        return jdbc.sql("select * from notification where recipient_person = :person order by created_at")
                .param("person", person.value())
                .query(this::mail)
                .list();
    }

    private Mail mail(ResultSet row, int number) throws SQLException {
        return new Mail(
                row.getString("kind"),
                row.getString("to_address"),
                row.getString("language"),
                row.getString("subject"),
                reader.text(row));
    }

    /** The addresses to which a mail of that kind was written. */
    public List<String> told(DossierNumber number, String kind) {
        return about(number).stream()
                .filter(mail -> mail.kind().equals(kind))
                .map(Mail::to)
                .toList();
    }

    /** The only mail of that kind. */
    public Mail only(DossierNumber number, String kind) {
        List<Mail> all =
                about(number).stream().filter(mail -> mail.kind().equals(kind)).toList();
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " mails " + kind + " about " + number.value());
        }
        return all.get(0);
    }

    /** The addresses at which a mail about that dossier has really arrived. */
    public static List<String> arrived(GreenMail server, DossierNumber number) {
        return Stream.of(server.getReceivedMessages())
                .filter(mail -> read(mail::getSubject).contains(number.value()))
                .map(Mails::recipient)
                .toList();
    }

    /** The ids of the notifications that have really arrived, each as often as it did. */
    public static List<UUID> ids(GreenMail server) {
        return Stream.of(server.getReceivedMessages())
                .map(mail -> UUID.fromString(read(mail::getMessageID).replaceAll("^<|@.*", "")))
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        return ((InternetAddress) read(mail::getAllRecipients)[0]).getAddress();
    }

    private static <T> T read(Part<T> part) {
        try {
            return part.read();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private interface Part<T> {
        T read() throws MessagingException;
    }
}
