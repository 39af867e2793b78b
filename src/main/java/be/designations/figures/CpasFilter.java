package be.designations.figures;

import be.designations.directory.Language;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the CPAS.
 *
 * @param day      on which day it is looked at
 * @param days     what is soon, counted from that day, which is day 0; 1 to {@link #MOST_DAYS}
 * @param language an official language of the municipality, or null for all
 * @param text     beginning of a word of the name of the municipality, or its postal code; empty for all
 * @param officer  only the CPAS that this person serves as officer, interim or adjunct, or null
 */
public record CpasFilter(
        LocalDate day,
        Cover cover,
        int days,
        @Nullable Place place,
        @Nullable Language language,
        String text,
        @Nullable UUID officer) {

    public static final int USUAL_DAYS = 30;
    public static final int MOST_DAYS = 3_660;

    /** @throws IllegalArgumentException when the days are none that can be asked for */
    public CpasFilter {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days: 1 to " + MOST_DAYS);
        }
    }

    public static CpasFilter on(LocalDate day, Cover cover, int days) {
        return new CpasFilter(day, cover, days, null, null, "", null);
    }
}
