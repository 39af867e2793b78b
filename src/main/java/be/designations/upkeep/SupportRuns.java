package be.designations.upkeep;

import be.designations.access.Capacities;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.notification.Notifications;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs: begun once by whoever asks, carried out in the background, item by item, each in a transaction of its own. What became of an
 * item is noted after it, so that a node that dies loses none; done twice, an item does no harm. <i>Source: D88.</i>
 */
@Service
public class SupportRuns {

    private static final Logger LOG = LoggerFactory.getLogger(SupportRuns.class);

    /** Between two looks for one that somebody asked for: they wait for it. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final int ITEMS_A_LOOK = 50;

    private final RunStore store;
    private final Map<RunKind, RunWork> work;
    private final Notifications notifications;
    private final Capacities capacities;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SupportRuns(
            RunStore store,
            List<RunWork> work,
            Notifications notifications,
            Capacities capacities,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.work = work.stream().collect(Collectors.toUnmodifiableMap(RunWork::kind, Function.identity()));
        this.notifications = notifications;
        this.capacities = capacities;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    static RecurringJob supportRunsJob(SupportRuns runs) {
        return new RecurringJob("support-runs", PAUSE, runs::carryOut);
    }

    /**
     * Some of those that failed, in their order.
     *
     * @param next what to hand over for the following ones; null on the last page
     */
    public record Failures(List<RunItem> items, @Nullable Integer next) {

        public Failures {
            items = List.copyOf(items);
        }
    }

    /**
     * @throws NotAllowedException for anybody but support staff
     * @throws NotFoundException   when there is none
     */
    @Transactional(readOnly = true)
    public SupportRun find(Actor actor, long id) {
        requireSupport(actor);
        return store.find(id).map(this::counted).orElseThrow(() -> new NotFoundException("run"));
    }

    /** @throws NotAllowedException for anybody but support staff */
    @Transactional(readOnly = true)
    public Optional<SupportRun> last(Actor actor, RunKind kind) {
        requireSupport(actor);
        return store.last(kind).map(this::counted);
    }

    /**
     * @param after place of the last one of the page before, 0 for the first page
     * @throws NotAllowedException for anybody but support staff
     */
    @Transactional(readOnly = true)
    public Failures failures(Actor actor, long run, int after, int size) {
        requireSupport(actor);
        List<RunItem> found = new ArrayList<>(store.failed(run, after, size + 1));
        boolean more = found.size() > size;
        if (more) {
            found.remove(size);
        }
        return new Failures(found, more ? found.get(size - 1).place() : null);
    }

    /** Mails are counted where they are, as long as some of them wait. */
    private SupportRun counted(SupportRun run) {
        if (run.kind() != RunKind.MAILS || run.endedAt() != null) {
            return run;
        }
        Notifications.Outcome outcome = notifications.outcome(run.id(), run.startedAt());
        return run.counting(
                Math.min(outcome.sent(), run.expected()),
                Math.min(outcome.failed(), run.expected() - Math.min(outcome.sent(), run.expected())));
    }

    void requireSupport(Actor actor) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
    }

    /** Does all that waits; a node that stops leaves the rest to another one. */
    void carryOut() {
        for (SupportRun run : store.open()) {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = step(run);
            }
        }
    }

    /** @return whether there is more to do at once */
    private boolean step(SupportRun run) {
        RunWork doing = work.get(run.kind());
        if (doing == null) {
            settle();
            return false;
        }
        List<RunItem> waiting = store.waiting(run, ITEMS_A_LOOK);
        for (RunItem item : waiting) {
            Optional<RunWork.Failure> failure = attempt(doing, run, item);
            transaction.executeWithoutResult(status -> store.settle(run, item, failure.orElse(null), clock.instant()));
        }
        if (waiting.isEmpty()) {
            settle();
        }
        return !waiting.isEmpty();
    }

    private static Optional<RunWork.Failure> attempt(RunWork doing, SupportRun run, RunItem item) {
        try {
            return doing.carryOut(run, item);
        } catch (RuntimeException failed) {
            LOG.warn("Item {} of run {} failed", item.place(), run.id(), failed);
            return Optional.of(
                    new RunWork.Failure("unexpected", failed.getClass().getSimpleName()));
        }
    }

    /** Ends the runs of which nothing waits any more. */
    void settle() {
        transaction.executeWithoutResult(status -> store.open().forEach(run -> {
            SupportRun now = counted(run);
            boolean over = run.kind() == RunKind.MAILS
                    ? notifications.outcome(run.id(), run.startedAt()).waiting() == 0
                    : store.waiting(run, 1).isEmpty();
            if (over && store.end(now, clock.instant())) {
                audit.record(AuditEvent.of("support-run.ended", "support-run", Long.toString(run.id()))
                        .by(
                                run.startedBy().value(),
                                run.actingFor() == null ? null : run.actingFor().value())
                        .changing(null, Map.of("kind", run.kind().code(), "done", now.done(), "failed", now.failed())));
            }
        }));
    }
}
