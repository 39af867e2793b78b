package be.designations.retention;

import be.designations.access.Capacities;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes what has outlived its term, in small transactions that can stop anywhere and go on later. By itself it does so only
 * by a schedule that a person has carried out once, having seen what would go: after an installation or another period in the
 * settings nothing is removed unseen. <i>Source: D33.</i>
 */
@Service
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** Few enough for locks of a second, documents of 10 MB included. */
    private static final int ROWS_AT_ONCE = 100;

    /** A person waits for the page; what is left goes by itself. */
    private static final Duration LONGEST_BY_HAND = Duration.ofSeconds(20);

    private static final Duration LONGEST_BY_ITSELF = Duration.ofHours(1);

    /** A run that has removed nothing for so long has stopped with its node. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private static final int RUNS_SHOWN = 10;

    private final RetentionSchedule schedule;
    private final RetentionStore store;
    private final Capacities capacities;
    private final Directory directory;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Retention(
            RetentionSchedule schedule,
            RetentionStore store,
            Capacities capacities,
            Directory directory,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.schedule = schedule;
        this.store = store;
        this.capacities = capacities;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    static RecurringJob retentionJob(Retention retention) {
        return new RecurringJob("retention", Duration.ofDays(1), retention::carryOutByItself);
    }

    /** @param overdue how many a run would remove now, by the very condition by which it removes */
    public record Line(RetentionKind kind, Period kept, int overdue) {}

    /** @param by the name of who began it, or null when the application did by itself */
    public record PastRun(RetentionRun run, @Nullable String by) {}

    /**
     * What a run would do now, and what runs have done.
     *
     * @param schedule    digest of the schedule, to be sent back with the order to carry it out
     * @param confirmedBy the first run by a person on this schedule; null while the application removes nothing by itself
     * @param runs        the last ones, the newest first
     */
    public record Preview(
            List<Line> lines, String schedule, @Nullable PastRun confirmedBy, List<PastRun> runs) {

        /** The last run, to be sent back with the order; null before the first one. */
        public @Nullable Long lastRun() {
            return runs.isEmpty() ? null : runs.get(0).run().id();
        }

        public int overdue() {
            return lines.stream().mapToInt(Line::overdue).sum();
        }
    }

    /** @throws NotAllowedException for anybody but agents of the support desk who act for it */
    public Preview preview(Actor actor) {
        requireSupport(actor);
        Instant now = clock.instant();
        return Objects.requireNonNull(transaction.execute(status -> new Preview(
                Arrays.stream(RetentionKind.values())
                        .map(kind ->
                                new Line(kind, schedule.period(kind), store.count(kind, schedule.limit(kind, now))))
                        .toList(),
                schedule.digest(),
                store.confirmation(schedule.digest()).map(this::named).orElse(null),
                store.runs(RUNS_SHOWN).stream().map(this::named).toList())));
    }

    /**
     * Removes what has outlived its term, as far as a person can wait for it.
     *
     * @param seenSchedule {@link Preview#schedule} that the actor saw
     * @param seenRun      {@link Preview#lastRun} that the actor saw
     * @return what was removed
     * @throws NotAllowedException     for anybody but agents of the support desk who act for it
     * @throws RejectedException       when the settings have changed since, or a run goes on
     * @throws AlreadyHandledException when there was a run since, by the same click or by somebody else
     */
    public RetentionRun carryOut(Actor actor, String seenSchedule, @Nullable Long seenRun) {
        requireSupport(actor);
        if (!seenSchedule.equals(schedule.digest())) {
            throw new RejectedException(
                    Rejection.of("retention.schedule-changed").ofState());
        }
        long run = Objects.requireNonNull(transaction.execute(status -> {
            RetentionRun last = last();
            if (last != null && last.endedAt() == null) {
                throw new RejectedException(Rejection.of("retention.running").ofState());
            }
            if (last != null && (seenRun == null || last.id() != seenRun)) {
                throw new AlreadyHandledException(
                        nameOf(last.startedBy()),
                        last.startedAt(),
                        actor.person().equals(last.startedBy()));
            }
            return begin(actor.person());
        }));
        return run(run, LONGEST_BY_HAND);
    }

    /**
     * Removes what has outlived its term.
     *
     * @return what was removed; nothing while nobody has carried the schedule out, and while another run goes on
     */
    public Optional<RetentionRun> carryOutByItself() {
        Optional<Long> begun = Objects.requireNonNull(transaction.execute(status -> {
            RetentionRun last = last();
            if (last != null && last.endedAt() == null) {
                return Optional.empty();
            }
            if (store.confirmation(schedule.digest()).isEmpty()) {
                LOG.warn("Nothing is removed: support has not carried out this retention schedule yet");
                return Optional.empty();
            }
            return Optional.of(begin(null));
        }));
        return begun.map(run -> run(run, LONGEST_BY_ITSELF));
    }

    /** The last run, once those whose node has stopped are ended; nobody begins another one until the transaction ends. */
    private @Nullable RetentionRun last() {
        store.lockRuns();
        store.silentSince(clock.instant().minus(SILENCE)).ifPresent(silent -> end(silent.id(), false));
        return store.runs(1).stream().findFirst().orElse(null);
    }

    private long begin(@Nullable PersonId by) {
        return store.begin(schedule.digest(), by, clock.instant());
    }

    private RetentionRun run(long run, Duration longest) {
        Instant now = clock.instant();
        Instant until = now.plus(longest);
        boolean complete = true;
        for (RetentionKind kind : RetentionKind.values()) {
            try {
                complete &= remove(run, kind, schedule.limit(kind, now), until);
            } catch (RuntimeException failed) {
                // What fails for one kind keeps the others from nothing, and is tried again by the next run.
                LOG.error("{} were not removed", kind, failed);
                complete = false;
            }
        }
        boolean whole = complete;
        return Objects.requireNonNull(transaction.execute(status -> end(run, whole)));
    }

    /** @return whether none is left */
    private boolean remove(long run, RetentionKind kind, Instant limit, Instant until) {
        while (clock.instant().isBefore(until)) {
            int removed = Objects.requireNonNull(transaction.execute(status -> {
                Instant now = clock.instant();
                int rows = store.remove(kind, limit, ROWS_AT_ONCE, now);
                if (rows > 0 && !store.count(run, kind, rows, now)) {
                    throw new IllegalStateException("the run was taken for dead and ended");
                }
                return rows;
            }));
            if (removed < ROWS_AT_ONCE) {
                return true;
            }
        }
        return false;
    }

    /** A run that was taken for dead has been ended and told of by whoever found it. */
    private RetentionRun end(long run, boolean complete) {
        Optional<RetentionRun> ended = store.end(run, complete, clock.instant());
        ended.ifPresent(this::record);
        return ended.orElseGet(() -> store.runs(RUNS_SHOWN).stream()
                .filter(it -> it.id() == run)
                .findFirst()
                .orElseThrow());
    }

    private void record(RetentionRun ended) {
        Map<String, Object> facts = new TreeMap<>();
        ended.removed().forEach((kind, count) -> facts.put(kind.code(), count));
        facts.put("complete", ended.complete());
        facts.put("schedule", ended.schedule());
        AuditEvent event = AuditEvent.of("retention.carried-out", "retention-run", Long.toString(ended.id()))
                .changing(null, facts);
        PersonId by = ended.startedBy();
        audit.record(
                by == null
                        ? event
                        : event.by(
                                by.value(),
                                directory
                                        .findDesk(OrganisationKind.SUPPORT)
                                        .map(desk -> desk.id().value())
                                        .orElse(null)));
    }

    private PastRun named(RetentionRun run) {
        return new PastRun(run, nameOf(run.startedBy()));
    }

    private @Nullable String nameOf(@Nullable PersonId person) {
        return person == null ? null : directory.person(person).displayName();
    }

    private void requireSupport(Actor actor) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
    }
}
