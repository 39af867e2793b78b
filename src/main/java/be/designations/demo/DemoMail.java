package be.designations.demo;

import be.designations.calendar.Days;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the demonstration received it.
 *
 * @param id what its page is found by; sorts by time of arrival
 * @param to whom it was delivered to, one address
 * @param text the plain text part, empty when there is none
 * @param html the HTML part, written by whoever sent the mail: never shown outside a sandbox
 */
record DemoMail(
        String id,
        Instant receivedAt,
        String to,
        String from,
        String subject,
        List<Field> headers,
        String text,
        @Nullable String html) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    record Field(String name, String value) {}

    /**
     * @param link whether the text is an address to be opened
     */
    record TextPiece(String text, boolean link) {}

    /** The time of arrival in Belgium. */
    public ZonedDateTime arrival() {
        return receivedAt.atZone(Days.BRUSSELS);
    }

    public List<TextPiece> textPieces() {
        return pieces(text);
    }

    /** A plain text, cut where an address to be opened begins and ends. */
    static List<TextPiece> pieces(String text) {
        List<TextPiece> pieces = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        int end = 0;
        while (links.find()) {
            pieces.add(new TextPiece(text.substring(end, links.start()), false));
            pieces.add(new TextPiece(links.group(), true));
            end = links.end();
        }
        pieces.add(new TextPiece(text.substring(end), false));
        return List.copyOf(pieces);
    }

    static DemoMail parse(String id, Instant receivedAt, InputStream content) {
        try {
            MimeMessage message = new MimeMessage(null, content);
            String html = part(message, "text/html");
            String text = part(message, "text/plain");
            return new DemoMail(
                    id,
                    receivedAt,
                    header(message, DemoMailbox.DELIVERED_TO),
                    header(message, "From"),
                    header(message, "Subject"),
                    Collections.list(message.getAllHeaders()).stream()
                            .map(DemoMail::field)
                            .toList(),
                    text == null ? "" : text,
                    html);
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail " + id + " cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Field field(Header header) {
        return new Field(header.getName(), decode(header.getValue()));
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        String value = message.getHeader(name, ", ");
        return value == null ? "" : decode(value);
    }

    private static String decode(String raw) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(raw));
        } catch (IOException e) {
            return raw;
        }
    }

    private static @Nullable String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = part(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        boolean attached = Part.ATTACHMENT.equals(lowerCase(part.getDisposition()));
        if (!part.isMimeType(type) || attached) {
            return null;
        }
        return part.getContent() instanceof String text
                ? text
                : new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static @Nullable String lowerCase(@Nullable String value) {
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }
}
