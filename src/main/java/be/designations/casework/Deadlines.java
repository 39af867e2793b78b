package be.designations.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.springframework.stereotype.Component;

/**
 * By when each step is to be done (D14). The process models ask this bean, by its name {@code deadlines}, at the moment
 * at which a step begins; they know dates as {@link Date}.
 */
@Component("deadlines")
public class Deadlines {

    /** Days begin and end where the desks are. */
    public static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final DeadlineProperties days;
    private final WorkingDays workingDays = new WorkingDays();
    private final Clock clock;

    Deadlines(DeadlineProperties days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    /** The end of the last working day for a step that begins now. */
    public Date dueAt(String kind) {
        return Date.from(endOf(workingDays.after(today(), daysFor(WorkItemKind.valueOf(kind)))));
    }

    /** Half of that time: when the desk is reminded, at the start of the working day. */
    public Date remindAt(String kind) {
        int half = Math.max(1, daysFor(WorkItemKind.valueOf(kind)) / 2);
        return Date.from(
                workingDays.after(today(), half).atTime(8, 0).atZone(BRUSSELS).toInstant());
    }

    /** When a file that was not completed lapses: at its deadline. */
    public Date lapseAt(String kind) {
        return dueAt(kind);
    }

    /** How many working days a step may take. */
    public int daysFor(WorkItemKind kind) {
        return switch (kind) {
            case GIVE_OPINION -> days.opinion();
            case COMPLETE_FILE -> days.completion();
            case DECIDE -> days.decision();
            case CHANGE_LOCAL_MANAGER -> days.localManagerChange();
            case VERIFY_MANDATE -> days.mandateVerification();
            case REPLACE_PRINCIPAL_MANAGER, REPLACE_MANAGER -> days.managerReplacement();
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BRUSSELS);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BRUSSELS).toInstant();
    }
}
