package be.designations.casework;

import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;

/**
 * By when each step is to be done (D14), in the working days of the desk that does it (D77). A process model asks this bean, by its
 * name {@code deadlines}, when a step lapses; it knows dates as {@link Date}.
 */
@Component("deadlines")
public class Deadlines {

    /** Whoever gets a file back has so many days at least, or all of them where they are fewer (D79). */
    static final int LEAST_AFTER_PAUSE = 3;

    private static final int MORNING = 8;

    private final DeadlineProperties settings;
    private final CaseTypes types;
    private final DeskCalendars calendars;
    private final Pauses pauses;
    private final Clock clock;

    Deadlines(DeadlineProperties settings, CaseTypes types, DeskCalendars calendars, Pauses pauses, Clock clock) {
        this.settings = settings;
        this.types = types;
        this.calendars = calendars;
        this.pauses = pauses;
        this.clock = clock;
    }

    /** For a step of that dossier that begins now; where it was interrupted, with the days that were left. */
    public Term termOf(CaseFile dossier, WorkKind kind) {
        return term(kind, daysLeft(dossier, kind));
    }

    /** The end of the last working day for a step that begins now for the first time. */
    public Instant dueFor(WorkKind kind) {
        return term(kind, daysFor(kind)).dueAt();
    }

    private Term term(WorkKind kind, int days) {
        WorkingDays calendar = calendars.of(kind.desk());
        return new Term(
                morningOf(calendar.after(today(), Math.max(1, days / 2))), Days.endOf(calendar.after(today(), days)));
    }

    /** The other side’s time is not the desk’s (D79). */
    private int daysLeft(CaseFile dossier, WorkKind kind) {
        int whole = daysFor(kind);
        return !kind.pauses()
                ? whole
                : pauses.lastPause(dossier.id(), kind)
                        .map(pause -> calendars
                                .of(kind.desk())
                                .between(Days.of(pause.stoppedAt()), Days.lastBefore(pause.dueAt())))
                        .map(left -> Math.min(whole, Math.max(LEAST_AFTER_PAUSE, left)))
                        .orElse(whole);
    }

    /** How near that deadline of work of that desk is. */
    public Nearness nearness(Desk desk, Instant dueAt) {
        return nearness(dueAt, calendars.of(desk));
    }

    /** The same, for who has read on which days that desk works. */
    public Nearness nearness(Instant dueAt, WorkingDays calendar) {
        return Nearness.of(dueAt, calendar, clock.instant());
    }

    static Instant morningOf(LocalDate day) {
        return day.atTime(MORNING, 0).atZone(Days.BRUSSELS).toInstant();
    }

    /** When a file that was not completed lapses: at its deadline. */
    public Date lapseAt(String kind) {
        return dueAt(kind);
    }

    /** For dossiers begun under earlier models, which ask for the end of a step; what counts stands in the table of work. */
    public Date dueAt(String kind) {
        return Date.from(dueFor(types.work(kind)));
    }

    /** As {@link #dueAt}, for reminders. */
    public Date remindAt(String kind) {
        WorkKind work = types.work(kind);
        return Date.from(term(work, daysFor(work)).remindAt());
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
