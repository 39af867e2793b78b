package be.designations.casework.web;

import be.designations.pages.Address;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * The days that the calendar shows, as they stand in its address.
 *
 * @param on a day among them
 */
public record CalendarPeriod(Span span, LocalDate on) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    /** How much is shown. */
    public enum Span {
        DAY,
        WEEK,
        MONTH;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was made up shows the week of today. */
    static CalendarPeriod read(String span, String on, LocalDate today) {
        return new CalendarPeriod(span(span), day(on, today));
    }

    private static Span span(String code) {
        for (Span span : Span.values()) {
            if (span.code().equals(code)) {
                return span;
            }
        }
        return Span.WEEK;
    }

    private static LocalDate day(String typed, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(typed);
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? today : day;
        } catch (DateTimeException madeUp) {
            return today;
        }
    }

    /** A month is shown in whole weeks. */
    LocalDate first() {
        return switch (span) {
            case DAY -> on;
            case WEEK -> monday(on);
            case MONTH -> monday(on.withDayOfMonth(1));
        };
    }

    int days() {
        return switch (span) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH ->
                (int) first().datesUntil(monday(on.with(TemporalAdjusters.lastDayOfMonth()))
                                .plusDays(7))
                        .count();
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private CalendarPeriod step(int by) {
        return new CalendarPeriod(
                span,
                switch (span) {
                    case DAY -> on.plusDays(by);
                    case WEEK -> on.plusWeeks(by);
                    case MONTH -> on.withDayOfMonth(1).plusMonths(by);
                });
    }

    public String previous() {
        return step(-1).address();
    }

    public String next() {
        return step(1).address();
    }

    public String address() {
        return Address.of("/work/calendar")
                .with("show", span.code())
                .with("on", on)
                .toString();
    }

    /** The same day, shown with more or less around it. */
    public String address(Span other) {
        return new CalendarPeriod(other, on).address();
    }

    /** In words: a day, a month; of a week nothing, for its days say it. */
    String title(Locale locale) {
        return DateTimeFormatter.ofPattern(span == Span.MONTH ? "MMMM yyyy" : "EEEE d MMMM yyyy", locale)
                .format(on);
    }

    /** Whether that day belongs to another month than the one that is shown. */
    boolean isBeside(LocalDate day) {
        return span == Span.MONTH && day.getMonth() != on.getMonth();
    }
}
