package be.designations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.testing.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifications as rows: begun by people, carried out by whichever node, a few rows at a time. */
class AuditVerificationsIT {

    private static final Actor AGENT =
            new Actor(new PersonId(UUID.randomUUID()), new OrganisationId(UUID.randomUUID()), SignInLevel.EID);

    @TempDir
    private Path directory;

    private static TestDatabase database;

    private DataSource dataSource;
    private JdbcTemplate jdbc;
    private AuditLog log;
    private AuditVerifications verifications;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void tenEvents() throws IOException {
        dataSource = database.dataSource();
        jdbc = new JdbcTemplate(dataSource);
        jdbc.execute("drop schema public cascade; create schema public");
        for (String migration : List.of("V006__create_audit_log", "V042__verify_the_audit_log_step_by_step")) {
            jdbc.execute(new ClassPathResource("db/migration/" + migration + ".sql")
                    .getContentAsString(StandardCharsets.UTF_8));
        }
        log = new AuditLog(dataSource, new AuditWriter(jdbc), Clock.systemUTC(), new ObjectMapper());
        verifications = node();
        record(10);
    }

    @Test
    void a_log_that_is_whole_is_found_so_and_who_asked_is_written_down() {
        anchors().anchor();
        assertThat(verifications.begin(AGENT, null, null)).isTrue();
        assertThat(only().endedAt()).isNull();
        assertThat(only().expected()).isEqualTo(10);

        verifications.carryOut();

        VerificationRun run = only();
        assertThat(run.startedBy()).isEqualTo(AGENT.person());
        assertThat(run.endedAt()).isNotNull();
        assertThat(run.percent()).isEqualTo(100);
        assertThat(run.found().isSound()).isTrue();
        assertThat(run.found().events()).isEqualTo(10);
        assertThat(run.found().anchors()).isEqualTo(1);
        assertThat(told()).singleElement().satisfies(told -> {
            assertThat(told.actorPerson()).isEqualTo(AGENT.person().value());
            assertThat(told.after()).contains("\"sound\": true", "\"events\": 10");
        });
    }

    @Test
    void an_empty_log_is_whole() {
        behindTheTrigger("delete from audit_event");

        assertThat(found(null)).isEqualTo(new AuditVerification(0, null, null, 0, null, 0));
    }

    @Test
    void a_row_that_was_changed_is_found_whatever_the_step_in_which_it_is_verified() {
        behindTheTrigger("update audit_event set operation = 'y' where id = 6");
        verifications.begin(AGENT, null, null);

        verifications.step(4);
        assertThat(only().found().firstBroken()).isNull();
        verifications.step(4);
        assertThat(only().found().firstBroken()).isEqualTo(6);
        verifications.step(4);

        assertThat(only().endedAt()).isNotNull();
        assertThat(only().found().firstBroken()).isEqualTo(6);
        assertThat(only().found().events()).isEqualTo(10);
        assertThat(told()).singleElement().satisfies(told -> assertThat(told.after())
                .contains("\"sound\": false"));
    }

    @Test
    void an_end_that_was_cut_off_is_missed_by_the_anchor() {
        anchors().anchor();
        behindTheTrigger("delete from audit_event where id > 8");

        AuditVerification found = found(null);

        assertThat(found.firstBroken()).as("the chain itself holds").isNull();
        assertThat(found.isCut()).isTrue();
        assertThat(found.unmet()).extracting(AuditAnchor::events).isEqualTo(10L);
        assertThat(found.events()).isEqualTo(8);
    }

    @Test
    void an_end_that_is_cut_off_while_it_goes_on_is_found() {
        verifications.begin(AGENT, null, null);
        verifications.step(4);

        behindTheTrigger("delete from audit_event where id > 3");
        verifications.carryOut();

        assertThat(only().found().firstBroken()).isEqualTo(4);
        assertThat(only().endedAt()).isNotNull();
    }

    @Test
    void a_chain_that_was_computed_anew_is_not_that_of_the_anchor() {
        anchors().anchor();
        behindTheTrigger("update audit_event set operation = 'y' where id = 10;"
                + "update audit_event e set hash = audit_event_digest(e) where id = 10");

        AuditVerification found = found(null);

        assertThat(found.firstBroken()).as("the chain itself holds").isNull();
        assertThat(found.isSound()).isFalse();
        assertThat(found.isCut()).isFalse();
        assertThat(found.unmet()).extracting(AuditAnchor::events).isEqualTo(10L);
    }

    @Test
    void an_anchor_that_is_brought_along_and_lines_that_nobody_signed_count_too() throws IOException {
        String brought = anchors().anchor().orElseThrow();
        Files.writeString(directory.resolve("anchors.txt"), "x.y.z");
        behindTheTrigger("delete from audit_event where id > 8");

        AuditVerification found = found(brought);

        assertThat(found.isCut()).isTrue();
        assertThat(found.anchors()).isEqualTo(1);
        assertThat(found.forged()).isEqualTo(1);
    }

