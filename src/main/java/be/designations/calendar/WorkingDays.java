package be.designations.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Days on which a Belgian administration works: not Saturdays, Sundays, public holidays (D14) and days on which it is closed (D77). */
public final class WorkingDays {

    private static final HolidayManager HOLIDAYS =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.BELGIUM));

    /** The public holidays of each year that was asked for: lists ask for the days of half a year on each line. */
    private static final Map<Integer, Set<LocalDate>> PUBLIC_HOLIDAYS = new ConcurrentHashMap<>();

    private static final LocalDate A_MONDAY = LocalDate.of(1970, 1, 5);
    private static final int WEEK = 7;
    private static final int WEEKDAYS = 5;

    private final Set<LocalDate> closed;

    /** Of an administration that is never closed on another day. */
    public WorkingDays() {
        this(Set.of());
    }

    /** @param closed days on which this administration does not work */
    public WorkingDays(Set<LocalDate> closed) {
        this.closed = Set.copyOf(closed);
    }

    /** The same, closed on one day more. */
    public WorkingDays closedOn(LocalDate day) {
        Set<LocalDate> more = new HashSet<>(closed);
        more.add(day);
        return new WorkingDays(more);
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWeekday(day)
                && !closed.contains(day)
                && !publicHolidaysOf(day.getYear()).contains(day);
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Set<LocalDate> publicHolidaysOf(int year) {
        return PUBLIC_HOLIDAYS.computeIfAbsent(year, WorkingDays::publicHolidays);
    }

    private static Set<LocalDate> publicHolidays(int year) {
        return HOLIDAYS.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The working day that comes so many working days after that day; the day itself does not count.
     *
     * @param workingDays at least 1
     */
    public LocalDate after(LocalDate day, int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("at least one working day");
        }
        LocalDate reached = day;
        for (int counted = 0; counted < workingDays; ) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached)) {
                counted++;
            }
        }
        return reached;
    }

    /** The last working day before that day. */
    public LocalDate before(LocalDate day) {
        LocalDate reached = day.minusDays(1);
        while (!isWorkingDay(reached)) {
            reached = reached.minusDays(1);
        }
        return reached;
    }

    /** How many working days come after the first of these days, up to the second, which counts; 0 when it comes before. */
    public int between(LocalDate after, LocalDate until) {
        if (!until.isAfter(after)) {
            return 0;
        }
        // Not day by day: a list asks for each of its lines, and deadlines are months away.
        long free = Stream.concat(
                        closed.stream(),
                        IntStream.rangeClosed(after.getYear(), until.getYear())
                                .mapToObj(WorkingDays::publicHolidaysOf)
                                .flatMap(Set::stream))
                .filter(day -> day.isAfter(after) && !day.isAfter(until) && isWeekday(day))
                .distinct()
                .count();
        return (int) (weekdaysUpTo(until) - weekdaysUpTo(after) - free);
    }

    /** Since a Monday long ago. */
    private static long weekdaysUpTo(LocalDate day) {
        long days = ChronoUnit.DAYS.between(A_MONDAY, day);
        return Math.floorDiv(days, WEEK) * WEEKDAYS + Math.min(WEEKDAYS, Math.floorMod(days, WEEK) + 1);
    }

    /** What the public holiday on that day is called; empty when it is none. */
    public static Optional<String> publicHoliday(LocalDate day, Locale language) {
        return HOLIDAYS.getHolidays(day, day, HolidayType.PUBLIC_HOLIDAY).stream()
                .map((Holiday holiday) -> holiday.getDescription(language).replace('\'', '’'))
                .findFirst();
    }
}
