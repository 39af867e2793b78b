package be.designations.scheduling;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.Lifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Runs the {@link RecurringJob}s that modules declare. The nodes agree on who runs what by rows of the table {@code scheduled_job}.
 */
@Service
public class JobScheduler implements Lifecycle {

    private static final String TABLE = "scheduled_job";
    private static final Duration LOOK_FOR_WORK = Duration.ofSeconds(5);
    /** A node that has not been heard of for six times as long is taken for dead, and another one runs its job. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final List<RecurringJob> jobs;
    private final boolean wanted;
    private final Scheduler scheduler;

    /**
     * @param wanted   whether this node runs jobs
     * @param patience how long a job that runs may go on when the node stops; then it is interrupted
     */
    JobScheduler(
            List<RecurringJob> jobs,
            DataSource database,
            Clock clock,
            @Value("${designations.recurring-jobs}") boolean wanted,
            @Value("${spring.lifecycle.timeout-per-shutdown-phase}") Duration patience) {
        this.jobs =
                jobs.stream().sorted(Comparator.comparing(RecurringJob::name)).toList();
        this.wanted = wanted;
        this.scheduler = Scheduler.create(database)
                .startTasks(this.jobs.stream().map(JobScheduler::task).toList())
                .tableName(TABLE)
                .clock(clock::instant)
                // One for each: a long job holds up no other.
                .threads(Math.max(1, jobs.size()))
                .pollingInterval(LOOK_FOR_WORK)
                .heartbeatInterval(SIGN_OF_LIFE)
                .shutdownMaxWait(patience)
                .failureLogging(LogLevel.ERROR, true)
                .build();
    }

    private static RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.pause()))
                .execute((instance, context) -> job.work().run());
    }

    /** What has been begun at the start is over by then: migrations, reference data, the people of the demonstration. */
    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (wanted) {
            start();
        }
    }

    @Override
    public void start() {
        scheduler.start();
    }

    /** While the database is still there, and after the last request. */
    @Override
    public void stop() {
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        var state = scheduler.getSchedulerState();
        return state.isStarted() && !state.isShuttingDown();
    }

    /** All jobs, by name. */
    public List<JobState> states() {
        Map<String, ScheduledExecution<Object>> rows =
                scheduler.getScheduledExecutions(ScheduledExecutionsFilter.all()).stream()
                        .collect(Collectors.toMap(row -> row.getTaskInstance().getTaskName(), Function.identity()));
        return jobs.stream().map(job -> state(job, rows.get(job.name()))).toList();
    }

    private static JobState state(RecurringJob job, @Nullable ScheduledExecution<Object> row) {
        return row == null
                ? new JobState(job.name(), null, null, 0, null, null)
                : new JobState(
                        job.name(),
                        row.getLastSuccess(),
                        row.getLastFailure(),
                        row.getConsecutiveFailures(),
                        row.getExecutionTime(),
                        row.isPicked() ? row.getPickedBy() : null);
    }
}
