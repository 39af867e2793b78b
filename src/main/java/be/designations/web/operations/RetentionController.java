package be.designations.web.operations;

import be.designations.directory.Actor;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.pages.Page;
import be.designations.retention.Retention;
import be.designations.retention.Retention.Preview;
import be.designations.retention.RetentionKind;
import be.designations.retention.RetentionRun;
import be.designations.rules.AlreadyHandledException;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long data is kept, what has outlived its term, and what was removed (D33). */
@Controller
class RetentionController {

    private static final String PAGE = "/operations/retention";
    private static final String FORM = "retention";
    private static final Pattern SEEN = Pattern.compile("(?<schedule>[0-9a-f]{64}):(?<last>\\d{0,18})");

    private final Retention retention;

    RetentionController(Retention retention) {
        this.retention = retention;
    }

    @GetMapping(PAGE)
    String retention(Actor actor, Page page) {
        return show(actor, page.form(FORM, FormValues.empty()), page);
    }

    /** @param seen what the page said: the digest of its schedule, a colon, and the last run or nothing */
    @PostMapping(PAGE)
    String carryOut(Actor actor, @RequestParam("_version") String seen, Page page) {
        return page.submit(FORM, values -> remove(actor, seen, page), form -> show(actor, form, page));
    }

    private String remove(Actor actor, String seen, Page page) {
        // What no page said is as old as can be.
        Matcher said = SEEN.matcher(seen);
        String schedule = said.matches() ? said.group("schedule") : "";
        Long last = said.matches() && !said.group("last").isEmpty() ? Long.valueOf(said.group("last")) : null;
        try {
            RetentionRun run = retention.carryOut(actor, schedule, last);
            return page.done(
                    PAGE,
                    run.complete() ? "operations.retention.done" : "operations.retention.done.partly",
                    run.total());
        } catch (AlreadyHandledException faster) {
            return page.inform(PAGE, "operations.retention.done.before");
        }
    }

    private String show(Actor actor, FormView form, Page page) {
        Preview preview = retention.preview(actor);
        page.inSection("operations")
                .with("form", form)
                .with("preview", preview)
                .with(
                        "periods",
                        preview.lines().stream()
                                .collect(Collectors.toMap(Retention.Line::kind, line -> words(line.kept(), page))))
                .with(
                        "removed",
                        preview.runs().stream()
                                .map(Retention.PastRun::run)
                                .collect(Collectors.toMap(RetentionRun::id, run -> removed(run, page))));
        return "operations/retention";
    }

    private static String words(Period period, Page page) {
        return Stream.of(
                        Map.entry("years", period.getYears()),
                        Map.entry("months", period.getMonths()),
                        Map.entry("days", period.getDays()))
                .filter(part -> part.getValue() > 0)
                .map(part -> page.text("operations.retention.period." + part.getKey(), part.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** What a run has removed, kind by kind. */
    private static List<String> removed(RetentionRun run, Page page) {
        return Arrays.stream(RetentionKind.values())
                .filter(kind -> run.removed(kind) > 0)
                .map(kind -> page.text(
                        "operations.retention.removed",
                        page.text("operations.retention.kind." + kind.code()),
                        run.removed(kind)))
                .toList();
    }
}
