package be.designations.web.operations;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.pages.Page;
import be.designations.upkeep.RunKind;
import be.designations.upkeep.SupportRun;
import be.designations.upkeep.SupportRuns;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages have in common from which runs are begun. */
@Component
class RunPages {

    static final String PAGE = "/operations/runs/";

    private final SupportRuns runs;
    private final Directory directory;

    RunPages(SupportRuns runs, Directory directory) {
        this.runs = runs;
        this.directory = directory;
    }

    /** Shows which run was the last of that kind; whoever begins another one says that they have seen it. */
    void showLast(Actor actor, RunKind kind, Page page) {
        Optional<SupportRun> last = runs.last(actor, kind);
        page.with("lastRun", last.orElse(null))
                .with("lastRunBy", last.map(this::by).orElse(null))
                .with("seen", last.map(SupportRun::id).orElse(0L));
    }

    String by(SupportRun run) {
        return directory.findPerson(run.startedBy()).map(Person::displayName).orElse("–");
    }

    /** Where it leads to begin a run: to that one, or to the one that somebody else, or the first click, has begun. */
    String begun(Actor actor, RunKind kind, Optional<Long> begun, Page page) {
        if (begun.isPresent()) {
            return page.done(PAGE + begun.get(), "operations.run." + kind.code() + ".begun");
        }
        return runs.last(actor, kind)
                .map(run -> page.inform(PAGE + run.id(), "operations.run.begun-before", by(run)))
                .orElseThrow();
    }

    static long seen(@Nullable Long last) {
        return last == null ? 0 : last;
    }
}
