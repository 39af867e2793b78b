package be.designations.figures.api;

import be.designations.calendar.Days;
import be.designations.figures.Area;
import be.designations.figures.Period;
import be.designations.figures.Place;
import be.designations.figures.Region;
import be.designations.figures.WorkFilter;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Of which work a figure is asked. */
record PeriodAsked(
        @Nullable @Parameter(description = "First day of the period; a year ago without it")
        LocalDate first,

        @Nullable @Parameter(description = "Last day of the period; today without it")
        LocalDate last,

        @Nullable Region region,

        @Nullable Area province) {

    /** @throws RejectedException when a day is not of these times, or the last one comes before the first */
    WorkFilter read(LocalDate today) {
        Period usual = Period.yearUntil(today);
        LocalDate from = first == null ? usual.first() : day(first, "first");
        LocalDate until = last == null ? usual.last() : day(last, "last");
        if (until.isBefore(from)) {
            throw new RejectedException(Rejection.ofField("figures.last-before-first", "last"));
        }
        return new WorkFilter(new Period(from, until), place(region, province));
    }

    /** @throws RejectedException when the day is not of these times */
    static LocalDate day(LocalDate asked, String parameter) {
        try {
            return Days.ofTheseTimes(asked);
        } catch (DateTimeException made) {
            throw new RejectedException(Rejection.ofField("api.unreadable", parameter));
        }
    }

    /** Null for everywhere. */
    static @Nullable Place place(@Nullable Region region, @Nullable Area province) {
        if (province != null) {
            return new Place(province.region(), province);
        }
        return region == null ? null : new Place(region, null);
    }
}
