package be.designations.casework.web;

import be.designations.calendar.Days;
import be.designations.casework.DatedEnds;
import be.designations.casework.DueDays;
import be.designations.casework.WorkCalendar;
import be.designations.casework.web.CalendarPeriod.Span;
import be.designations.directory.Actor;
import be.designations.pages.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The deadlines of the desks that the reader belongs to, and what ends, by week, month and day. */
@Controller
class WorkCalendarController {

    private final DueDays dueDays;
    private final Clock clock;

    WorkCalendarController(DueDays dueDays, Clock clock) {
        this.dueDays = dueDays;
        this.clock = clock;
    }

    /**
     * A day as it is shown.
     *
     * @param name   the day and its date in words
     * @param off    what the public holiday is called and which desks are closed, each in words
     * @param count  of the work, in words, up to how far it is counted
     * @param ends   what ends on it, as far as it is shown
     * @param more   how much more ends on it
     * @param beside whether it belongs to another month
     * @param link   where all of the day is shown
     */
    public record DayShown(
            LocalDate day,
            String name,
            List<String> off,
            WorkCalendar.Day work,
            String count,
            List<DatedEnds.End> ends,
            int more,
            boolean today,
            boolean beside,
            String link) {

        /** Whether nothing is due and nothing ends on it. */
        boolean isFree() {
            return work.count() == 0 && ends.isEmpty();
        }

        /** Whether nothing is to be said of it. */
        public boolean isEmpty() {
            return isFree() && off.isEmpty() && !today;
        }
    }

    @GetMapping("/work/calendar")
    String calendar(
            Actor actor,
            @RequestParam(name = "show", defaultValue = "") String show,
            @RequestParam(name = "on", defaultValue = "") String on,
            Page page) {
        LocalDate today = Days.of(clock.instant());
        CalendarPeriod period = CalendarPeriod.read(show, on, today);
        int most = most(period.span());
        DueDays.Read read = dueDays.of(actor, period.first(), period.days(), most);
        DayNames names = new DayNames(read.closed(), page);
        DateTimeFormatter words = DateTimeFormatter.ofPattern("EEEE d MMMM", page.locale());
        List<DayShown> days = IntStream.range(0, period.days())
                .mapToObj(i -> {
                    LocalDate day = period.first().plusDays(i);
                    WorkCalendar.Day work = read.work().days().get(i);
                    List<DatedEnds.End> ends = read.endsOn(day);
                    // On its own page the day shows all of them: nowhere else are they together.
                    int shown = period.span() == Span.DAY ? ends.size() : Math.min(ends.size(), most);
                    return new DayShown(
                            day,
                            words.format(day),
                            names.off(day),
                            work,
                            count(work.count(), page),
                            ends.subList(0, shown),
                            ends.size() - shown,
                            day.equals(today),
                            period.isBeside(day),
                            new CalendarPeriod(Span.DAY, day).address());
                })
                .toList();
        page.inSection("work")
                .with("period", period)
                .with("spans", List.of(Span.WEEK, Span.MONTH))
                .with("periodTitle", title(period, page))
                .with("days", days)
                .with("none", days.stream().allMatch(DayShown::isFree))
                .with(
                        "late",
                        read.work().before() == 0 ? null : count(read.work().before(), page))
                .with("forThem", read.forThem())
                .with("head", read.head())
                .with("thisPeriod", new CalendarPeriod(period.span(), today).address());
        return "work/calendar";
    }

    private static String title(CalendarPeriod period, Page page) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("dd/MM/yyyy");
        return period.span() == Span.WEEK
                ? page.text(
                        "calendar.week-of",
                        day.format(period.first()),
                        day.format(period.first().plusDays(6)))
                : period.title(page.locale());
    }

    private static String count(int count, Page page) {
        return count >= WorkCalendar.MOST_COUNTED
                ? page.text("calendar.count.many", WorkCalendar.MOST_COUNTED)
                : page.text("calendar.count", count);
    }

    private static int most(Span span) {
        return switch (span) {
            case DAY -> WorkCalendar.MOST_COUNTED;
            case WEEK -> 8;
            case MONTH -> 3;
        };
    }
}
