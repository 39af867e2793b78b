package be.designations.management;

import be.designations.rules.Rejection;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A period begins today or later and ends on its first day or later, within what the role allows. <i>Source: A6 (begin and end
 * of a right), B4 (the longest duration of a right), D34.</i>
 */
final class PeriodPolicy {

    private PeriodPolicy() {}

    /**
     * @param firstDay      the first day
     * @param lastDay       the last day, or null when no end is given
     * @param longestMonths 1 to 120, or null when there is no limit
     */
    static Optional<Rejection> check(
            LocalDate firstDay, @Nullable LocalDate lastDay, @Nullable Integer longestMonths, LocalDate today) {
        if (firstDay.isBefore(today)) {
            return Optional.of(Rejection.ofField("management.begins-in-the-past", "firstDay"));
        }
        if (lastDay != null && lastDay.isBefore(firstDay)) {
            return Optional.of(Rejection.ofField("management.ends-before-it-begins", "lastDay"));
        }
        if (longestMonths != null && (lastDay == null || lastDay.isAfter(firstDay.plusMonths(longestMonths)))) {
            return Optional.of(Rejection.ofField(
                    lastDay == null ? "management.end-needed" : "management.period-too-long",
                    "lastDay",
                    longestMonths));
        }
        return Optional.empty();
    }
}
