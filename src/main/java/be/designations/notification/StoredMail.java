package be.designations.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its row keeps it.
 *
 * @param subject put into words when it was written: pages show it at once
 * @param text    null until it is sent
 * @param html    null until it is sent
 * @param facts   what the text will state, see {@link Facts}; null once it is sent
 */
record StoredMail(
        UUID id,
        @Nullable UUID caseId,
        String kind,
        @Nullable UUID person,
        String name,
        String address,
        Locale language,
        String subject,
        @Nullable String text,
        @Nullable String html,
        @Nullable String facts,
        @Nullable String path,
        String messageId,
        Instant writtenAt) {

    static StoredMail of(ResultSet row, int number) throws SQLException {
        return new StoredMail(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("kind"),
                row.getObject("recipient_person", UUID.class),
                row.getString("recipient_name"),
                row.getString("to_address"),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("subject"),
                row.getString("text_body"),
                row.getString("html_body"),
                row.getString("facts"),
                row.getString("link_path"),
                row.getString("message_id"),
                row.getTimestamp("created_at").toInstant());
    }

    /** What it says: as it was put into words before, or now. */
    RenderedMail words(MailRenderer renderer) {
        return text != null && html != null
                ? new RenderedMail(subject, text, html)
                : renderer.render(message(), writtenAt);
    }

    private Message message() {
        return new Message(
                NotificationKind.of(kind),
                new Recipient(person, name, address, language),
                caseId,
                facts == null ? Map.of() : Facts.read(facts),
                path);
    }
}
