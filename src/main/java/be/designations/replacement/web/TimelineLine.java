package be.designations.replacement.web;

import be.designations.casework.TimelineEntry;
import be.designations.replacement.ReplacementOutcome;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One line of the history of a dossier.
 *
 * @param who     name of the person, or empty when a deadline or the process did it
 * @param forWhom name of the organisation, or empty
 * @param tone    {@code positive}, {@code negative} or empty
 */
record TimelineLine(
        Instant at,
        String event,
        String who,
        String forWhom,
        @Nullable String reason,
        String tone) {

    static TimelineLine of(TimelineEntry entry, String who, String entity) {
        return new TimelineLine(
                entry.at(),
                entry.event(),
                who,
                entry.organisation() == null ? "" : entity,
                entry.reason(),
                tone(entry.event()));
    }

    private static String tone(String event) {
        if (event.startsWith("overdue.")) {
            return "negative";
        }
        boolean settles = Arrays.stream(ReplacementOutcome.values())
                .anyMatch(outcome -> outcome.status().equals(event));
        return settles ? "positive" : "";
    }
}
