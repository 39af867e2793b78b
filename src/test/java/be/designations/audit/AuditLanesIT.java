package be.designations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Who writes to the log at once, writes in lanes: each is a chain of its own, and nobody waits while there is a free one. */
class AuditLanesIT {

    private static final int LANES = 32;
    private static final long PATIENCE = 20;

    private static OwnLog own;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private AuditLog log;

    @BeforeAll
    static void start() {
        own = new OwnLog();
    }

    @AfterAll
    static void stop() {
        own.close();
    }

    @BeforeEach
    void emptyLog() {
        own.empty();
        log = own.at(Clock.systemUTC());
    }

    @AfterEach
    void every_chain_holds() {
        threads.shutdownNow();
        assertThat(own.wholeChain(100).firstBroken()).isNull();
    }

    @Test
    void who_writes_at_once_takes_a_lane_of_their_own() throws Exception {
        int writers = 10;
        CyclicBarrier allHaveOne = new CyclicBarrier(writers);
        for (int turn = 0; turn < 3; turn++) {
            together(writers, () -> {
                own.transaction.executeWithoutResult(status -> {
                    own.insert("a");
                    own.insert("b");
                    meet(allHaveOne);
                });
                return null;
            });
        }

        assertThat(own.wholeChain(100).events()).isEqualTo(3L * 2 * writers);
        assertThat(own.lanes.ends()).hasSizeGreaterThanOrEqualTo(writers);
    }

    @Test
    void more_writers_than_lanes_wait_for_each_other_and_nothing_is_lost() throws Exception {
        int writers = LANES + 8;
        together(writers, () -> {
            for (int i = 0; i < 5; i++) {
                record("a", "b");
            }
            return null;
        });

        assertThat(own.wholeChain(100).events()).isEqualTo(2L * 5 * writers);
    }

    @Test
    void who_finds_every_lane_taken_waits_for_one() throws Exception {
        Future<Void> waiting;
        try (Connection busy = holding(IntStream.rangeClosed(1, LANES))) {
            waiting = threads.submit(write("waits"));
            untilSomebodyWaits();
            assertThat(own.lanes.ends()).isEmpty();
            busy.rollback();
        }

        waiting.get(PATIENCE, TimeUnit.SECONDS);
        assertThat(operations()).containsExactly("waits");
    }

    @Test
    void two_who_share_a_lane_write_in_the_order_of_their_commits() throws Exception {
        CyclicBarrier firstWasWritten = new CyclicBarrier(2);
        CyclicBarrier secondWaits = new CyclicBarrier(2);
        try (Connection busy = holding(IntStream.rangeClosed(1, LANES).filter(lane -> lane != 7))) {
            Future<Void> first = threads.submit(() -> {
                own.transaction.executeWithoutResult(status -> {
                    own.lookFirstAt(7);
                    own.insert("first");
                    meet(firstWasWritten);
                    meet(secondWaits);
                });
                return null;
            });
            meet(firstWasWritten);
            Future<Void> second = threads.submit(() -> {
                own.transaction.executeWithoutResult(status -> {
                    own.lookFirstAt(7);
                    own.insert("second");
                });
                return null;
            });
            untilSomebodyWaits();
            meet(secondWaits);
            first.get(PATIENCE, TimeUnit.SECONDS);
            second.get(PATIENCE, TimeUnit.SECONDS);
            busy.rollback();
        }

        assertThat(own.jdbc.queryForList(
                        "select lane || ' ' || place || ' ' || operation from audit_event order by id", String.class))
                .containsExactly("7 1 first", "7 2 second");
    }

    @Test
    void a_transaction_of_many_events_stays_in_its_lane_and_keeps_their_order() {
        String[] events =
                IntStream.range(0, 1_200).mapToObj(number -> "op" + number).toArray(String[]::new);
        record(events);

        assertThat(own.lanes.ends()).singleElement().extracting(LaneEnd::place).isEqualTo(1_200L);
        assertThat(own.jdbc.queryForList("select operation from audit_event order by id", String.class))
                .containsExactly(events);
        assertThat(own.jdbc.queryForList("select operation from audit_event order by place", String.class))
                .containsExactly(events);
    }

    @Test
    void a_transaction_stays_in_its_lane_when_the_one_it_wanted_becomes_free() throws SQLException {
        try (Connection busy = holding(IntStream.of(7, 8))) {
            own.transaction.executeWithoutResult(status -> {
                own.lookFirstAt(7);
                own.insert("a");
                release(busy);
                own.insert("b");
            });
            own.transaction.executeWithoutResult(status -> {
                own.lookFirstAt(7);
                own.insert("c");
            });
        }

        assertThat(own.jdbc.queryForList("select lane from audit_event order by id", Integer.class))
                .containsExactly(9, 9, 7);
    }

