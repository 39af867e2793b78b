package be.designations.demo.country;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days of the model, counted from the first and written as the database reads them. They hang on no clock, so that the
 * same seed makes the same whenever it is used: what runs has begun before 2020, what has ended had before 2024, and what
 * is to end does so from 2035 on.
 */
final class Days {

    static final int NONE = -1;
    static final int FIRST = 0;

    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 1);

    /** Everybody begins within these. */
    static final int BEGINNINGS = between("2015-01-01");

    /** And has what they have from here on at the latest. */
    static final int SETTLED = between("2020-01-01");

    static final int ENDINGS = 4 * 365;
    static final int AHEAD = between("2035-01-01");
    static final int ENDS_AHEAD = 10 * 365;

    private static final String[] TEXTS = new String[AHEAD + ENDS_AHEAD];

    static {
        for (int day = 0; day < TEXTS.length; day++) {
            TEXTS[day] = FIRST_DAY
                    .plusDays(day)
                    .atStartOfDay(be.designations.calendar.Days.BRUSSELS)
                    .toInstant()
                    .toString();
        }
    }

    private Days() {}

    /** The beginning of that day in Belgium; {@link #NONE} is null to the database. */
    static String text(int day) {
        return day == NONE ? CopyTable.NULL : TEXTS[day];
    }

    private static int between(String date) {
        return (int) ChronoUnit.DAYS.between(FIRST_DAY, LocalDate.parse(date));
    }
}
