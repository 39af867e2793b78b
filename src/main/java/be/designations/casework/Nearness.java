package be.designations.casework;

import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How near a deadline is, in the working days of whoever is to keep it: one way to say it for lists, dossiers and mails.
 *
 * @param key  message key of the words, with {0} the days
 * @param days working days to go, or since
 * @param tone the colour, which says nothing that the words do not
 */
public record Nearness(String key, int days, Tone tone) {

    static Nearness of(Instant dueAt, WorkingDays calendar, Instant now) {
        LocalDate lastDay = Days.lastBefore(dueAt);
        LocalDate today = Days.of(now);
        if (!now.isBefore(dueAt)) {
            int late = calendar.between(lastDay, today);
            return new Nearness(late == 0 ? "deadline.passed" : "deadline.late", late, Tone.NEGATIVE);
        }
        if (!lastDay.isAfter(today)) {
            return new Nearness("deadline.today", 0, Tone.WAITING);
        }
        if (lastDay.equals(today.plusDays(1))) {
            return new Nearness("deadline.tomorrow", 1, Tone.WAITING);
        }
        int left = Math.max(1, calendar.between(today, lastDay));
        return new Nearness("deadline.in", left, left < 2 ? Tone.WAITING : Tone.NEUTRAL);
    }
}