    @Test
    void a_connection_that_found_its_lane_taken_stays_where_it_found_a_free_one() throws SQLException {
        try (Connection busy = holding(IntStream.of(7, 8));
                Connection writer = own.dataSource.getConnection();
                Statement statement = writer.createStatement()) {
            statement.execute("set designations.audit_lane = 6");
            for (int i = 0; i < 2; i++) {
                statement.execute("insert into audit_event (at, operation, subject_type, subject_id)"
                        + " values (now(), 'op', 'subject', 's1')");
                busy.rollback();
            }
        }

        assertThat(own.jdbc.queryForList("select lane from audit_event order by id", Integer.class))
                .containsExactly(9, 9);
    }

    @Test
    void what_is_rolled_back_leaves_a_gap_among_the_numbers_and_none_in_the_chain() {
        for (String operation : List.of("a", "b", "c")) {
            own.transaction.executeWithoutResult(status -> {
                own.lookFirstAt(7);
                log.record(AuditEvent.of(operation, "subject", "s1"));
                if (operation.equals("b")) {
                    log.record(AuditEvent.of("no text in PostgreSQL: \0", "subject", "s1"));
                    status.setRollbackOnly();
                }
            });
        }

        assertThat(own.jdbc.queryForList("select place || ' ' || operation from audit_event order by id", String.class))
                .containsExactly("1 a", "2 c");
    }

    @Test
    void what_is_undone_to_a_savepoint_leaves_no_gap_either() {
        own.transaction.executeWithoutResult(status -> {
            own.insert("a");
            Object before = status.createSavepoint();
            own.insert("b");
            status.rollbackToSavepoint(before);
            own.insert("c");
        });
        own.transaction.executeWithoutResult(status -> {
            Object before = status.createSavepoint();
            own.lookFirstAt(7);
            own.insert("d");
            status.rollbackToSavepoint(before);
            own.insert("e");
        });

        assertThat(operations()).containsExactly("a", "c", "e");
        assertThat(own.jdbc.queryForList("select max(id) > count(*) from audit_event", Boolean.class))
                .as("a gap among the numbers")
                .containsExactly(true);
    }

    /** Such a transaction does not see what was committed since it began: its row would be a second one at the same place. */
    @Test
    void a_transaction_that_does_not_see_the_end_of_its_lane_is_refused() {
        DefaultTransactionDefinition blind = new DefaultTransactionDefinition();
        blind.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        own.inLane(7, "a");

        assertThatThrownBy(() -> new TransactionTemplate(own.transactions, blind).executeWithoutResult(status -> {
                    own.jdbc.queryForList("select id from audit_event");
                    new TransactionTemplate(
                                    own.transactions,
                                    new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW))
                            .executeWithoutResult(other -> {
                                own.lookFirstAt(7);
                                own.insert("b");
                            });
                    own.lookFirstAt(7);
                    own.insert("c");
                }))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("audit_event_one_at_a_place");

        assertThat(operations()).containsExactly("a", "b");
    }

    @Test
    void nothing_is_added_to_what_was_written_before_there_were_lanes() {
        for (int lane : List.of(0, -4, 33, 1_000_000)) {
            own.inLane(lane, "op");
        }

        assertThat(own.lanes.ends()).extracting(LaneEnd::lane).allSatisfy(lane -> assertThat(lane)
                .isBetween(1, LANES));
    }

    private Callable<Void> write(String operation) {
        return () -> {
            record(operation);
            return null;
        };
    }

    private void record(String... operations) {
        own.transaction.executeWithoutResult(status ->
                List.of(operations).forEach(operation -> log.record(AuditEvent.of(operation, "subject", "s1"))));
    }

    private List<String> operations() {
        return own.jdbc.queryForList("select operation from audit_event order by id", String.class);
    }

    private void together(int writers, Callable<Void> work) throws Exception {
        List<Callable<Void>> all =
                IntStream.range(0, writers).mapToObj(number -> work).toList();
        for (Future<Void> done : threads.invokeAll(all)) {
            done.get();
        }
    }

    private static Connection holding(IntStream lanes) throws SQLException {
        Connection connection = own.dataSource.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(lanes.mapToObj(lane -> "pg_advisory_xact_lock(6006001, " + lane + ")")
                    .collect(Collectors.joining(", ", "select ", "")));
        }
        return connection;
    }

    private static void release(Connection busy) {
        try {
            busy.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void untilSomebodyWaits() throws InterruptedException {
        while (own.owner.queryForObject("""
                        select count(*) from pg_locks
                         where locktype = 'advisory' and not granted
                           and database = (select oid from pg_database where datname = current_database())""", Integer.class) == 0) {
            Thread.sleep(10);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
