package be.designations.principalmanager.web;

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
record HistoryLine(
        Instant at,
        String event,
        String who,
        String forWhom,
        @Nullable String reason,
        String tone) {

    private static final Set<String> POSITIVE = Set.of(
            "principal-manager.designated",
            "principal-manager.mandate-verified",
            "principal-manager.register-answered");
    private static final Set<String> NEGATIVE = Set.of(
            "principal-manager.not-recognised",
            "principal-manager.mandate-refused",
            "principal-manager.overtaken",
            "principal-manager.withdrawn");

    static HistoryLine of(TimelineEntry entry, String who, String forWhom) {
        return new HistoryLine(entry.at(), entry.event(), who, forWhom, entry.reason(), tone(entry.event()));
    }

    private static String tone(String event) {
        if (POSITIVE.contains(event)) {
            return "positive";
        }
        return NEGATIVE.contains(event) || event.startsWith("overdue.") ? "negative" : "";
    }
}
