package be.designations.casework.web;

import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import be.designations.casework.DeskCalendars;
import be.designations.casework.HeadedWork;
import be.designations.casework.LateWork;
import be.designations.directory.Actor;
import be.designations.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What is late at a desk and why, for its head. */
@Controller
class LateWorkController {

    private static final String PAGE = "/work/late";

    private final HeadedWork headed;
    private final LateWork late;
    private final DeskCalendars calendars;

    LateWorkController(HeadedWork headed, LateWork late, DeskCalendars calendars) {
        this.headed = headed;
        this.late = late;
        this.calendars = calendars;
    }

    /**
     * A line as it is shown.
     *
     * @param free   working days for which nobody took it, or has taken it
     * @param paused working days for which the dossier waited for the other side
     */
    public record Shown(LateWork.Line line, int free, int paused) {

        static Shown of(LateWork.Line line, LateWork.Query query, WorkingDays calendar) {
            return new Shown(
                    line,
                    calendar.between(
                            Days.of(line.createdAt()), Days.of(line.takenAt() == null ? query.now() : line.takenAt())),
                    line.daysPaused(calendar));
        }
    }

    @GetMapping(PAGE)
    String late(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Page page) {
        LateWork.Query query = headed.late(actor);
        WorkingDays calendar = calendars.of(query.desk());
        ListPage<LateWork.Line> read = ListPage.read(late, query, after, before, UriComponentsBuilder.fromPath(PAGE));
        List<Shown> lines = read.lines().stream()
                .map(line -> Shown.of(line, query, calendar))
                .toList();
        page.inSection("work").with("desk", query.desk()).with("lines", lines).with("page", read);
        return "work/late";
    }
}
