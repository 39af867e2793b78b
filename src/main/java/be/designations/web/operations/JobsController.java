package be.designations.web.operations;

import be.designations.directory.Actor;
import be.designations.pages.Page;
import be.designations.scheduling.JobScheduler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the application does by itself: when it did last, when it does next, and whether it fails. */
@Controller
class JobsController {

    private final Operators operators;
    private final JobScheduler jobs;

    JobsController(Operators operators, JobScheduler jobs) {
        this.operators = operators;
        this.jobs = jobs;
    }

    @GetMapping("/operations/jobs")
    String jobs(Actor actor, Page page) {
        operators.require(actor);
        page.inSection("operations").with("jobs", jobs.states());
        return "operations/jobs";
    }
}
