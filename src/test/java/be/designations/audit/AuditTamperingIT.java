package be.designations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever owns the database can change the log, but not unseen: what a single chain does not know, moving rows between lanes. */
class AuditTamperingIT {

    /** Of the rows 1 to 7. */
    private static final List<Integer> LANES = List.of(3, 5, 3, 9, 5, 3, 9);

    private static final String WITHOUT_CONSTRAINTS = """
            alter table audit_event drop constraint audit_event_one_at_a_place,
                drop constraint audit_event_only_the_first_has_no_previous;
            create index instead on audit_event (lane, place);""";

    /** As somebody would who knows how rows are hashed. */
    private static final String HASH_ANEW = ";update audit_event e set hash = audit_event_digest(e) where id = ";

    @TempDir
    private Path directory;

    private OwnLog own;
    private AuditAnchors anchors;

    @BeforeEach
    void sevenEventsInThreeLanes() {
        own = new OwnLog();
        anchors = own.anchors(directory, Clock.systemUTC());
        LANES.forEach(this::write);
        assertThat(own.verify().isSound()).isTrue();
        assertThat(own.lanes.ends())
                .extracting(LaneEnd::lane, LaneEnd::place, LaneEnd::event)
                .containsExactly(tuple(3, 3L, 6L), tuple(5, 2L, 5L), tuple(9, 2L, 7L));
    }

