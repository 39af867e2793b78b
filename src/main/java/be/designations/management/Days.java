package be.designations.management;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Days in Belgium as instants: people name first and last days, periods end at the first instant outside. */
public final class Days {

    static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private Days() {}

    /** The day on which that instant lies. */
    public static LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, BRUSSELS);
    }

    /** When a period begins whose first day that is: now, when it is today. */
    static Instant startOf(LocalDate firstDay, Instant now) {
        Instant start = firstDay.atStartOfDay(BRUSSELS).toInstant();
        return start.isBefore(now) ? now : start;
    }

    /** When a period ends whose last day that is; null for none. */
    public static @Nullable Instant endOf(@Nullable LocalDate lastDay) {
        return lastDay == null
                ? null
                : lastDay.plusDays(1).atStartOfDay(BRUSSELS).toInstant();
    }
}
