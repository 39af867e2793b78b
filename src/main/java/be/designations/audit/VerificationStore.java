package be.designations.audit;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of verifications. An index lets none begin while another one goes on. */
@Component
class VerificationStore {

    private final JdbcClient jdbc;

    VerificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was begun: not while another one goes on, nor when there is one that the actor has not seen */
    boolean begin(Actor actor, @Nullable String anchor, @Nullable Long seen, long expected, Instant at) {
        OrganisationId actingFor = actor.actingFor();
        return jdbc.sql("""
                        insert into audit_verification (started_at, started_by, acting_for, anchor, expected)
                        select :at, :by, cast(:for as uuid), cast(:anchor as text), :expected
                         where not exists (select from audit_verification where id > :seen)
                        on conflict do nothing""")
                        .param("at", Timestamp.from(at))
                        .param("by", actor.person().value())
                        .param("for", actingFor == null ? null : actingFor.value())
                        .param("anchor", anchor)
                        .param("expected", expected)
                        .param("seen", seen == null ? 0 : seen)
                        .update()
                == 1;
    }

    /** The one that goes on, kept from other nodes until the transaction ends; none while another node carries it out. */
    Optional<VerificationRun> open() {
        return jdbc.sql("select * from audit_verification where ended_at is null limit 1 for update skip locked")
                .query(VerificationStore::run)
                .optional();
    }

    /** How far it has come. */
    ChainProgress progress(VerificationRun run) {
        List<LaneEnd> lanes =
                jdbc.sql("""
                        select lane, place, event, encode(hash, 'hex') as hash from audit_verification_lane
                         where verification = :id order by lane""").param("id", run.id()).query(LaneEnd.class).list();
        return new ChainProgress(run.found().events(), lanes, run.found().firstBroken(), false);
    }

    void advance(long id, ChainProgress progress) {
        jdbc.sql("update audit_verification set events = :events, first_broken = :broken where id = :id")
                .param("events", progress.events())
                .param("broken", progress.firstBroken())
                .param("id", id)
                .update();
        List<LaneEnd> lanes = progress.lanes();
        jdbc.sql("""
                        insert into audit_verification_lane (verification, lane, place, event, hash)
                        select :id, lane, place, event, decode(hash, 'hex')
                          from unnest(cast(:lanes as smallint[]), cast(:places as bigint[]), cast(:events as bigint[]),
                                      cast(:hashes as text[])) as ended(lane, place, event, hash)
                        on conflict (verification, lane) do update
                           set place = excluded.place, event = excluded.event, hash = excluded.hash
                         where audit_verification_lane.place <> excluded.place""")
                .param("id", id)
                .param("lanes", lanes.stream().map(LaneEnd::lane).toArray(Integer[]::new))
                .param("places", lanes.stream().map(LaneEnd::place).toArray(Long[]::new))
                .param("events", lanes.stream().map(LaneEnd::event).toArray(Long[]::new))
                .param("hashes", lanes.stream().map(LaneEnd::hash).toArray(String[]::new))
                .update();
    }

    void end(long id, AuditVerification found, Instant at) {
        UnmetAnchor unmet = found.unmet();
        jdbc.sql("""
                        update audit_verification
                           set ended_at = :at, head = :head, anchors = :anchors, forged = :forged, unread = :unread,
                               unmet_events = :unmetEvents, unmet_head = :unmetHead, unmet_at = :unmetAt,
                               unmet_missing = :unmetMissing
                         where id = :id""")
                .param("at", Timestamp.from(at))
                .param("head", found.head())
                .param("anchors", found.anchors())
                .param("forged", found.forged())
                .param("unread", found.unread())
                .param("unmetEvents", unmet == null ? null : unmet.events())
                .param("unmetHead", unmet == null ? null : unmet.head())
                .param("unmetAt", unmet == null ? null : Timestamp.from(unmet.at()))
                .param("unmetMissing", unmet == null ? null : unmet.missing())
                .param("id", id)
                .update();
    }

    /** The last ones, the newest first. */
    List<VerificationRun> runs(int size) {
        return jdbc.sql("select * from audit_verification order by id desc limit :size")
                .param("size", size)
                .query(VerificationStore::run)
                .list();
    }

    private static VerificationRun run(ResultSet row, int number) throws SQLException {
        UUID actingFor = row.getObject("acting_for", UUID.class);
        Timestamp ended = row.getTimestamp("ended_at");
        Timestamp unmetAt = row.getTimestamp("unmet_at");
        return new VerificationRun(
                row.getLong("id"),
                row.getTimestamp("started_at").toInstant(),
                new PersonId(row.getObject("started_by", UUID.class)),
                actingFor == null ? null : new OrganisationId(actingFor),
                row.getString("anchor"),
                row.getLong("expected"),
                ended == null ? null : ended.toInstant(),
                new AuditVerification(
                        row.getLong("events"),
                        row.getObject("first_broken", Long.class),
                        row.getString("head"),
                        row.getInt("anchors"),
                        unmetAt == null
                                ? null
                                : new UnmetAnchor(
                                        row.getLong("unmet_events"),
                                        row.getString("unmet_head"),
                                        unmetAt.toInstant(),
                                        row.getLong("unmet_missing")),
                        row.getInt("forged"),
                        row.getBoolean("unread")));
    }
}
