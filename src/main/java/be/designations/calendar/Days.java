package be.designations.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Days in Belgium as instants: people name first and last days, periods end at the first instant outside. */
public final class Days {

    /** Days begin and end where the desks are. */
    public static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private static final Instant FIRST = startOf(LocalDate.of(FIRST_YEAR, 1, 1));
    private static final Instant LAST = startOf(LocalDate.of(LAST_YEAR + 1, 1, 1));

    private Days() {}

    /**
     * A day as machines write it, of these times: others would leave what the database can keep.
     *
     * @throws DateTimeException when it is none, or lies before 1900 or after 2100
     */
    public static LocalDate parse(String text) {
        return ofTheseTimes(LocalDate.parse(text));
    }

    /** @throws DateTimeException when it lies before 1900 or after 2100 */
    public static LocalDate ofTheseTimes(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("not a day of these times");
        }
        return day;
    }

    /**
     * An instant as machines write it, of these times; places in lists stand so in addresses, where anybody can write by hand.
     *
     * @throws DateTimeException when it is none, or lies before 1900 or after 2100
     */
    public static Instant parseInstant(String text) {
        Instant at = Instant.parse(text);
        if (at.isBefore(FIRST) || !at.isBefore(LAST)) {
            throw new DateTimeException("not an instant of these times");
        }
        return at;
    }

    /** The day on which that instant lies. */
    public static LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, BRUSSELS);
    }

    /** The last day of what ends at that instant, which is the first outside. */
    public static LocalDate lastBefore(Instant end) {
        return of(end.minusMillis(1));
    }

    /** The first instant of that day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BRUSSELS).toInstant();
    }

    /** When a period begins whose first day that is: now, when it is today. */
    public static Instant startOf(LocalDate firstDay, Instant now) {
        Instant start = startOf(firstDay);
        return start.isBefore(now) ? now : start;
    }

    /** When that day is over. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /** When a period ends whose last day that is; null for none. */
    public static @Nullable Instant endOfPeriod(@Nullable LocalDate lastDay) {
        return lastDay == null ? null : endOf(lastDay);
    }
}
