package be.designations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import java.io.IOException;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifications as rows: begun by people, carried out by whichever node, a few rows at a time. */
class AuditVerificationsIT {

    private static final Actor AGENT =
            new Actor(new PersonId(UUID.randomUUID()), new OrganisationId(UUID.randomUUID()), SignInLevel.EID);

    @TempDir
    private Path directory;

    private static OwnLog own;

    private AuditLog log;
    private AuditVerifications verifications;

    @BeforeAll
    static void start() {
        own = new OwnLog();
    }

    @AfterAll
    static void stop() {
        own.close();
    }

    @BeforeEach
    void tenEvents() {
        own.empty();
        log = own.at(Clock.systemUTC());
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
        own.behindTheTrigger("delete from audit_event");

        assertThat(found(null)).isEqualTo(new AuditVerification(0, null, null, 0, null, 0, false));
    }

    @Test
    void a_row_that_was_changed_is_found_whatever_the_step_in_which_it_is_verified() {
        own.behindTheTrigger("update audit_event set operation = 'y' where id = 6");
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
        own.behindTheTrigger("delete from audit_event where id > 8");

        AuditVerification found = found(null);

        assertThat(found.firstBroken()).as("the chain itself holds").isNull();
        assertThat(found.isCut()).isTrue();
        assertThat(found.unmet()).extracting(UnmetAnchor::events).isEqualTo(10L);
        assertThat(found.events()).isEqualTo(8);
    }

    @Test
    void an_end_that_is_cut_off_while_it_goes_on_is_found() {
        verifications.begin(AGENT, null, null);
        verifications.step(4);

        own.behindTheTrigger("delete from audit_event where id > 3");
        verifications.carryOut();

        assertThat(only().found().firstBroken()).isEqualTo(4);
        assertThat(only().endedAt()).isNotNull();
    }

    @Test
    void a_chain_that_was_computed_anew_is_not_that_of_the_anchor() {
        anchors().anchor();
        own.behindTheTrigger("update audit_event set operation = 'y' where id = 10;"
                + "update audit_event e set hash = audit_event_digest(e) where id = 10");

        AuditVerification found = found(null);

        assertThat(found.firstBroken()).as("the chain itself holds").isNull();
        assertThat(found.isSound()).isFalse();
        assertThat(found.isCut()).isFalse();
        assertThat(found.unmet()).extracting(UnmetAnchor::events).isEqualTo(10L);
    }

    @Test
    void an_anchor_that_is_brought_along_and_lines_that_nobody_signed_count_too() throws IOException {
        String brought = anchors().anchor().orElseThrow();
        Files.writeString(directory.resolve("anchors.txt"), "x.y.z");
        own.behindTheTrigger("delete from audit_event where id > 8");

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
    void a_step_that_fails_leaves_what_was_verified_before() {
        verifications.begin(AGENT, null, null);
        verifications.step(6);
        own.owner.execute("alter table audit_event add constraint refuse check (operation <> 'audit.verified')");
        try {
            assertThatThrownBy(verifications::carryOut).hasMessageContaining("refuse");
            assertThat(only().found().events()).isEqualTo(6);
            assertThat(only().endedAt()).isNull();
            assertThat(told()).isEmpty();
        } finally {
            own.owner.execute("alter table audit_event drop constraint refuse");
        }

        verifications.carryOut();
        assertThat(only().found().isSound()).isTrue();
        assertThat(told()).hasSize(1);
    }

    @Test
    void anchors_that_cannot_be_read_are_said_once_and_the_log_is_not_called_whole() throws IOException {
        String brought = anchors().anchor().orElseThrow();
        Files.delete(directory.resolve("anchors.txt"));
        Files.createDirectory(directory.resolve("anchors.txt"));

        AuditVerification found = found(brought);

        assertThat(found.unread()).isTrue();
        assertThat(found.isIncomplete()).isTrue();
        assertThat(found.isSound()).isFalse();
        assertThat(found.events()).isEqualTo(10);
        assertThat(found.anchors()).as("the one that was brought").isEqualTo(1);
        assertThat(told()).singleElement().satisfies(told -> assertThat(told.after())
                .contains("\"sound\": false"));
        assertThat(verifications.step(10)).as("nothing is left to do").isFalse();
    }

    @Test
    void anchors_that_cannot_be_read_do_not_hide_a_row_that_was_changed() throws IOException {
        Files.createDirectory(directory.resolve("anchors.txt"));
        own.behindTheTrigger("update audit_event set operation = 'y' where id = 6");

        AuditVerification found = found(null);

        assertThat(found.firstBroken()).isEqualTo(6);
        assertThat(found.isIncomplete()).isFalse();
        assertThat(found.isSound()).isFalse();
    }

    @Test
    void each_node_goes_on_in_every_lane_where_another_one_stood() {
        nineEventsInThreeLanes();
        verifications.begin(AGENT, null, null);
        assertThat(only().expected()).isEqualTo(9);

        for (int events : List.of(4, 8, 9)) {
            node().step(4);
            assertThat(only().found().events()).isEqualTo(events);
        }

        assertThat(only().endedAt()).isNotNull();
        assertThat(only().found().isSound()).isTrue();
        assertThat(only().found().head())
                .isEqualTo(own.jdbc.queryForObject(
                        "select encode(sha256(string_agg(hash, '' order by lane)), 'hex') from audit_event where place = 3",
                        String.class));
    }

    @Test
    void an_end_that_is_cut_off_in_a_lane_that_was_passed_is_found_by_whichever_node_goes_on() {
        nineEventsInThreeLanes();
        verifications.begin(AGENT, null, null);
        verifications.step(4);

        own.behindTheTrigger("delete from audit_event where id = 3");
        node().carryOut();

        assertThat(only().found().firstBroken()).isEqualTo(3);
        assertThat(only().endedAt()).isNotNull();
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
        TransactionTemplate other = new TransactionTemplate(new JdbcTransactionManager(own.owner.getDataSource()));
        other.executeWithoutResult(status -> {
            own.owner.queryForList("select id from audit_verification for update");
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

    private static void nineEventsInThreeLanes() {
        own.empty();
        List.of(3, 3, 3, 5, 5, 5, 9, 9, 9).forEach(lane -> own.inLane(lane, "op"));
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
        return own.node(anchors());
    }

    private AuditAnchors anchors() {
        return own.anchors(directory, Clock.systemUTC());
    }

    private void record(int events) {
        own.transaction.executeWithoutResult(status -> IntStream.range(0, events)
                .forEach(number -> log.record(AuditEvent.of("op" + number, "subject", "s1"))));
    }
}
