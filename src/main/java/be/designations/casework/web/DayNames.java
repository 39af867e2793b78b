package be.designations.casework.web;

import be.designations.calendar.WorkingDays;
import be.designations.casework.ClosingDays;
import be.designations.pages.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Why desks do not work on a day, in words. */
public record DayNames(List<ClosingDays.Named> closed, Page page) {

    /** Of that day; empty for a day like others. */
    List<String> off(LocalDate day) {
        List<String> off = new ArrayList<>();
        WorkingDays.publicHoliday(day, page.locale()).ifPresent(off::add);
        closed.stream()
                .filter(one -> one.day().equals(day))
                .forEach(one -> off.add(page.text(
                        "calendar.closed",
                        page.text("desk." + one.desk()),
                        one.name().in(page.language()))));
        return off;
    }
}
