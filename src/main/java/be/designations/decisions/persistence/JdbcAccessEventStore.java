package be.designations.decisions.persistence;

import be.designations.decisions.AccessEvent;
import be.designations.decisions.AccessEventStore;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads on the connections of decisions, however often it is polled; writes on those of everybody. */
@Repository
class JdbcAccessEventStore implements AccessEventStore {

    private static final String BEGIN_ANEW = "{\"begin_anew\": true}";

    private final JdbcClient reads;
    private final JdbcClient jdbc;

    JdbcAccessEventStore(@Qualifier(DecisionPool.NAME) DataSource decisions, JdbcClient jdbc) {
        this.reads = JdbcClient.create(decisions);
        this.jdbc = jdbc;
    }

    @Override
    public boolean follows(String clientId) {
        return reads.sql("select follows_changes from registered_application where client_id = :client")
                .param("client", clientId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    public List<AccessEvent> waiting(String clientId, int most) {
        return reads.sql("""
                        select jti, person_id, at, change::text from access_event
                         where client_id = :client order by id limit :most""")
                .param("client", clientId)
                .param("most", most)
                .query(JdbcAccessEventStore::event)
                .list();
    }

    private static AccessEvent event(ResultSet row, int number) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        return new AccessEvent(
                row.getObject("jti", UUID.class),
                person == null ? null : new PersonId(person),
                row.getTimestamp("at").toInstant(),
                row.getString("change"));
    }

    @Override
    public void acknowledge(String clientId, Collection<UUID> events) {
        jdbc.sql("delete from access_event where client_id = :client and jti = any(:events)")
                .param("client", clientId)
                .param("events", events.toArray(UUID[]::new))
                .update();
    }

    @Override
    public void beginAnew(String clientId) {
        jdbc.sql("insert into access_event (client_id, change) values (:client, cast(:change as jsonb))")
                .param("client", clientId)
                .param("change", BEGIN_ANEW)
                .update();
    }

    @Override
    public int forget(Instant before, int most) {
        return jdbc.sql("""
                        with gone as (
                            delete from access_event
                             where id in (select id from access_event where at < cast(:before as timestamptz) order by at limit :most)
                            returning client_id),
                        told as (
                            insert into access_event (client_id, change)
                            select distinct gone.client_id, cast(:change as jsonb)
                              from gone join registered_application app using (client_id)
                             where app.follows_changes and app.closed_at is null
                               and not exists (select from access_event known
                                                where known.client_id = gone.client_id and known.change -> 'begin_anew' is not null
                                                  and known.at >= cast(:before as timestamptz)))
                        select count(*) from gone""")
                .param("before", Timestamp.from(before))
                .param("most", most)
                .param("change", BEGIN_ANEW)
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<String> key() {
        return jdbc.sql("select jwk from event_key order by made_at limit 1")
                .query(String.class)
                .optional();
    }

    @Override
    @Transactional
    public void addKey(String kid, String jwk, Instant at) {
        jdbc.sql("lock table event_key in exclusive mode").update();
        jdbc.sql("""
                        insert into event_key (kid, jwk, made_at)
                        select :kid, :jwk, :at where not exists (select from event_key)""")
                .param("kid", kid)
                .param("jwk", jwk)
                .param("at", Timestamp.from(at))
                .update();
    }
}
