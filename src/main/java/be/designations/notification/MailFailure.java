package be.designations.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a mail was not sent, as far as the mail server’s answer tells; message key {@code mail-failure.<code>}. */
public enum MailFailure {
    /** Nobody has that address. */
    UNKNOWN_MAILBOX,
    MAILBOX_FULL,
    /** The server, or that of the recipient, does not take it: a policy, a size, a sender. */
    REFUSED,
    /** Not now; it says itself that another attempt may succeed. */
    BUSY,
    /** The server does not answer. */
    NO_CONNECTION,
    /** The server does not let this application in. */
    SIGN_IN_REFUSED,
    /** What is kept as the address is none. */
    ADDRESS_UNREADABLE,
    /** Something in this application. */
    OTHER;

    /** The answer of a server (RFC 5321), with the enhanced code (RFC 3463) that most give. */
    private static final Pattern ANSWER =
            Pattern.compile("(?<![\\d.])(?<code>[45]\\d\\d)[ -](?:#?(?<enhanced>[45]\\.\\d{1,3}\\.\\d{1,3})\\b)?");

    private static final Pattern UNKNOWN_IN_WORDS = Pattern.compile(
            "unknown|no such|not found|does ?n[o’']t exist|invalid (recipient|mailbox|address)|no mailbox|mailbox unavailable"
                    + "|user unknown|unrouteable");

    private static final Pattern FULL_IN_WORDS = Pattern.compile("mailbox (is )?full|over ?quota|quota exceeded");

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when it is none of ours */
    public static MailFailure ofCode(String code) {
        return Arrays.stream(values())
                .filter(failure -> failure.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no failure of mails: " + code));
    }

    static MailFailure of(Exception failure) {
        if (causes(failure).anyMatch(AuthenticationFailedException.class::isInstance)) {
            return SIGN_IN_REFUSED;
        }
        if (failure instanceof MailServerSilentException) {
            return NO_CONNECTION;
        }
        if (causes(failure).anyMatch(AddressException.class::isInstance)) {
            return ADDRESS_UNREADABLE;
        }
        if (!(failure instanceof MessagingException)) {
            return OTHER;
        }
        return ofAnswer(causes(failure)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ")));
    }

    /** A connection that breaks in the middle leaves no answer. */
    static MailFailure ofAnswer(String words) {
        Matcher answer = ANSWER.matcher(words);
        return answer.find()
                ? read(
                        answer.group("code"),
                        answer.group("enhanced"),
                        words.substring(answer.end()).toLowerCase(Locale.ROOT))
                : NO_CONNECTION;
    }

    private static MailFailure read(String code, @Nullable String enhanced, String words) {
        String detail = enhanced == null ? "" : enhanced.substring(2);
        if (detail.equals("2.2")
                || code.equals("452")
                || FULL_IN_WORDS.matcher(words).find()) {
            return MAILBOX_FULL;
        }
        if (code.startsWith("4")) {
            return BUSY;
        }
        if (detail.startsWith("1.") || detail.equals("2.1")) {
            return UNKNOWN_MAILBOX;
        }
        return detail.isEmpty() && UNKNOWN_IN_WORDS.matcher(words).find() ? UNKNOWN_MAILBOX : REFUSED;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        // What a mail exception names as the next one is its cause, too.
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
