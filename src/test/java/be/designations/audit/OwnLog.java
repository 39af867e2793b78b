package be.designations.audit;

import be.designations.testing.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An audit log in a database of its own: the role of the application writes and verifies it, and the owner of the tables does
 * what only an owner can.
 */
final class OwnLog implements AutoCloseable {

    final DataSource dataSource;
    final PlatformTransactionManager transactions;
    final TransactionTemplate transaction;
    final JdbcTemplate jdbc;
    final JdbcTemplate owner;
    final AuditLanes lanes;
    final AuditChain chain;
    final AnchorComparison comparison;
    private final TestDatabase database;

    OwnLog() {
        this(TestDatabase.migrated());
    }

    OwnLog(TestDatabase database) {
        this.database = database;
        dataSource = database.applicationsPool();
        transactions = new JdbcTransactionManager(dataSource);
        transaction = new TransactionTemplate(transactions);
        jdbc = new JdbcTemplate(dataSource);
        owner = new JdbcTemplate(database.ownersPool());
        JdbcClient client = JdbcClient.create(dataSource);
        lanes = new AuditLanes(client);
        chain = new AuditChain(client, lanes);
        comparison = new AnchorComparison(client, lanes);
    }

    /** As it was when the database was made: the next row has number 1. */
    void empty() {
        behindTheTrigger("truncate audit_event, audit_verification, audit_verification_lane restart identity");
    }

    /** As somebody who owns the tables could. */
    void behindTheTrigger(String sql) {
        owner.execute("alter table audit_event disable trigger user");
        owner.execute(sql);
        owner.execute("alter table audit_event enable trigger user");
    }

    /** By hand, as the application does nowhere: one row in that lane, if nobody else has it. */
    void inLane(int lane, String operation) {
        transaction.executeWithoutResult(status -> {
            lookFirstAt(lane);
            insert(operation);
        });
    }

    /** In the transaction that runs. */
    void insert(String operation) {
        jdbc.update(
                "insert into audit_event (at, operation, subject_type, subject_id) values (now(), ?, 'subject', 's1')",
                operation);
    }

    /** Where the transaction that runs looks for a lane first. */
    void lookFirstAt(int lane) {
        jdbc.queryForList("select set_config('designations.audit_lane', cast(? as text), true)", lane - 1);
    }

    AuditLog at(Clock clock) {
        return new AuditLog(dataSource, new AuditWriter(jdbc), clock, new ObjectMapper());
    }

    /** One of several that verify. */
    AuditVerifications node(AuditAnchors anchors) {
        Clock clock = Clock.systemUTC();
        return new AuditVerifications(
                new VerificationStore(JdbcClient.create(dataSource)),
                lanes,
                chain,
                comparison,
                anchors,
                at(clock),
                clock,
                transactions);
    }

    AuditAnchors anchors(Path directory, Clock clock) {
        return new AuditAnchors(lanes, new AuditProperties(directory), clock);
    }

    /** So many rows at a time, until every lane is at its end. */
    ChainProgress wholeChain(int rowsAStep) {
        ChainProgress done = ChainProgress.NONE;
        while (!done.whole()) {
            done = chain.goOn(done, rowsAStep);
        }
        return done;
    }

    /** Without anchors. */
    AuditVerification verify() {
        return compare(new AuditAnchors.Kept(List.of(), 0, false));
    }

    /** Two rows at a time: each other one is compared with the end of the step before. */
    AuditVerification compare(AuditAnchors.Kept kept, AuditAnchor... brought) {
        return comparison.compare(wholeChain(2), kept, List.of(brought));
    }

    @Override
    public void close() {
        database.close();
    }
}
