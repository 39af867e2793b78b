package be.designations.web.operations;

import be.designations.directory.Actor;
import be.designations.engine.ProcessVersions.Group;
import be.designations.engine.ProcessVersions.Obstacle;
import be.designations.engine.ProcessVersions.Place;
import be.designations.engine.ProcessVersions.Version;
import be.designations.forms.ShownError;
import be.designations.pages.Page;
import be.designations.upkeep.Migrations;
import be.designations.upkeep.RunKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which dossiers run on which version of their process, and leading them over to the newest. */
@Controller
@RequestMapping(ProcessVersionController.PAGE)
class ProcessVersionController {

    static final String PAGE = "/operations/processes";

    private static final int DOSSIERS_A_PAGE = 50;
    private static final String VERSION = "/{process}/versions/{version}";

    private final Migrations migrations;
    private final RunPages runs;
    private final SuspensionPages suspensions;

    ProcessVersionController(Migrations migrations, RunPages runs, SuspensionPages suspensions) {
        this.migrations = migrations;
        this.runs = runs;
        this.suspensions = suspensions;
    }

    /** A version, with the name of its process. */
    public record Line(Version version, String name) {}

    /** Where dossiers stand, in words. */
    public record Standing(Place place, String name) {}

    /**
     * What would become of the dossiers of a step, in words.
     *
     * @param why why they would stay where they are, or null
     */
    public record Rehearsed(
            Group group, String name, @Nullable String why) {}

    @GetMapping
    String processes(Actor actor, Page page) {
        List<Line> lines = migrations.versions(actor).stream()
                .map(version -> new Line(version, ProcessNames.process(version.process(), version.name(), page)))
                .toList();
        suspensions.show(actor, page);
        runs.showLast(actor, RunKind.MIGRATION, page);
        page.inSection("operations").with("lines", lines);
        return "operations/processes";
    }

    /** @param from how many dossiers are left out before */
    @GetMapping(VERSION)
    String version(
            Actor actor,
            @PathVariable String process,
            @PathVariable int version,
            @RequestParam(defaultValue = "0") int from,
            Page page) {
        int first = Math.max(0, from);
        Migrations.Detail detail = migrations.version(actor, process, version, first, DOSSIERS_A_PAGE);
        about(detail, page)
                .with(
                        "places",
                        detail.places().stream()
                                .map(place -> new Standing(
                                        place, ProcessNames.step(process, place.step(), place.name(), page)))
                                .toList())
                .with(
                        "next",
                        detail.next() == null
                                ? null
                                : "%s/%s/versions/%d?from=%d".formatted(PAGE, process, version, detail.next()));
        return "operations/process-version";
    }

    private static Page about(Migrations.Detail detail, Page page) {
        return page.inSection("operations")
                .with("detail", detail)
                .with("name", ProcessNames.process(detail.process(), detail.name(), page));
    }

    /** Tries it, which changes nothing. */
    @GetMapping(VERSION + "/migration")
    String rehearse(Actor actor, @PathVariable String process, @PathVariable int version, Page page) {
        return show(actor, process, version, List.of(), page);
    }

    private String show(Actor actor, String process, int version, List<ShownError> wrong, Page page) {
        Migrations.Detail detail = migrations.version(actor, process, version, 0, 1);
        List<Group> groups = detail.newest() == version ? List.of() : migrations.rehearse(actor, process, version);
        runs.showLast(actor, RunKind.MIGRATION, page);
        about(detail, page)
                .with(
                        "groups",
                        groups.stream()
                                .map(group -> new Rehearsed(
                                        group,
                                        ProcessNames.step(process, group.step(), group.name(), page),
                                        why(process, group, page)))
                                .toList())
                .with("failing", groups.stream().anyMatch(group -> group.obstacle() != null))
                .with("problems", wrong);
        return "operations/migration";
    }

    private static @Nullable String why(String process, Group group, Page page) {
        Obstacle obstacle = group.obstacle();
        return obstacle == null
                ? null
                : page.text(
                        "operations.processes.obstacle." + obstacle.code(),
                        ProcessNames.step(
                                process,
                                obstacle.step(),
                                obstacle.step().equals(group.step()) ? group.name() : obstacle.step(),
                                page));
    }

    /**
     * @param to   the newest version on the page
     * @param last the last run on the page
     */
    @PostMapping(VERSION + "/migration")
    String migrate(
            Actor actor,
            @PathVariable String process,
            @PathVariable int version,
            @RequestParam(defaultValue = "0") int to,
            @RequestParam(name = "_last", required = false) @Nullable Long last,
            Page page) {
        return page.attempt(() -> runs.begun(
                        actor,
                        RunKind.MIGRATION,
                        migrations.begin(actor, process, version, to, RunPages.seen(last)),
                        page))
                .or(wrong -> show(actor, process, version, wrong, page.refused(HttpStatus.UNPROCESSABLE_ENTITY)));
    }
}
