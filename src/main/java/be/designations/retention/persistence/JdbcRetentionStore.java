package be.designations.retention.persistence;

import be.designations.directory.PersonId;
import be.designations.memory.TransactionMemory;
import be.designations.retention.RetentionKind;
import be.designations.retention.RetentionRun;
import be.designations.retention.RetentionStore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRetentionStore implements RetentionStore {

    private static final TypeReference<Map<RetentionKind, Integer>> BY_KIND = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    JdbcRetentionStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public int count(RetentionKind kind, Instant limit) {
        return jdbc.sql(Expiry.of(kind).counting())
                .param("limit", Timestamp.from(limit))
                .query(Integer.class)
                .single();
    }

    @Override
    public int remove(RetentionKind kind, Instant limit, int size, Instant now) {
        Expiry expiry = Expiry.of(kind);
        String[] ids = jdbc.sql(expiry.locking())
                .param("limit", Timestamp.from(limit))
                .param("size", size)
                .query(String.class)
                .list()
                .toArray(String[]::new);
        if (ids.length == 0) {
            return 0;
        }
        int removed = 0;
        for (String sql : expiry.removing()) {
            StatementSpec statement = jdbc.sql(sql).param("ids", ids);
            removed = (sql.contains(":now") ? statement.param("now", Timestamp.from(now)) : statement).update();
        }
        TransactionMemory.forgetAll();
        return removed;
    }

    @Override
    public void lockRuns() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('retention', 0))")
                .query()
                .listOfRows();
    }

    @Override
    public List<RetentionRun> runs(int size) {
        return jdbc.sql("select * from retention_run order by id desc limit :size")
                .param("size", size)
                .query(this::run)
                .list();
    }

    @Override
    public Optional<RetentionRun> confirmation(String schedule) {
        return jdbc.sql("""
                        select * from retention_run where schedule = :schedule and started_by is not null
                         order by id limit 1""").param("schedule", schedule).query(this::run).optional();
    }

    @Override
    public long begin(String schedule, @Nullable PersonId by, Instant at) {
        return jdbc.sql("""
                        insert into retention_run (schedule, started_at, started_by, alive_at)
                        values (:schedule, :at, :by, :at) returning id""")
                .param("schedule", schedule)
                .param("at", Timestamp.from(at))
                .param("by", by == null ? null : by.value())
                .query(Long.class)
                .single();
    }

    @Override
    public boolean count(long run, RetentionKind kind, int removed, Instant at) {
        return jdbc.sql("""
                        update retention_run
                           set alive_at = :at,
                               removed = removed || jsonb_build_object(cast(:kind as text),
                                   coalesce((removed ->> :kind)::integer, 0) + :removed)
                         where id = :id and ended_at is null""")
                        .param("at", Timestamp.from(at))
                        .param("kind", kind.name())
                        .param("removed", removed)
                        .param("id", run)
                        .update()
                == 1;
    }

    @Override
    public Optional<RetentionRun> end(long run, boolean complete, Instant at) {
        return jdbc.sql("""
                        update retention_run set ended_at = :at, alive_at = :at, complete = :complete
                         where id = :id and ended_at is null returning *""")
                .param("at", Timestamp.from(at))
                .param("complete", complete)
                .param("id", run)
                .query(this::run)
                .optional();
    }

    @Override
    public Optional<RetentionRun> silentSince(Instant at) {
        return jdbc.sql("select * from retention_run where ended_at is null and alive_at <= :at")
                .param("at", Timestamp.from(at))
                .query(this::run)
                .optional();
    }

    private RetentionRun run(ResultSet row, int number) throws SQLException {
        UUID by = row.getObject("started_by", UUID.class);
        Timestamp ended = row.getTimestamp("ended_at");
        return new RetentionRun(
                row.getLong("id"),
                row.getString("schedule"),
                row.getTimestamp("started_at").toInstant(),
                by == null ? null : new PersonId(by),
                ended == null ? null : ended.toInstant(),
                row.getBoolean("complete"),
                removed(row.getString("removed")));
    }

    private Map<RetentionKind, Integer> removed(String text) {
        try {
            return json.readValue(text, BY_KIND);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("counts of a run cannot be read", unreadable);
        }
    }
}
