package be.designations.casework.web;

import be.designations.casework.TimelineEntry;
import be.designations.casework.Tone;
import be.designations.directory.OrganisationId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the history of a dossier.
 *
 * @param what    what happened, in words
 * @param who     name of the person, or empty when a deadline or the process did it
 * @param forWhom name of the organisation, or empty
 * @param tone    {@code positive}, {@code negative} or {@code neutral}
 */
record TimelineLine(
        Instant at,
        String what,
        String who,
        String forWhom,
        @Nullable String reason,
        String tone) {

    static TimelineLine of(TimelineEntry entry, String what, String who, Map<OrganisationId, String> names, Tone tone) {
        return new TimelineLine(
                entry.at(),
                what,
                who,
                entry.organisation() == null ? "" : names.getOrDefault(entry.organisation(), ""),
                entry.reason(),
                (entry.event().startsWith("overdue.") ? Tone.NEGATIVE : tone).code());
    }
}
