package be.designations.notification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be written with {@link Notifications#write}. Starts with {@link #of} and grows by the other methods; each
 * returns a new message.
 *
 * @param caseId the case on whose page the mail is listed
 * @param details the facts stated, in the language of the recipient
 * @param path where the link leads within the application, such as {@code /cases/DPD-2026-00001}; null for no link
 */
public record Message(
        NotificationKind kind,
        Recipient recipient,
        @Nullable UUID caseId,
        Map<Detail, String> details,
        @Nullable String path) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    /** @throws IllegalArgumentException when the path is not one within the application */
    public Message {
        EnumMap<Detail, String> copy = new EnumMap<>(Detail.class);
        copy.putAll(details);
        details = Collections.unmodifiableMap(copy);
        if (path != null && !path.matches("/(?!/)[A-Za-z0-9/_.?=&%#-]*")) {
            throw new IllegalArgumentException("not a path within the application: " + path);
        }
    }

    public static Message of(NotificationKind kind, Recipient recipient) {
        return new Message(kind, recipient, null, Map.of(), null);
    }

    /** Names the dossier and links to its page. */
    public Message inCase(UUID id, String dossierNumber) {
        return new Message(kind, recipient, id, details, "/cases/" + dossierNumber).with(Detail.DOSSIER, dossierNumber);
    }

    /** Links to another page than that of the case. */
    public Message linkingTo(String pathInApplication) {
        return new Message(kind, recipient, caseId, details, pathInApplication);
    }

    /** States a detail, as the recipient is to read it; for {@link Detail#OPINION} use {@link #withOpinion}. */
    public Message with(Detail detail, String value) {
        EnumMap<Detail, String> more = new EnumMap<>(Detail.class);
        more.putAll(details);
        more.put(detail, value);
        return new Message(kind, recipient, caseId, more, path);
    }

    public Message with(Detail detail, LocalDate date) {
        return with(detail, DATE.format(date));
    }

    public Message withOpinion(boolean favourable) {
        return with(
                Detail.OPINION,
                MailTexts.in(recipient.language()).get("mail.opinion." + (favourable ? "favourable" : "unfavourable")));
    }
}
