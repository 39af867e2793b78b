package be.designations.upkeep;

import be.designations.access.Capacities;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.audit.NissMask;
import be.designations.directory.Actor;
import be.designations.engine.FailedJobs;
import be.designations.engine.FailedJobs.FailedJob;
import be.designations.rules.NotAllowedException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has jobs of the engine that failed run again. <i>Source: D88.</i> */
@Service
public class JobRetries implements RunWork {

    private static final int JOBS_A_QUESTION = 1000;

    private final FailedJobs jobs;
    private final Capacities capacities;
    private final RunStore store;
    private final AuditLog audit;
    private final Clock clock;

    JobRetries(FailedJobs jobs, Capacities capacities, RunStore store, AuditLog audit, Clock clock) {
        this.jobs = jobs;
        this.capacities = capacities;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param all  how many have failed
     * @param next how many are left out before the next page; null on the last one
     */
    public record Failed(
            List<FailedJob> jobs, long all, @Nullable Integer next) {

        public Failed {
            jobs = List.copyOf(jobs);
        }
    }

    /**
     * The oldest first.
     *
     * @param first how many are left out before
     * @throws NotAllowedException for anybody but support staff
     */
    @Transactional(readOnly = true)
    public Failed list(Actor actor, int first, int size) {
        requireSupport(actor);
        List<FailedJob> found = jobs.list(first, size + 1);
        boolean more = found.size() > size;
        return new Failed(
                found.stream().limit(size).map(JobRetries::masked).toList(), jobs.count(), more ? first + size : null);
    }

    private static FailedJob masked(FailedJob job) {
        return new FailedJob(
                job.id(),
                job.dossier(),
                job.process(),
                job.version(),
                job.step(),
                job.name(),
                job.since(),
                job.failure(),
                NissMask.mask(job.words()));
    }

    /**
     * Begins a run.
     *
     * @param only this one, or null for all that have failed
     * @param seen the last run that the actor saw, 0 for none
     * @return its id; nothing when one was begun since, by the same click or by a colleague
     * @throws RejectedException   when nothing is left to run again
     * @throws NotAllowedException for anybody but support staff
     */
    @Transactional
    public Optional<Long> begin(Actor actor, @Nullable String only, long seen) {
        requireSupport(actor);
        List<RunItem> items = new ArrayList<>();
        List<FailedJob> found = jobs.list(0, JOBS_A_QUESTION);
        for (int first = 0; !found.isEmpty(); first += JOBS_A_QUESTION) {
            for (FailedJob job : found) {
                if (only == null || only.equals(job.id())) {
                    items.add(RunItem.of(items.size() + 1, job.id(), job.dossier()));
                }
            }
            found = found.size() < JOBS_A_QUESTION ? List.of() : jobs.list(first + JOBS_A_QUESTION, JOBS_A_QUESTION);
        }
        if (items.isEmpty()) {
            // Whoever clicks twice is led to what the first click began.
            if (store.last(RunKind.JOBS).filter(run -> run.id() > seen).isPresent()) {
                return Optional.empty();
            }
            throw new RejectedException(
                    Rejection.of("operations.nothing-to-retry").ofState());
        }
        Optional<Long> begun = store.begin(actor, RunKind.JOBS, seen, Map.of(), items, items.size(), clock.instant());
        begun.ifPresent(run -> audit.record(AuditEvent.of("jobs.run-again", "support-run", run.toString())
                .by(actor)
                .changing(null, Map.of("jobs", items.size()))));
        return begun;
    }

    @Override
    public RunKind kind() {
        return RunKind.JOBS;
    }

    @Override
    public Optional<Failure> carryOut(SupportRun run, RunItem item) {
        return jobs.retry(item.subject())
                .map(refusal -> new Failure("job-" + refusal.failure().code(), refusal.words()));
    }

    private void requireSupport(Actor actor) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
    }
}
