package be.designations.management;

import be.designations.directory.InEachLanguage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that support staff tell those who manage rights. <i>Source: S003 (“Nieuws”).</i>
 *
 * @param title   1 to 150 characters in each language
 * @param text    1 to 2,000 characters in each language
 * @param lastDay the last day on which it is shown, or null when no end is given
 */
public record NewsItem(
        InEachLanguage title,
        InEachLanguage text,
        LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    /** Whether it is shown. */
    public enum State {
        COMING,
        SHOWN,
        ENDED
    }

    /** How it stands on that day; it comes and goes by itself. */
    public State on(LocalDate day) {
        if (day.isBefore(firstDay)) {
            return State.COMING;
        }
        return lastDay != null && day.isAfter(lastDay) ? State.ENDED : State.SHOWN;
    }
}
