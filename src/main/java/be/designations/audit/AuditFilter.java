package be.designations.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the log; null means "any".
 *
 * @param subjectId only together with {@code subjectType}
 * @param from first instant, inclusive
 * @param to last instant, exclusive
 */
public record AuditFilter(
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable UUID actorPerson,
        @Nullable String operation,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);

    /** @throws IllegalArgumentException when a subject id comes without its type */
    public AuditFilter {
        if (subjectId != null && subjectType == null) {
            throw new IllegalArgumentException("a subject id means something only with its type");
        }
    }

    public static AuditFilter ofSubject(String subjectType, String subjectId) {
        return new AuditFilter(subjectType, subjectId, null, null, null, null);
    }
}
