package be.designations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditLogIT {
    private static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");
    private static final UUID ANN = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final UUID CPAS = UUID.fromString("00000000-0000-0000-0000-00000000000c");

    private static OwnLog own;

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
        log = logAt(NOW);
    }

    @Test
    void an_event_is_kept_as_recorded() {
        UUID basis = UUID.randomUUID();
        record(AuditEvent.of("grant-right", "role_assignment", "r1")
                .by(ANN, CPAS)
                .onBehalfOf(UUID.fromString("00000000-0000-0000-0000-00000000000b"))
                .changing(null, Map.of("role", "Agent social"))
                .justifiedBy(basis)
                .tracedAs("t-1"));

        AuditEntry entry = onlyEntry();

        assertThat(entry.id()).isEqualTo(1);
        assertThat(entry.at()).isEqualTo(NOW);
        assertThat(entry.actorPerson()).isEqualTo(ANN);
        assertThat(entry.actingFor()).isEqualTo(CPAS);
        assertThat(entry.onBehalfOf()).isNotNull();
        assertThat(entry.before()).isNull();
        assertThat(entry.after()).isEqualTo("{\"role\": \"Agent social\"}");
        assertThat(entry.basisId()).isEqualTo(basis);
        assertThat(entry.traceId()).isEqualTo("t-1");
        assertThat(entry.lane()).isPositive();
        assertThat(entry.place()).isOne();
        assertThat(entry.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void no_niss_reaches_the_log() {
        record(event("x").changing(Map.of("niss", "85073003328"), Map.of("note", "NISS 85.07.30-033.28")));

        assertThat(onlyEntry().before()).isEqualTo("{\"niss\": \"***********\"}");
        assertThat(onlyEntry().after()).isEqualTo("{\"note\": \"NISS ***********\"}");
    }

    @Test
    void outside_a_transaction_nothing_is_recorded() {
        assertThatThrownBy(() -> log.record(event("x"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_event_goes_with_the_transaction_that_rolls_back() {
        own.transaction.executeWithoutResult(status -> {
            log.record(event("x"));
            status.setRollbackOnly();
        });

        assertThat(own.verify().events()).isZero();
    }

    @Test
    void a_transaction_whose_event_cannot_be_written_fails_whole() {
        UUID basis = UUID.randomUUID();

        assertThatThrownBy(() -> own.transaction.executeWithoutResult(status -> {
                    own.jdbc.update("insert into basis (id, operation, decided_at) values (?, 'x', now())", basis);
                    log.record(event("no text in PostgreSQL: \0"));
                }))
                .isInstanceOf(DataAccessException.class);

        assertThat(own.jdbc.queryForObject("select count(*) from basis where id = ?", Integer.class, basis))
                .isZero();
        assertThat(own.verify().events()).isZero();
    }

    @Test
    void events_wait_for_the_end_of_the_transaction_and_the_lock_of_a_lane_with_them() {
        own.transaction.executeWithoutResult(status -> {
            log.record(event("waits"));
            inOtherTransaction().executeWithoutResult(other -> log.record(event("first")));
            assertThat(log.search(AuditFilter.ALL, null, 10).entries())
                    .extracting(AuditEntry::operation)
                    .containsExactly("first");
        });

        assertThat(operations()).containsExactly("waits", "first");
        assertThat(own.verify().isSound()).isTrue();
    }

    @Test
    void an_event_of_a_later_callback_is_written_too() {
        own.transaction.executeWithoutResult(status -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    log.record(event("callback"));
                }
            });
            log.record(event("operation"));
        });

        assertThat(operations()).containsExactlyInAnyOrder("operation", "callback");
    }

    @Test
    void the_chain_holds_when_many_write_at_once() throws Exception {
        int writers = 4;
        int transactions = 25;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                work.add(() -> {
                    for (int i = 0; i < transactions; i++) {
                        record(event("a"), event("b"));
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        AuditVerification verification = own.verify();

        assertThat(verification.events()).isEqualTo(200);
        assertThat(verification.firstBroken()).isNull();
        assertThat(verification.head())
                .isEqualTo(own.lanes.end(NOW).orElseThrow().head());
    }

    @Test
    void an_empty_log_is_sound() {
        assertThat(own.verify()).isEqualTo(new AuditVerification(0, null, null, 0, null, 0, false));
    }

    @Test
    void the_digest_does_not_depend_on_the_settings_of_the_session() {
        record(event("x").changing(Map.of("at", NOW.toString()), Map.of("n", 1.50)));

        own.transaction.executeWithoutResult(status -> {
            own.jdbc.execute("set local time zone 'Asia/Tokyo'");
            own.jdbc.execute("set local bytea_output = 'escape'");
            assertThat(own.verify().isSound()).isTrue();
        });
        // The driver closes a connection that keeps another one.
        own.jdbc.execute("""
                do $$ begin
                    perform set_config('datestyle', 'German', true);
                    assert (select hash = audit_event_digest(event) from audit_event event);
                    perform set_config('datestyle', 'ISO, MDY', true);
                end $$""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set operation = 'y'",
                "delete from audit_event",
                "truncate audit_event",
                "update audit_event set operation = 'y' where false"
            })
    void a_row_is_neither_changed_nor_removed(String statement) {
        record(event("x"));

        assertThatThrownBy(() -> own.owner.execute(statement)).hasMessageContaining("append only");
        assertThat(operations()).containsExactly("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set operation = 'y' where id = 3",
                "update audit_event set after = '{}' where id = 3",
                "update audit_event set at = at + interval '1 microsecond' where id = 3",
                "update audit_event set actor_person = null where id = 3",
                "update audit_event set subject_type = 'subjects', subject_id = '1' where id = 3",
                "update audit_event set hash = sha256('') where id = 3"
            })
    void a_row_changed_behind_the_trigger_is_found(String tampering) {
        record(event("1"), event("2"), event("3"), event("4"));

        own.behindTheTrigger(tampering);

        assertThat(own.verify().firstBroken()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit_event where id = 2",
                "update audit_event set operation = 'y' where id = 2;"
                        + "update audit_event e set hash = audit_event_digest(e) where id = 2"
            })
    void a_row_removed_or_hashed_anew_shows_at_the_next_one(String tampering) {
        record(event("1"), event("2"), event("3"));

        own.behindTheTrigger(tampering);

        assertThat(own.verify().firstBroken()).isEqualTo(3);
    }

    @Test
    void a_removed_first_row_is_found() {
        record(event("1"), event("2"));

        own.behindTheTrigger("delete from audit_event where id = 1");

        assertThat(own.verify().firstBroken()).isEqualTo(2);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repeat_even_at_one_instant() {
        for (int i = 1; i <= 7; i++) {
            record(event("op" + i));
        }

        List<String> seen = new ArrayList<>();
        Long next = null;
        int pages = 0;
        do {
            AuditPage page = log.search(AuditFilter.ALL, next, 3);
            page.entries().forEach(entry -> seen.add(entry.operation()));
            next = page.next();
            pages++;
        } while (next != null);

        assertThat(seen).containsExactly("op7", "op6", "op5", "op4", "op3", "op2", "op1");
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void each_filter_narrows_the_search() {
        record(AuditEvent.of("block", "person", "p1").by(ANN, CPAS));
        record(AuditEvent.of("block", "person", "p2"));
        record(AuditEvent.of("unblock", "quality", "p1"));
        AuditLog tomorrow = logAt(NOW.plusSeconds(86_400));
        own.transaction.executeWithoutResult(status -> tomorrow.record(AuditEvent.of("later", "person", "p1")));

        assertThat(idsOf(AuditFilter.ofSubject("person", "p1"))).containsExactly(4L, 1L);
        assertThat(idsOf(new AuditFilter(null, null, ANN, null, null, null))).containsExactly(1L);
        assertThat(idsOf(new AuditFilter(null, null, null, "block", null, null)))
                .containsExactly(2L, 1L);
        assertThat(idsOf(new AuditFilter(null, null, null, null, NOW.plusSeconds(1), null)))
                .containsExactly(4L);
        assertThat(idsOf(new AuditFilter("person", null, null, null, NOW, NOW.plusSeconds(1))))
                .containsExactly(2L, 1L);
        assertThat(idsOf(new AuditFilter(null, null, null, null, null, NOW))).isEmpty();
    }

    @Test
    void the_export_is_in_the_order_of_its_numbers_and_safe_in_a_spreadsheet() {
        record(AuditEvent.of("=HYPERLINK(\"x\")", "person", "p1").by(ANN, CPAS), event("second"));

        StringBuilder csv = new StringBuilder();
        own.transaction.executeWithoutResult(status -> log.export(AuditFilter.ALL, csv));

        assertThat(csv.toString().split("\r\n"))
                .hasSize(3)
                .satisfies(lines ->
                        assertThat(lines[0]).startsWith("\"id\";\"at\"").endsWith("\"lane\";\"place\";\"hash\""))
                .satisfies(lines -> assertThat(lines[1])
                        .startsWith("\"1\";\"2026-03-02T08:30:00Z\";\"" + ANN)
                        .contains("\"'=HYPERLINK(\"\"x\"\")\""))
                .satisfies(lines -> assertThat(lines[2]).startsWith("\"2\""));
    }

    private AuditLog logAt(Instant instant) {
        return own.at(Clock.fixed(instant, ZoneOffset.UTC));
    }

    /** Source: OWASP ASVS 5.0, 16.4.2. */
    @Nested
    class Anchored {

        @TempDir
        Path directory;

        private AuditAnchors anchors;

        @BeforeEach
        void threeEventsAndAnAnchor() {
            anchors = anchorsAt(directory, NOW);
            record(event("a"), event("b"), event("c"));
        }

        @Test
        void an_end_that_was_cut_off_is_missed() {
            anchors.anchor();
            assertThat(compare().isSound()).isTrue();

            own.behindTheTrigger("delete from audit_event where id = 3");

            AuditVerification cut = compare();
            assertThat(cut.firstBroken()).as("the chain itself holds").isNull();
            assertThat(cut.isCut()).isTrue();
            assertThat(cut.unmet()).extracting(UnmetAnchor::events).isEqualTo(3L);
            assertThat(cut.unmet()).extracting(UnmetAnchor::missing).isEqualTo(1L);
            assertThat(cut.events()).isEqualTo(2);
        }

        @Test
        void a_chain_that_was_computed_anew_is_another_one() {
            anchors.anchor();

            own.behindTheTrigger("update audit_event set operation = 'y' where id = 3;"
                    + "update audit_event e set hash = audit_event_digest(e) where id = 3");

            AuditVerification anew = compare();
            assertThat(anew.firstBroken()).as("the chain itself holds").isNull();
            assertThat(anew.isSound()).isFalse();
            assertThat(anew.isCut()).isFalse();
            assertThat(anew.unmet()).extracting(UnmetAnchor::at).isEqualTo(NOW);
        }

        @Test
        void an_anchor_that_the_officer_kept_shows_what_the_file_no_longer_does() throws IOException {
            String kept = anchors.anchor().orElseThrow();
            Files.delete(directory.resolve("anchors.txt"));
            own.behindTheTrigger("delete from audit_event where id > 1");

            assertThat(compare().isSound()).isTrue();
            assertThat(compare(anchors.read(kept).orElseThrow()).isCut()).isTrue();
        }

        @Test
        void what_was_not_signed_here_is_no_anchor() throws IOException {
            String signed = anchors.anchor().orElseThrow();
            String other = anchorsAt(directory.resolve("other"), NOW).anchor().orElseThrow();

            assertThat(anchors.read(signed)).isPresent();
            assertThat(anchors.read(other)).isEmpty();
            assertThat(anchors.read("x.y.z")).isEmpty();
            Files.writeString(directory.resolve("anchors.txt"), other);
            assertThat(compare().forged()).isEqualTo(1);
            assertThat(compare().isSound()).isFalse();
        }

        @Test
        void a_line_that_was_torn_is_told_and_takes_no_other_anchor_with_it() throws IOException {
            Path file = directory.resolve("anchors.txt");
            Files.writeString(file, anchors.anchor().orElseThrow().substring(0, 100), StandardOpenOption.APPEND);

            anchors.anchor();

            assertThat(compare().anchors()).isEqualTo(2);
            assertThat(compare().forged()).isEqualTo(1);
        }

        @Test
        void each_day_has_an_anchor_and_only_the_owner_reads_the_key() throws IOException {
            anchors.anchorDaily();
            anchors.anchorDaily();
            assertThat(directory.resolve("anchors.txt")).content().hasLineCount(1);

            anchorsAt(directory, NOW.plus(25, ChronoUnit.HOURS)).anchorDaily();

            assertThat(directory.resolve("anchors.txt")).content().hasLineCount(2);
            assertThat(compare().anchors()).isEqualTo(2);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("key.json"))))
                    .isEqualTo("rw-------");
        }

        private AuditVerification compare(AuditAnchor... brought) {
            return own.compare(anchors.kept(), brought);
        }

        private AuditAnchors anchorsAt(Path folder, Instant at) {
            return own.anchors(folder, Clock.fixed(at, ZoneOffset.UTC));
        }

        @Test
        void an_empty_log_has_none() {
            own.behindTheTrigger("delete from audit_event");

            assertThat(anchors.anchor()).isEmpty();
        }
    }

    private TransactionTemplate inOtherTransaction() {
        return new TransactionTemplate(own.transactions, requiresNew());
    }

    private static TransactionDefinition requiresNew() {
        return new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private void record(AuditEvent... events) {
        own.transaction.executeWithoutResult(status -> List.of(events).forEach(log::record));
    }

    private List<String> operations() {
        return log.search(AuditFilter.ALL, null, 100).entries().stream()
                .map(AuditEntry::operation)
                .toList();
    }

    private List<Long> idsOf(AuditFilter filter) {
        return log.search(filter, null, 100).entries().stream()
                .map(AuditEntry::id)
                .toList();
    }

    private AuditEntry onlyEntry() {
        List<AuditEntry> entries = log.search(AuditFilter.ALL, null, 10).entries();
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private static AuditEvent event(String operation) {
        return AuditEvent.of(operation, "subject", "s1").by(ANN, CPAS);
    }
}
