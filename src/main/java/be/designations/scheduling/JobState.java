package be.designations.scheduling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as operators see it.
 *
 * @param lastSuccess end of the last run that did not fail; null before the first
 * @param lastFailure end of the last run that failed; null when none ever did
 * @param failures    how many runs have failed since one did not
 * @param next        when it runs next, or was to; null where no node has started yet
 * @param runningOn   name of the node that runs it now; null when none does
 */
public record JobState(
        String name,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        int failures,
        @Nullable Instant next,
        @Nullable String runningOn) {}
