package be.designations.web.operations;

import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.export.Csv;
import be.designations.insight.DutyConflicts;
import be.designations.insight.DutyConflicts.Held;
import be.designations.insight.DutyConflicts.Line;
import be.designations.pages.Address;
import be.designations.pages.Download;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has two roles that exclude each other: a list, and the same as a file. */
@Controller
class DutyConflictController {

    private static final String PAGE = "/operations/duties";
    private static final int LINES_A_PAGE = 50;
    private static final int MOST_IN_A_FILE = 10_000;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    private final DutyConflicts conflicts;
    private final Clock clock;

    DutyConflictController(DutyConflicts conflicts, Clock clock) {
        this.conflicts = conflicts;
        this.clock = clock;
    }

    /**
     * @param role  code of one of the two roles; what is none, for all
     * @param after where the page before ended, as the link to the next page says
     */
    @GetMapping(PAGE)
    String page(
            Actor actor,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(required = false) @Nullable String after,
            Page page) {
        String code = code(role);
        List<Line> found = conflicts.page(actor, code, cursor(after), LINES_A_PAGE);
        List<Line> lines = found.subList(0, Math.min(found.size(), LINES_A_PAGE));
        page.inSection("operations")
                .with("role", code)
                .with("lines", lines)
                .with("next", found.size() > LINES_A_PAGE ? next(code, lines.get(LINES_A_PAGE - 1)) : null)
                .with("file", Address.of(PAGE + ".csv").with("role", code).toString());
        return "operations/duties";
    }

    @GetMapping(PAGE + ".csv")
    void file(Actor actor, @RequestParam(defaultValue = "") String role, Page page, HttpServletResponse response)
            throws IOException {
        List<Line> lines = conflicts.page(actor, code(role), null, MOST_IN_A_FILE);
        PrintWriter writer = Download.csv(response, "duties-" + Days.of(clock.instant()) + ".csv");
        writer.append(Csv.line(
                page.text("operations.duties.who"),
                page.text("operations.duties.role"),
                page.text("operations.duties.where"),
                page.text("operations.duties.from"),
                page.text("operations.duties.until"),
                page.text("operations.duties.role"),
                page.text("operations.duties.where"),
                page.text("operations.duties.from"),
                page.text("operations.duties.until")));
        lines.forEach(line -> writer.append(line(line, page.language())));
        writer.flush();
    }

    private static String line(Line line, Language language) {
        Held first = line.first();
        Held second = line.second();
        return Csv.line(
                line.name(),
                first.name().in(language),
                first.organisation().in(language),
                Days.of(first.from()),
                lastDay(first),
                second.name().in(language),
                second.organisation().in(language),
                Days.of(second.from()),
                lastDay(second));
    }

    private static @Nullable LocalDate lastDay(Held held) {
        return held.until() == null ? null : Days.lastBefore(held.until());
    }

    private static @Nullable String code(String role) {
        return CODE.matcher(role).matches() ? role : null;
    }

    private static String next(@Nullable String role, Line last) {
        return Address.of(PAGE)
                .with("role", role)
                .with("after", last.first().right() + "_" + last.second().right())
                .toString();
    }

    /** An address that was made up leads to the first page. */
    private static DutyConflicts.@Nullable Cursor cursor(@Nullable String after) {
        String[] parts = after == null ? new String[0] : after.split("_", -1);
        return parts.length != 2
                ? null
                : Inputs.id(parts[0])
                        .flatMap(first -> Inputs.id(parts[1]).map(second -> new DutyConflicts.Cursor(first, second)))
                        .orElse(null);
    }
}
