package be.designations.agenda;

import be.designations.access.Translated;
import be.designations.calendar.WorkingDays;
import be.designations.rules.Rejection;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * On which days a desk can be closed: working days to come, two years ahead at most, with a name in the three languages of the
 * country. Today is too late: people have begun to count on it. <i>Source: D77.</i>
 */
final class ClosingDayPolicy {

    static final Period FARTHEST = Period.ofYears(2);

    private static final int LONGEST_NAME = 100;

    private ClosingDayPolicy() {}

    static List<Rejection> check(
            LocalDate day, Translated name, LocalDate today, WorkingDays calendar, boolean closedAlready) {
        List<Rejection> rejections = new ArrayList<>();
        if (!day.isAfter(today)) {
            rejections.add(Rejection.ofField("agenda.day-not-to-come", "day"));
        } else if (day.isAfter(today.plus(FARTHEST))) {
            rejections.add(Rejection.ofField("agenda.day-too-far", "day"));
        } else if (closedAlready) {
            rejections.add(Rejection.ofField("agenda.day-closed-already", "day"));
        } else if (!calendar.isWorkingDay(day)) {
            rejections.add(Rejection.ofField("agenda.day-off-anyway", "day"));
        }
        name(rejections, name.fr(), "nameFr");
        name(rejections, name.nl(), "nameNl");
        name(rejections, name.de(), "nameDe");
        return rejections;
    }

    private static void name(List<Rejection> rejections, String name, String field) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            rejections.add(Rejection.ofField("agenda.name-missing", field, LONGEST_NAME));
        }
    }
}
