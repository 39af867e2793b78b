package be.designations.insight.history;

import be.designations.calendar.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A day in Belgium that somebody asks about. What ran at its end counts, so that a change of that very day shows; of today
 * what runs now counts, and of a day to come what is planned by the decisions that were taken.
 *
 * @param instant the last microsecond of the day, or the present instant when the day is today
 */
public record AskedDay(LocalDate day, When when, Instant instant) {

    /** No access that is written down is older, and none is planned for longer. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /** Where the day lies, seen from now. */
    public enum When {
        PAST,
        TODAY,
        FUTURE
    }

    /** @return empty for a day before 1900 or after 2199 */
    public static Optional<AskedDay> of(LocalDate day, Instant now) {
        return day.isBefore(FIRST) || day.isAfter(LAST) ? Optional.empty() : Optional.of(at(day, now));
    }

    public static AskedDay today(Instant now) {
        return at(now.atZone(Days.BRUSSELS).toLocalDate(), now);
    }

    private static AskedDay at(LocalDate day, Instant now) {
        int order = day.compareTo(now.atZone(Days.BRUSSELS).toLocalDate());
        if (order == 0) {
            return new AskedDay(day, When.TODAY, now);
        }
        Instant end = day.plusDays(1).atStartOfDay(Days.BRUSSELS).toInstant().minus(1, ChronoUnit.MICROS);
        return new AskedDay(day, order < 0 ? When.PAST : When.FUTURE, end);
    }
}
