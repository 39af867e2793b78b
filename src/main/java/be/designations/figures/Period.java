package be.designations.figures;

import java.time.LocalDate;

/** Some days, the first and the last included. */
public record Period(LocalDate first, LocalDate last) {

    /** @throws IllegalArgumentException when the last comes before the first */
    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last before first");
        }
    }

    /** The year up to that day. */
    public static Period yearUntil(LocalDate day) {
        return new Period(day.minusYears(1).plusDays(1), day);
    }
}
