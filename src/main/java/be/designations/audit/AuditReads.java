package be.designations.audit;

import be.designations.calendar.Days;
import be.designations.directory.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The log as its readers use it: what they do with it stands in it, too. <i>Source: D31; OWASP ASVS 5.0, 16.3.3.</i>
 *
 * <p>{@code asked} says in codes and ids what was asked for; a NISS in it is masked.
 */
@Service
public class AuditReads {

    private static final String SUBJECT = "audit-search";

    private final AuditLog log;
    private final TransactionOperations transaction;
    private final Clock clock;

    AuditReads(AuditLog log, TransactionOperations transaction, Clock clock) {
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** As {@link AuditLog#search}; written down once a day for a reader and what they ask, however many pages they turn. */
    @Transactional
    public AuditPage search(
            Actor reader, AuditFilter filter, SortedMap<String, String> asked, @Nullable Long after, int size) {
        String key = key(asked);
        Instant today = Days.startOf(Days.of(clock.instant()));
        var before = new AuditFilter(SUBJECT, key, reader.person().value(), "audit.searched", today, null);
        if (log.search(before, null, 1).entries().isEmpty()) {
            record(reader, "audit.searched", key, asked);
        }
        return log.search(filter, after, size);
    }

    /** As {@link AuditLog#export}; each is written down, before the first line leaves. */
    public void export(Actor reader, AuditFilter filter, SortedMap<String, String> asked, Appendable target) {
        transaction.executeWithoutResult(status -> record(reader, "audit.exported", key(asked), asked));
        log.export(filter, target);
    }

    /** That the reader took an anchor with them. */
    @Transactional
    public void anchored(Actor reader) {
        log.record(AuditEvent.of("audit.anchored", "audit-log", "chain").by(reader));
    }

    private void record(Actor reader, String operation, String key, SortedMap<String, String> asked) {
        log.record(AuditEvent.of(operation, SUBJECT, key).by(reader).changing(null, asked));
    }

    /** The same for the same question: what is asked may be too long, and personal, for the id of a subject. */
    private static String key(SortedMap<String, String> asked) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(asked.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
