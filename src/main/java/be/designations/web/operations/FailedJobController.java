package be.designations.web.operations;

import be.designations.directory.Actor;
import be.designations.engine.FailedJobs.FailedJob;
import be.designations.forms.ShownError;
import be.designations.pages.Page;
import be.designations.upkeep.JobRetries;
import be.designations.upkeep.RunKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Dossiers that stand still because a job of the engine has failed: why, and running it again, one or all. */
@Controller
class FailedJobController {

    private static final String PAGE = "/operations/failures";
    private static final int JOBS_A_PAGE = 25;

    private final JobRetries jobs;
    private final RunPages runs;

    FailedJobController(JobRetries jobs, RunPages runs) {
        this.jobs = jobs;
        this.runs = runs;
    }

    /** A job, with the names of its process and step. */
    public record Line(FailedJob job, String process, String step) {}

    /** @param from how many are left out before */
    @GetMapping(PAGE)
    String failures(Actor actor, @RequestParam(defaultValue = "0") int from, Page page) {
        return show(actor, Math.max(0, from), List.of(), page);
    }

    private String show(Actor actor, int from, List<ShownError> wrong, Page page) {
        JobRetries.Failed failed = jobs.list(actor, from, JOBS_A_PAGE);
        runs.showLast(actor, RunKind.JOBS, page);
        page.inSection("operations")
                .with(
                        "lines",
                        failed.jobs().stream()
                                .map(job -> new Line(
                                        job,
                                        ProcessNames.process(job.process(), page),
                                        ProcessNames.step(job.process(), job.step(), job.name(), page)))
                                .toList())
                .with("all", failed.all())
                .with("problems", wrong)
                .with("next", failed.next() == null ? null : PAGE + "?from=" + failed.next());
        return "operations/failures";
    }

    /**
     * @param job  that one; absent for all
     * @param last the last run on the page
     */
    @PostMapping(PAGE + "/again")
    String again(
            Actor actor,
            @RequestParam(required = false) @Nullable String job,
            @RequestParam(name = "_last", required = false) @Nullable Long last,
            Page page) {
        return page.attempt(() -> runs.begun(actor, RunKind.JOBS, jobs.begin(actor, job, RunPages.seen(last)), page))
                .or(wrong -> show(actor, 0, wrong, page.refused(HttpStatus.UNPROCESSABLE_ENTITY)));
    }
}
