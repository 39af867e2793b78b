package be.designations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import be.designations.testing.TestDatabase;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** A log that was one chain goes on in lanes: what was written, anchored and half verified before still counts. */
class AuditUpgradeIT {

    private static TestDatabase upgraded;

    @TempDir
    private static Path anchorsOfBefore;

    @TempDir
    private Path directory;

    private OwnLog own;
    private AuditAnchors anchors;

    @BeforeAll
    static void fiveEventsOfBefore() throws IOException, JOSEException, ParseException {
        upgraded = TestDatabase.migratedTo("042");
        OwnLog before = new OwnLog(upgraded);
        before.owner.execute("""
                insert into audit_event (at, actor_person, operation, subject_type, subject_id, after)
                select now(), gen_random_uuid(), 'before', 'subject', 's1', jsonb_build_object('n', n) from generate_series(1, 5) n""");
        before.owner.execute("""
                insert into audit_verification (started_at, started_by, expected, events, last_event, head, ended_at, anchors,
                                                unmet_events, unmet_head, unmet_at)
                select now(), gen_random_uuid(), 3, 3, 3, encode(hash, 'hex'), now(), 1, 8, repeat('a', 64), now()
                  from audit_event where id = 3""");
        before.owner.execute("""
                insert into audit_verification (started_at, started_by, expected, events, last_event, head)
                select now(), gen_random_uuid(), 5, 2, 2, encode(hash, 'hex') from audit_event where id = 2""");
        before.anchors(anchorsOfBefore, Clock.systemUTC());
        Files.writeString(anchorsOfBefore.resolve("anchors.txt"), anchorOf(before) + System.lineSeparator());

        upgraded.migrate();
    }

    @BeforeEach
    void copyWhatIsChanged() throws IOException {
        FileSystemUtils.copyRecursively(anchorsOfBefore, directory);
        own = new OwnLog(upgraded.copy());
        anchors = own.anchors(directory, Clock.systemUTC());
    }

    @AfterEach
    void drop() {
        own.close();
    }

    @AfterAll
    static void dropTheFirst() {
        upgraded.close();
    }

    @Test
    void what_was_written_before_is_proved_as_it_was_hashed_and_what_comes_is_numbered_on() {
        assertThat(own.compare(anchors.kept()).isSound()).isTrue();

        own.inLane(4, "after");
        own.inLane(4, "after");
        own.inLane(6, "after");

        assertThat(own.lanes.ends())
                .extracting(LaneEnd::lane, LaneEnd::place, LaneEnd::event)
                .containsExactly(tuple(0, 5L, 5L), tuple(4, 2L, 7L), tuple(6, 1L, 8L));
        anchors.anchor();
        AuditVerification found = own.compare(anchors.kept());
        assertThat(found.isSound()).isTrue();
        assertThat(found.events()).isEqualTo(8);
        assertThat(found.anchors()).isEqualTo(2);
    }

    @Test
    void an_anchor_of_before_misses_an_end_that_is_cut_off_later() {
        own.inLane(4, "after");
        own.behindTheTrigger("delete from audit_event where id in (4, 5)");

        AuditVerification found = own.compare(anchors.kept());

        assertThat(found.firstBroken()).as("the chains hold").isNull();
        assertThat(found.unmet()).extracting(UnmetAnchor::events).isEqualTo(5L);
        assertThat(found.unmet()).extracting(UnmetAnchor::missing).isEqualTo(2L);
    }

    @Test
    void an_anchor_of_before_is_not_met_by_a_chain_that_was_computed_anew() {
        own.behindTheTrigger("update audit_event set operation = 'y' where id = 5;"
                + "update audit_event e set hash = audit_event_digest(e) where id = 5");

        AuditVerification found = own.compare(anchors.kept());

        assertThat(found.firstBroken()).as("the chain holds").isNull();
        assertThat(found.isSound()).isFalse();
        assertThat(found.isCut()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update audit_event set operation = 'y' where id = 3 | 3
            update audit_event set lane = 4, place = 1, previous_hash = null where id = 5 | 5
            update audit_event set id = 50 where id = 4 | 50
            delete from audit_event where id = 2 | 3
            """)
    void a_row_of_before_that_was_changed_is_found(String tampering, long broken) {
        own.inLane(4, "after");
        own.behindTheTrigger("alter table audit_event drop constraint audit_event_one_at_a_place; " + tampering);

        assertThat(own.verify().firstBroken()).isEqualTo(broken);
    }

    @Test
    void a_verification_that_was_going_on_goes_on_and_what_others_found_still_stands() {
        own.inLane(4, "after");
        AuditVerifications verifications = own.node(anchors);

        verifications.step(2);
        assertThat(verifications.last(1))
                .singleElement()
                .satisfies(run -> assertThat(run.found().events()).isEqualTo(4));
        verifications.carryOut();

        List<VerificationRun> runs = verifications.last(2);
        assertThat(runs.get(0).found().isSound()).isTrue();
        assertThat(runs.get(0).found().events()).isEqualTo(6);
        assertThat(runs.get(1).found().isCut()).isTrue();
        assertThat(runs.get(1).found().unmet()).extracting(UnmetAnchor::missing).isEqualTo(5L);
    }

    /** One number and one hash. */
    private static String anchorOf(OwnLog before) throws IOException, JOSEException, ParseException {
        ECKey key = ECKey.parse(Files.readString(anchorsOfBefore.resolve("key.json")));
        String head =
                before.owner.queryForObject("select encode(hash, 'hex') from audit_event where id = 5", String.class);
        JWSObject signed = new JWSObject(
                new JWSHeader(JWSAlgorithm.ES256),
                new Payload(Map.of("events", 5L, "head", head, "at", "2026-03-02T08:30:00Z")));
        signed.sign(new ECDSASigner(key));
        return signed.serialize();
    }
}
