package be.designations.dpd.web;

import be.designations.casework.TimelineEntry;
import java.time.Instant;
import java.util.Set;
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

    private static final Set<String> POSITIVE = Set.of(
            "dpd.opinion-favourable",
            "dpd.approved",
            "dpd.completed",
            "localmanager.changed",
            "localmanager.confirmed");
    private static final Set<String> NEGATIVE =
            Set.of("dpd.opinion-unfavourable", "dpd.refused", "dpd.withdrawn", "dpd.lapsed");
    private static final String OVERDUE = "overdue.";

    static TimelineLine of(TimelineEntry entry, String who, String forWhom) {
        return new TimelineLine(entry.at(), entry.event(), who, forWhom, entry.reason(), tone(entry.event()));
    }

    private static String tone(String event) {
        if (POSITIVE.contains(event)) {
            return "positive";
        }
        return NEGATIVE.contains(event) || event.startsWith(OVERDUE) ? "negative" : "";
    }
}
