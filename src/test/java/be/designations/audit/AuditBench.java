package be.designations.audit;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.bench.BenchTable;
import be.designations.bench.Crowd;
import be.designations.testing.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Eight who write to the log at once, against the same eight where a sequence numbers the rows and nothing chains them; and how
 * fast the chain is verified. The two take turns.
 */
class AuditBench {

    private static final int WRITERS = 8;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int EVENTS = Integer.getInteger("bench.audit.events", 2_000);
    private static final int ROWS_A_STEP = 10_000;
    private static final int VERIFIED = Integer.getInteger("bench.audit.verified", 200_000);

    @Test
    void eight_writers_and_the_verification() throws IOException {
        try (TestDatabase chained = TestDatabase.migrated();
                TestDatabase plain = TestDatabase.migrated()) {
            withoutChain(JdbcClient.create(plain.dataSource()));
            try (Log with = new Log(chained);
                    Log without = new Log(plain)) {
                writers(with, without);
                verification(chained, with);
            }
        }
    }

    private static void writers(Log with, Log without) throws IOException {
        var table = new BenchTable(
                "audit-writers", "rows besides the event", "events/s", "without chain/s", "to without chain");
        for (int rows : List.of(0, 10)) {
            with.write(rows);
            without.write(rows);
            double withChain = 0;
            double withoutChain = 0;
            for (int i = 0; i < ROUNDS; i++) {
                withChain += with.write(rows);
                withoutChain += without.write(rows);
            }
            double events = (double) EVENTS * ROUNDS;
            table.row(rows, events / withChain, events / withoutChain, withoutChain / withChain);
        }
        table.write();
    }

    private static void verification(TestDatabase database, Log log) throws IOException {
        JdbcClient owner = JdbcClient.create(database.dataSource());
        owner.sql("""
                        insert into audit_event (at, actor_person, operation, subject_type, subject_id, after)
                        select now(), gen_random_uuid(), 'bench', 'bench', n::text, jsonb_build_object('number', n, 'words', repeat('x', 200))
                          from generate_series(1, :rows) n""").param("rows", VERIFIED).update();
        owner.sql("vacuum (analyze) audit_event").update();
        var table = new BenchTable("audit-verification", "rows", "seconds", "rows/s");
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            ChainProgress found = ChainProgress.NONE;
            while (!found.whole()) {
                found = log.chain.goOn(found, ROWS_A_STEP);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            assertThat(found.firstBroken()).isNull();
            assertThat(found.events()).isGreaterThan(VERIFIED);
            table.row(found.events(), seconds, found.events() / seconds);
        }
        table.write();
    }

    /** Instead, a sequence numbers the rows; the hash is one of nothing, and nobody looks for the end of a lane. */
    private static void withoutChain(JdbcClient owner) {
        owner.sql("create sequence bench_number owned by audit_event.id").update();
        owner.sql("grant usage on bench_number to designations_app").update();
        owner.sql("""
                        create function bench_numbered() returns trigger language plpgsql as $$
                        begin
                            new.id := nextval('bench_number') + 1;
                            new.lane := 1;
                            new.place := new.id;
                            new.previous_hash := sha256('');
                            new.hash := new.previous_hash;
                            return new;
                        end $$""").update();
        owner.sql("alter table audit_event drop constraint audit_event_one_at_a_place")
                .update();
        owner.sql("alter table audit_event disable trigger audit_event_is_chained")
                .update();
        owner.sql(
                        "create trigger bench_is_numbered before insert on audit_event for each row execute function bench_numbered()")
                .update();
    }

    /** The log of one database, as the application has it. */
    private static final class Log implements AutoCloseable {

        private final HikariDataSource pool = new HikariDataSource();
        private final JdbcTemplate jdbc;
        private final TransactionTemplate transaction;
        private final AuditLog log;
        private final AuditChain chain;

        Log(TestDatabase database) {
            pool.setJdbcUrl(database.getJdbcUrl());
            pool.setUsername(database.getUsername());
            pool.setPassword(database.getPassword());
            pool.setMaximumPoolSize(WRITERS);
            jdbc = new JdbcTemplate(pool);
            transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
            JdbcClient client = JdbcClient.create(pool);
            chain = new AuditChain(client, new AuditLanes(client));
            log = new AuditLog(pool, new AuditWriter(jdbc), Clock.systemUTC(), new ObjectMapper());
        }

        /**
         * Each event in a transaction of its own.
         *
         * @param rows what the transaction writes besides, one statement each
         * @return seconds
         */
        double write(int rows) {
            return new Crowd(WRITERS)
                    .share(
                            IntStream.range(0, EVENTS).boxed().toList(),
                            number -> transaction.executeWithoutResult(status -> {
                                UUID basis = UUID.randomUUID();
                                log.record(AuditEvent.of("bench", "basis", basis)
                                        .by(basis, null)
                                        .changing(Map.of("number", number), Map.of("number", number + 1)));
                                for (int i = 0; i < rows; i++) {
                                    jdbc.update(
                                            "insert into basis (id, operation, decided_at) values (?, 'bench', now())",
                                            UUID.randomUUID());
                                }
                            }));
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
