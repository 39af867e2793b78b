package be.designations.retention;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One removal of everything that had outlived its term.
 *
 * @param id        the later, the larger
 * @param schedule  digest of the schedule that was carried out
 * @param startedBy who began it, or null when the application did by itself
 * @param endedAt   null as long as it goes on
 * @param complete  whether it came to the end of the schedule; else the next one goes on
 * @param removed   how many, by kind; kinds of which nothing was removed are absent
 */
public record RetentionRun(
        long id,
        String schedule,
        Instant startedAt,
        @Nullable PersonId startedBy,
        @Nullable Instant endedAt,
        boolean complete,
        Map<RetentionKind, Integer> removed) {

    public RetentionRun {
        removed = Map.copyOf(removed);
    }

    /** How many of that kind were removed. */
    public int removed(RetentionKind kind) {
        return removed.getOrDefault(kind, 0);
    }

    public int total() {
        return removed.values().stream().mapToInt(Integer::intValue).sum();
    }
}
