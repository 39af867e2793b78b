package be.designations.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.designations.access.AccessModel;
import be.designations.directory.Directory;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** An {@link IntegrationTest} with what most of them need: people, what these do, see and are told, and the database. */
@IntegrationTest
public abstract class WholeApplication {

    @Autowired
    protected TestWorlds worlds;

    @Autowired
    protected DossierActs acts;

    @Autowired
    protected Browsers browsers;

    @Autowired
    protected ApiCaller api;

    @Autowired
    protected Mails mails;

    @Autowired
    protected StuckRows stuckRows;

    @Autowired
    protected Directory directory;

    @Autowired
    protected AccessModel access;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private TransactionOperations holding;

    /** Begins the operation while that is done but not committed, which it is once the operation waits for its locks. */
    protected CompletableFuture<Void> waitingFor(Runnable done, Runnable operation) {
        return Objects.requireNonNull(holding.execute(status -> {
            done.run();
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(operation);
            await().until(() -> waiting.isDone() || somebodyWaits());
            assertThat(waiting).isNotDone();
            return waiting;
        }));
    }

    protected boolean somebodyWaits() {
        return jdbc.sql("""
                        select exists (select from pg_stat_activity
                                        where datname = current_database() and wait_event_type = 'Lock')""").query(Boolean.class).single();
    }
}
