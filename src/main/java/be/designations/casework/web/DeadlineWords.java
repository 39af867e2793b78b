package be.designations.casework.web;

import be.designations.calendar.WorkingDays;
import be.designations.casework.Deadlines;
import be.designations.casework.Desk;
import be.designations.casework.DeskCalendars;
import be.designations.casework.Nearness;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/** How near deadlines are; templates call it as {@code @deadline}. It lives for a request, which so reads each desk’s days once. */
@Component("deadline")
@RequestScope
public class DeadlineWords {

    private final Map<Desk, WorkingDays> calendars = new EnumMap<>(Desk.class);
    private final DeskCalendars deskCalendars;
    private final Deadlines deadlines;

    public DeadlineWords(DeskCalendars deskCalendars, Deadlines deadlines) {
        this.deskCalendars = deskCalendars;
        this.deadlines = deadlines;
    }

    /** Of work of that desk. */
    public Nearness of(Desk desk, Instant dueAt) {
        return deadlines.nearness(dueAt, calendars.computeIfAbsent(desk, deskCalendars::of));
    }
}
