package be.designations.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import be.designations.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class JobSchedulerIT {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static TestDatabase database;
    private static PGSimpleDataSource asTheApplication;

    private final List<JobScheduler> nodes = new ArrayList<>();
    private final AtomicInteger runs = new AtomicInteger();

    @BeforeAll
    static void aMigratedDatabase() {
        database = TestDatabase.migrated();
        asTheApplication = new PGSimpleDataSource();
        asTheApplication.setUrl(database.getJdbcUrl());
        asTheApplication.setUser(database.getUsername());
        asTheApplication.setPassword(database.getPassword());
    }

    @AfterAll
    static void dropIt() {
        database.close();
    }

    @BeforeEach
    void noJobYet() {
        sql("delete from scheduled_job");
    }

    @AfterEach
    void stopTheNodes() {
        nodes.stream().filter(JobScheduler::isRunning).forEach(JobScheduler::stop);
    }

    @Test
    void a_job_runs_at_the_first_start_once_across_nodes_and_again_after_its_pause() {
        RecurringJob job = new RecurringJob("job", LONG, runs::incrementAndGet);
        JobScheduler one = started(job);
        JobScheduler other = started(job);

        await().atMost(PATIENCE).until(() -> only(other).lastSuccess() != null);

        JobState state = only(one);
        assertThat(runs).hasValue(1);
        assertThat(state.failures()).isZero();
        assertThat(state.lastFailure()).isNull();
        assertThat(state.runningOn()).isNull();
        assertThat(Duration.between(state.lastSuccess(), state.next())).isBetween(LONG.minusSeconds(1), LONG);
    }

    @Test
    void one_that_fails_is_counted_tried_again_after_its_pause_and_holds_up_no_other() {
        JobScheduler node = started(
                new RecurringJob("failing", LONG, () -> {
                    throw new IllegalStateException("as expected");
                }),
                new RecurringJob("other", LONG, runs::incrementAndGet));

        await().atMost(PATIENCE)
                .until(() -> node.states().get(0).failures() == 1
                        && node.states().get(1).lastSuccess() != null);

        JobState failing = node.states().get(0);
        assertThat(failing.lastSuccess()).isNull();
        assertThat(failing.next()).isAfter(failing.lastFailure());
        assertThat(runs).hasValue(1);
    }

    @Test
    void the_job_of_a_node_that_died_is_run_by_another() {
        sql("""
            insert into scheduled_job (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
            values ('job', 'recurring', now() - interval '1 hour', true, 'dead', now() - interval '2 minutes', 1)""");

        JobScheduler node = started(new RecurringJob("job", LONG, runs::incrementAndGet));

        await().atMost(PATIENCE).until(() -> only(node).lastSuccess() != null);
        assertThat(runs).hasValue(1);
    }

    @Test
    void a_node_that_stops_lets_a_running_job_end() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        JobScheduler node = started(new RecurringJob("job", LONG, () -> {
            begun.countDown();
            waitFor(mayEnd);
            runs.incrementAndGet();
        }));
        waitFor(begun);
        assertThat(only(node).runningOn()).isNotNull();

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(node::stop);
        await().atMost(PATIENCE).until(() -> !node.isRunning());
        mayEnd.countDown();
        stopped.join();

        assertThat(runs).hasValue(1);
        assertThat(only(node).lastSuccess()).isNotNull();
        assertThat(only(node).runningOn()).isNull();
    }

    @Test
    void a_node_that_is_to_run_none_runs_none_and_still_shows_them() {
        JobScheduler node = node(false, new RecurringJob("job", LONG, runs::incrementAndGet));

        node.ready();

        assertThat(node.isRunning()).isFalse();
        assertThat(only(node)).isEqualTo(new JobState("job", null, null, 0, null, null));
    }

    @Test
    void a_job_needs_a_name_and_a_pause() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RecurringJob("A job", LONG, runs::incrementAndGet));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecurringJob("job", Duration.ZERO, runs::incrementAndGet));
    }

    private JobScheduler started(RecurringJob... jobs) {
        JobScheduler node = node(true, jobs);
        node.ready();
        assertThat(node.isRunning()).isTrue();
        return node;
    }

    private JobScheduler node(boolean wanted, RecurringJob... jobs) {
        JobScheduler node = new JobScheduler(List.of(jobs), asTheApplication, Clock.systemUTC(), wanted, PATIENCE);
        nodes.add(node);
        return node;
    }

    private static JobState only(JobScheduler node) {
        assertThat(node.states()).hasSize(1);
        return node.states().get(0);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void sql(String statement) {
        JdbcClient.create(asTheApplication).sql(statement).update();
    }
}
