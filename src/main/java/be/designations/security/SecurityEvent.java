package be.designations.security;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What those who watch over the application look for in its log: one line each, by one logger, with fields that machines
 * read. It names nobody but by id, and repeats nothing that somebody typed: a log is kept long and read by many, and a line
 * that a visitor can write is no evidence. <i>Source: OWASP ASVS 16.2, 16.3.</i>
 */
public enum SecurityEvent {
    SIGN_IN,
    SIGN_IN_REFUSED,
    SIGN_OUT,
    /** Ended by the application. */
    SESSION_ENDED,
    /** Of a caller of the API. */
    TOKEN_REJECTED,
    /** A rule, a missing scope or a missing token of a form. */
    OPERATION_REFUSED,
    /** Something was asked too often. */
    LIMIT_REACHED,
    /** Something that is not there, or not for them: asked for often, somebody tries numbers. */
    NOTHING_FOUND;

    private static final Logger LOG = LoggerFactory.getLogger("be.designations.security.events");

    /** @param fields names and values in turn: codes of ours, ids and numbers */
    public void log(Object... fields) {
        logOf(SignedIn.current().orElse(null), fields);
    }

    /** The same, of somebody else than who sends the request that this thread works on. */
    void logOf(@Nullable SignedIn who, Object... fields) {
        String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
        LoggingEventBuilder line = LOG.atInfo().addKeyValue("event", code);
        if (who != null) {
            line = line.addKeyValue("person", who.personId());
        }
        for (int i = 0; i < fields.length; i += 2) {
            line = line.addKeyValue((String) fields[i], fields[i + 1]);
        }
        line.log(code);
    }
}