    @AfterEach
    void drop() {
        own.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            moved to the end of another lane       | update audit_event set lane = 9, place = 3 where id = 6 | 6
            moved to a lane that nobody had taken  | update audit_event set lane = 31, place = 1 where id = 7 | 7
            moved to a lane that nobody can take   | update audit_event set lane = 77 where id = 7 | 7
            moved to what was before the lanes     | update audit_event set lane = 0, place = 1, id = 1, previous_hash = null where id = 1 | 1
            a lane renamed                         | update audit_event set lane = 4 where lane = 3 | 1
            two lanes exchanged                    | update audit_event set lane = 14 - lane where lane in (5, 9) | 2
            two rows of a lane exchanged           | update audit_event set place = 4 - place where lane = 3 and place in (1, 3) | 1
            a place changed                        | update audit_event set place = 4 where id = 6 | 6
            a place far away                       | update audit_event set place = 9223372036854775807 where id = 6 | 6
            a place before the first               | update audit_event set place = -5 where id = 1 | 1
            a number changed                       | update audit_event set id = 70 where id = 3 | 70
            a first row removed                    | delete from audit_event where id = 2 | 5
            a middle row removed                   | delete from audit_event where id = 3 | 6
            a row changed                          | update audit_event set operation = 'y' where id = 5 | 5
            a row twice in the middle              | insert into audit_event select 8, at, actor_person, acting_for, on_behalf_of, 'y', subject_type, subject_id, before, after, basis_id, trace_id, previous_hash, hash, lane, place from audit_event where id = 3 | 8
            a row twice at the end                            | insert into audit_event select 8, at, actor_person, acting_for, on_behalf_of, 'y', subject_type, subject_id, before, after, basis_id, trace_id, previous_hash, hash, lane, place from audit_event where id = 7 | 8
            """)
    void a_row_is_found(String what, String tampering, long broken) {
        own.behindTheTrigger(WITHOUT_CONSTRAINTS + tampering);

        assertThat(own.verify().firstBroken()).isEqualTo(broken);
        assertThat(own.wholeChain(100).firstBroken()).as("in one step").isEqualTo(broken);
    }

    @Test
    void a_row_that_was_hashed_anew_shows_at_the_next_one_of_its_lane() {
        own.behindTheTrigger("update audit_event set operation = 'y' where id = 3" + HASH_ANEW + 3);

        assertThat(own.verify().firstBroken()).isEqualTo(6);
    }

    @Test
    void a_hole_hides_nothing_in_the_lanes_after_it() {
        own.behindTheTrigger(
                WITHOUT_CONSTRAINTS
                        + "update audit_event set place = 1000000 where id = 6; update audit_event set operation = 'y' where id = 5");

        assertThat(own.wholeChain(3).firstBroken()).isEqualTo(5);
    }

    @Test
    void a_whole_lane_that_is_gone_is_missed_by_the_anchor() {
        anchors.anchor();
        own.behindTheTrigger("delete from audit_event where lane = 5");

        assertThat(own.verify().firstBroken()).as("the other chains hold").isNull();
        AuditVerification found = compared();
        assertThat(found.isCut()).isTrue();
        assertThat(found.unmet()).extracting(UnmetAnchor::missing).isEqualTo(2L);
        assertThat(found.unmet()).extracting(UnmetAnchor::events).isEqualTo(7L);
    }

    @Test
    void an_end_that_was_cut_off_is_missed_however_many_rows_came_since() {
        anchors.anchor();
        own.behindTheTrigger("delete from audit_event where id = 7");
        for (int lane : List.of(3, 3, 5, 11)) {
            write(lane);
        }

        AuditVerification found = compared();
        assertThat(found.firstBroken()).as("the chains hold").isNull();
        assertThat(found.events()).isEqualTo(10);
        assertThat(found.unmet()).extracting(UnmetAnchor::missing).isEqualTo(1L);
    }

    @Test
    void an_end_that_was_cut_off_and_replaced_is_another_one() {
        anchors.anchor();
        own.behindTheTrigger("delete from audit_event where id = 7");
        write(9);

        AuditVerification found = compared();
        assertThat(found.firstBroken()).as("the chains hold").isNull();
        assertThat(found.isSound()).isFalse();
        assertThat(found.isCut()).isFalse();
    }

    @Test
    void an_end_moved_to_another_lane_and_hashed_anew_is_missed_by_the_anchor() {
        anchors.anchor();
        own.behindTheTrigger(
                "update audit_event set lane = 9, place = 3, previous_hash = (select hash from audit_event where id = 7)"
                        + " where id = 6" + HASH_ANEW + 6);

        AuditVerification found = compared();
        assertThat(found.firstBroken()).as("the chains hold").isNull();
        assertThat(found.unmet()).extracting(UnmetAnchor::missing).isEqualTo(1L);
    }

    @Test
    void an_end_cut_off_while_a_verification_goes_on_is_found_long_after_it_was_passed() {
        ChainProgress passed = own.chain.goOn(ChainProgress.NONE, 4);
        assertThat(passed.lanes()).extracting(LaneEnd::event).containsExactly(6L, 2L);

        own.behindTheTrigger("delete from audit_event where id = 6");

        assertThat(toTheEnd(passed).firstBroken()).isEqualTo(6);
    }

    @Test
    void a_lane_gone_while_a_verification_goes_on_is_found_too() {
        ChainProgress passed = own.chain.goOn(ChainProgress.NONE, 4);

        own.behindTheTrigger("delete from audit_event where lane = 3");

        assertThat(toTheEnd(passed).firstBroken()).isEqualTo(6);
    }

    @Test
    void a_row_committed_late_with_a_smaller_number_is_verified_too() throws SQLException {
        ChainProgress passed;
        try (Connection slow = own.dataSource.getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("select set_config('designations.audit_lane', '2', true)");
            statement.execute("insert into audit_event (at, operation, subject_type, subject_id)"
                    + " values (now(), 'late', 'subject', 's1')");
            write(5);
            passed = own.wholeChain(100);
            assertThat(passed.events()).isEqualTo(8);
            slow.commit();
        }

        ChainProgress whole = toTheEnd(passed);
        assertThat(own.jdbc.queryForObject("select id from audit_event where operation = 'late'", Long.class))
                .as("before the last one")
                .isEqualTo(8);
        assertThat(whole.events()).isEqualTo(9);
        assertThat(whole.firstBroken()).isNull();
    }

    private ChainProgress toTheEnd(ChainProgress passed) {
        ChainProgress done = own.chain.goOn(passed, 2);
        while (!done.whole()) {
            done = own.chain.goOn(done, 2);
        }
        return done;
    }

    private AuditVerification compared() {
        return own.compare(anchors.kept());
    }

    private void write(int lane) {
        own.inLane(lane, "op");
    }
}
