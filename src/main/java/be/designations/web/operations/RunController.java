package be.designations.web.operations;

import be.designations.directory.Actor;
import be.designations.pages.Page;
import be.designations.upkeep.RunItem;
import be.designations.upkeep.RunKind;
import be.designations.upkeep.SupportRun;
import be.designations.upkeep.SupportRuns;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How far something is that is done with many at once, and what failed. */
@Controller
class RunController {

    private static final int LINES_A_PAGE = 50;

    private final SupportRuns runs;
    private final RunPages pages;

    RunController(SupportRuns runs, RunPages pages) {
        this.runs = runs;
        this.pages = pages;
    }

    /** @param words why it failed */
    public record Line(RunItem item, String words) {}

    /** It asks for itself again as long as the run goes on. */
    @GetMapping(RunPages.PAGE + "{id}")
    String run(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "0") int after, Page page) {
        SupportRun run = runs.find(actor, id);
        SupportRuns.Failures failures = runs.failures(actor, id, Math.max(0, after), LINES_A_PAGE);
        List<Line> lines = failures.items().stream()
                .map(item -> new Line(item, page.text("operations.run.failure." + item.failure())))
                .toList();
        page.inSection("operations")
                .with("run", run)
                .with("by", pages.by(run))
                .with("here", here(run.kind()))
                .with("what", what(run, page))
                .with("lines", lines)
                .with("next", failures.next() == null ? null : RunPages.PAGE + id + "?after=" + failures.next());
        return "operations/run";
    }

    private static String here(RunKind kind) {
        return switch (kind) {
            case MAILS -> "mails";
            case JOBS -> "failures";
            case MIGRATION -> "processes";
        };
    }

    /** What it is about, besides its kind. */
    private static @Nullable String what(SupportRun run, Page page) {
        return run.kind() != RunKind.MIGRATION
                ? null
                : page.text(
                        "operations.run.migration.what",
                        ProcessNames.process(run.asked().getOrDefault("process", ""), page),
                        run.asked().getOrDefault("from", ""),
                        run.asked().getOrDefault("to", ""));
    }
}
