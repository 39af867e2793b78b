package be.designations.upkeep;

import be.designations.casework.Desk;
import be.designations.decisions.DecisionCounts;
import be.designations.engine.FailedJobs;
import be.designations.notification.Notifications;
import be.designations.scheduling.JobScheduler;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a monitor is told of the product itself. The figures are read when somebody asks for them, and kept half a minute: who asks often
 * costs no more, and what nobody asks for costs nothing. No figure is about a person, an entity or a dossier.
 */
@Component
class Meters implements MeterBinder {

    private static final Duration KEPT = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Notifications notifications;
    private final FailedJobs failedJobs;
    private final JobScheduler jobs;
    private final Probes probes;
    private final DecisionCounts decisions;
    private final Clock clock;
    private @Nullable Figures last;

    Meters(
            JdbcClient jdbc,
            Notifications notifications,
            FailedJobs failedJobs,
            JobScheduler jobs,
            Probes probes,
            DecisionCounts decisions,
            Clock clock) {
        this.jdbc = jdbc;
        this.notifications = notifications;
        this.failedJobs = failedJobs;
        this.jobs = jobs;
        this.probes = probes;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** @param work how much is open, by desk and whether it is late */
    private record Figures(
            Instant at,
            Map<Work, Integer> work,
            Notifications.Waiting mails,
            long failedJobs,
            long failingJobs,
            double lag) {}

    private record Work(String desk, boolean late) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Desk desk : Desk.values()) {
            for (boolean late : new boolean[] {false, true}) {
                Work work = new Work(desk.name(), late);
                Gauge.builder("designations.work.open", () -> figures().work().getOrDefault(work, 0))
                        .description("Open pieces of work")
                        .tag("desk", desk.name())
                        .tag("late", Boolean.toString(late))
                        .register(registry);
            }
        }
        gauge(registry, "designations.mails.unsent", "waiting", () -> figures()
                .mails()
                .waiting());
        gauge(registry, "designations.mails.unsent", "given-up", () -> figures()
                .mails()
                .givenUp());
        Gauge.builder("designations.engine.jobs.failed", () -> figures().failedJobs())
                .description("Jobs of the process engine that are not tried again by themselves")
                .register(registry);
        Gauge.builder("designations.jobs.failing", () -> figures().failingJobs())
                .description("Recurring jobs whose last run failed")
                .register(registry);
        Gauge.builder("designations.jobs.lag", () -> figures().lag())
                .description("By how much the recurring job that waits longest is late")
                .baseUnit("seconds")
                .register(registry);
        counter(registry, "permit", DecisionCounts::permits);
        counter(registry, "deny", DecisionCounts::refusals);
    }

    private static void gauge(MeterRegistry registry, String name, String state, Supplier<Number> value) {
        Gauge.builder(name, value)
                .description("Mails that are not sent")
                .tag("state", state)
                .register(registry);
    }

    private void counter(MeterRegistry registry, String answer, ToDoubleFunction<DecisionCounts> count) {
        FunctionCounter.builder("designations.decisions", decisions, count)
                .description("Answers to applications that ask for decisions, of this node")
                .tag("answer", answer)
                .register(registry);
    }

    private synchronized Figures figures() {
        Instant now = clock.instant();
        Figures known = last;
        if (known == null || known.at().plus(KEPT).isBefore(now) || known.at().isAfter(now)) {
            known = new Figures(
                    now,
                    work(now),
                    notifications.waiting(),
                    failedJobs.count(),
                    jobs.states().stream().filter(job -> job.failures() > 0).count(),
                    probes.lag().toMillis() / 1000.0);
            last = known;
        }
        return Objects.requireNonNull(known);
    }

    private Map<Work, Integer> work(Instant now) {
        Map<Work, Integer> work = new HashMap<>();
        jdbc.sql("""
                        select desk, due_at < cast(:now as timestamptz) as late, count(*) as open
                          from work_item where done_at is null group by 1, 2""").param("now", Timestamp.from(now)).query(row -> {
            work.put(new Work(row.getString("desk"), row.getBoolean("late")), row.getInt("open"));
        });
        return work;
    }
}
