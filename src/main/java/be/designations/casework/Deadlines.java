package be.designations.casework;

import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;

/**
 * By when each step is to be done (D14). The process models ask this bean, by its name {@code deadlines}, at the moment
 * at which a step begins; they know dates as {@link Date}.
 */
@Component("deadlines")
public class Deadlines {

    private final DeadlineProperties settings;
    private final CaseTypes types;
    private final WorkingDays workingDays = new WorkingDays();
    private final Clock clock;

    Deadlines(DeadlineProperties settings, CaseTypes types, Clock clock) {
        this.settings = settings;
        this.types = types;
        this.clock = clock;
    }

    /**
     * The end of the last working day for a step that begins now; for the models, which know its name. It has a name of its own: with
     * two of one name, their expressions would look for a conversion from text to the other’s argument each time.
     */
    public Date dueAt(String kind) {
        return Date.from(dueFor(types.work(kind)));
    }

    /** The end of the last working day for a step that begins now. */
    public Instant dueFor(WorkKind kind) {
        return Days.endOf(workingDays.after(today(), daysFor(kind)));
    }

    /** Half of that time: when the desk is reminded, at the start of the working day. */
    public Date remindAt(String kind) {
        int half = Math.max(1, daysFor(types.work(kind)) / 2);
        return Date.from(workingDays
                .after(today(), half)
                .atTime(8, 0)
                .atZone(Days.BRUSSELS)
                .toInstant());
    }

    /** When a file that was not completed lapses: at its deadline. */
    public Date lapseAt(String kind) {
        return dueAt(kind);
    }

    /** How many working days a step may take. */
    public int daysFor(WorkKind kind) {
        return settings.daysFor(kind);
    }

    /** How many working days a step may take. */
    public int daysFor(String kind) {
        return daysFor(types.work(kind));
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
