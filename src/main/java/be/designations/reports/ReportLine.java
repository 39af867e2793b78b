package be.designations.reports;

import be.designations.access.QualityKind;
import be.designations.access.Translated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A right that stands in a report.
 *
 * @param units   the establishment units to which it is limited; empty for the whole entity
 * @param longestMonths how long its role lets a right last, or null when it may stay open
 * @param excluded the other role, in the report of those that exclude each other; else null
 */
public record ReportLine(
        UUID id,
        UUID person,
        String name,
        String roleCode,
        Translated role,
        Translated application,
        UUID quality,
        QualityKind qualityKind,
        List<String> units,
        Instant from,
        @Nullable Instant until,
        @Nullable Integer longestMonths,
        @Nullable Translated excluded) {

    public ReportLine {
        units = List.copyOf(units);
    }
}
