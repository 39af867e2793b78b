package be.designations.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the log; null means "any".
 *
 * @param subjectId only together with {@code subjectType}
 * @param from first instant, inclusive
 * @param to last instant, exclusive
 * @param concerning what the entries are about, one of several things
 * @param onBehalfOf in whose place it was done
 */
public record AuditFilter(
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable UUID actorPerson,
        @Nullable String operation,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Concerning concerning,
        @Nullable UUID onBehalfOf) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);

    /** @throws IllegalArgumentException when a subject id comes without its type */
    public AuditFilter {
        if (subjectId != null && subjectType == null) {
            throw new IllegalArgumentException("a subject id means something only with its type");
        }
    }

    public AuditFilter(
            @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable UUID actorPerson,
            @Nullable String operation,
            @Nullable Instant from,
            @Nullable Instant to) {
        this(subjectType, subjectId, actorPerson, operation, from, to, null, null);
    }

    public static AuditFilter ofSubject(String subjectType, String subjectId) {
        return new AuditFilter(subjectType, subjectId, null, null, null, null);
    }

    /**
     * Several things that belong together, those of a dossier say: an entry is found when its subject is one of these
     * subjects or its basis one of these bases.
     */
    public record Concerning(Set<Subject> subjects, Set<UUID> bases) {
        public Concerning {
            subjects = Set.copyOf(subjects);
            bases = Set.copyOf(bases);
        }
    }

    /** A thing that entries are about, as in {@link AuditEvent}. */
    public record Subject(String type, String id) {}
}