    @Test
    void another_node_goes_on_where_one_was_interrupted() {
        verifications.begin(AGENT, null, null);
        verifications.step(3);
        verifications.step(3);
        assertThat(only().found().events()).isEqualTo(6);
        assertThat(only().percent()).isEqualTo(60);

        AuditVerifications other = node();
        other.step(3);
        assertThat(only().found().events()).isEqualTo(9);
        other.carryOut();

        assertThat(only().found().isSound()).isTrue();
        assertThat(only().found().events()).isEqualTo(10);
        assertThat(told()).hasSize(1);
    }

    @Test
    void a_step_that_fails_leaves_what_was_verified_before() throws IOException {
        verifications.begin(AGENT, null, null);
        verifications.step(6);
        Path file = Files.createDirectory(directory.resolve("anchors.txt"));

        assertThatThrownBy(verifications::carryOut).hasMessageContaining("anchors of the audit log cannot be read");
        assertThat(only().found().events()).isEqualTo(6);
        assertThat(only().endedAt()).isNull();
        assertThat(told()).isEmpty();

        Files.delete(file);
        verifications.carryOut();
        assertThat(only().found().isSound()).isTrue();
        assertThat(told()).hasSize(1);
    }

    @Test
    void events_that_come_meanwhile_are_verified_too_and_no_anchor_of_theirs_is_missed() {
        verifications.begin(AGENT, null, null);
        verifications.step(10);
        assertThat(only().endedAt()).isNull();

        record(5);
        anchors().anchor();
        verifications.carryOut();

        assertThat(only().found().isSound()).isTrue();
        assertThat(only().found().events()).isEqualTo(15);
        assertThat(only().percent()).isEqualTo(100);
    }

    @Test
    void a_node_waits_for_no_other_that_is_at_it() {
        verifications.begin(AGENT, null, null);
        DataSource other = database.dataSource();
        new TransactionTemplate(new JdbcTransactionManager(other)).executeWithoutResult(status -> {
            new JdbcTemplate(other).queryForList("select id from audit_verification for update");
            assertThat(verifications.step(3)).isFalse();
        });

        assertThat(only().found().events()).isZero();
        assertThat(verifications.step(3)).isTrue();
    }

    @Test
    void two_clicks_at_once_begin_one() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> click = () -> {
                together.await();
                return node().begin(AGENT, null, null);
            };
            List<Boolean> begun = new ArrayList<>();
            for (Future<Boolean> done : threads.invokeAll(List.of(click, click))) {
                begun.add(done.get());
            }
            assertThat(begun).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdown();
        }
        assertThat(verifications.last(10)).hasSize(1);
    }

    @Test
    void the_same_click_once_more_begins_none_when_the_first_has_ended_and_a_new_one_does() {
        verifications.begin(AGENT, null, null);
        verifications.carryOut();
        long first = only().id();

        assertThat(verifications.begin(AGENT, null, null)).isFalse();
        assertThat(verifications.begin(AGENT, null, first)).isTrue();
        assertThat(verifications.begin(AGENT, null, first)).isFalse();
        verifications.carryOut();

        assertThat(verifications.last(10))
                .extracting(run -> run.endedAt() != null)
                .containsExactly(true, true);
        assertThat(told()).hasSize(2);
    }

    private AuditVerification found(String anchor) {
        assertThat(verifications.begin(AGENT, anchor, null)).isTrue();
        verifications.carryOut();
        return only().found();
    }

    private VerificationRun only() {
        List<VerificationRun> runs = verifications.last(10);
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    private List<AuditEntry> told() {
        return log.search(new AuditFilter(null, null, null, "audit.verified", null, null), null, 10)
                .entries();
    }

    private AuditVerifications node() {
        JdbcClient client = JdbcClient.create(dataSource);
        return new AuditVerifications(
                new VerificationStore(client),
                new AuditChain(client),
                anchors(),
                log,
                Clock.systemUTC(),
                new JdbcTransactionManager(dataSource));
    }

    private AuditAnchors anchors() {
        return new AuditAnchors(log, new AuditProperties(directory), Clock.systemUTC());
    }

    private void record(int events) {
        new TransactionTemplate(new JdbcTransactionManager(dataSource))
                .executeWithoutResult(status -> IntStream.range(0, events)
                        .forEach(number -> log.record(AuditEvent.of("op" + number, "subject", "s1"))));
    }

    private void behindTheTrigger(String sql) {
        jdbc.execute("alter table audit_event disable trigger user");
        jdbc.execute(sql);
        jdbc.execute("alter table audit_event enable trigger user");
    }
}
