package be.designations.casework;

import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import be.designations.directory.OrganisationName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a day on which a desk is closed does to its open work: whatever is due on it or later is due one working day later; the same
 * for reminders. Nothing is ever due earlier than was said (D77).
 */
@Component
public class DeadlineMoves {

    private static final int SHOWN = 20;
    private static final int MOST_COUNTED = 1_000;

    private final OpenDeadlines open;
    private final DeskCalendars calendars;

    DeadlineMoves(OpenDeadlines open, DeskCalendars calendars) {
        this.open = open;
        this.calendars = calendars;
    }

    /**
     * What would move.
     *
     * @param count how many deadlines, counted up to 1,000
     * @param first those that are due first
     */
    public record Preview(int count, List<Moved> first) {}

    /** Work, by when it is to be done and by when it would be. */
    public record Moved(
            DossierNumber number, WorkKind kind, OrganisationName organisation, LocalDate before, LocalDate after) {}

    /** What moves once that working day to come is none any more. */
    public Preview preview(Desk desk, LocalDate closed) {
        WorkingDays then = calendars.of(desk).closedOn(closed);
        Instant from = Days.endOf(closed);
        return new Preview(
                open.count(desk, from, MOST_COUNTED),
                open.first(desk, from, SHOWN).stream()
                        .map(due -> moved(due, then))
                        .toList());
    }

    private static Moved moved(OpenDeadlines.Due due, WorkingDays then) {
        LocalDate before = Days.lastBefore(due.dueAt());
        return new Moved(due.number(), due.kind(), due.organisation(), before, then.after(before, 1));
    }

    /**
     * Moves what is to move, once that day is written.
     *
     * @return how many deadlines
     */
    public int move(Desk desk, LocalDate closed) {
        WorkingDays then = calendars.of(desk);
        return open.move(
                desk,
                mapped(open.ends(desk, Days.endOf(closed)), end -> Days.endOf(then.after(Days.lastBefore(end), 1))),
                mapped(
                        open.reminders(desk, Days.startOf(closed)),
                        at -> Deadlines.morningOf(then.after(Days.of(at), 1))));
    }

    private static Map<Instant, Instant> mapped(Collection<Instant> moments, Function<Instant, Instant> later) {
        return moments.stream().collect(Collectors.toMap(Function.identity(), later));
    }
}
