package be.designations.upkeep;

import be.designations.audit.NissMask;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
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
import org.springframework.stereotype.Component;

/** The rows of runs and of their items. */
@Component
class RunStore {

    private static final int LONGEST_DETAIL = 1000;
    private static final TypeReference<Map<String, String>> CODES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RunStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param seen the last run of that kind that the actor saw, 0 for none
     * @return its id; nothing when there is one that they have not seen, begun by their own first click or by a colleague
     */
    Optional<Long> begin(
            Actor actor,
            RunKind kind,
            long seen,
            Map<String, String> asked,
            List<RunItem> items,
            int expected,
            Instant at) {
        OrganisationId actingFor = actor.actingFor();
        Optional<Long> begun = jdbc.sql("""
                        insert into support_run (kind, seen, started_at, started_by, acting_for, asked, expected)
                        select :kind, :seen, :at, :by, cast(:for as uuid), cast(:asked as jsonb), :expected
                         where not exists (select from support_run where kind = :kind and id > :seen)
                        on conflict do nothing returning id""")
                .param("kind", kind.code())
                .param("seen", seen)
                .param("at", Timestamp.from(at))
                .param("by", actor.person().value())
                .param("for", actingFor == null ? null : actingFor.value())
                .param("asked", written(asked))
                .param("expected", expected)
                .query(Long.class)
                .optional();
        begun.filter(run -> !items.isEmpty()).ifPresent(run -> jdbc.sql("""
                                insert into support_run_item (run, place, subject, dossier)
                                select :run, place, subject, dossier
                                  from unnest(cast(:places as integer[]), cast(:subjects as text[]), cast(:dossiers as text[]))
                                       as item(place, subject, dossier)""")
                .param("run", run)
                .param("places", items.stream().map(RunItem::place).toArray(Integer[]::new))
                .param("subjects", items.stream().map(RunItem::subject).toArray(String[]::new))
                .param("dossiers", items.stream().map(RunItem::dossier).toArray(String[]::new))
                .update());
        return begun;
    }

    void expect(long run, int expected) {
        jdbc.sql("update support_run set expected = :expected where id = :run")
                .param("expected", expected)
                .param("run", run)
                .update();
    }

    Optional<SupportRun> find(long id) {
        return jdbc.sql("select * from support_run where id = :id")
                .param("id", id)
                .query(this::run)
                .optional();
    }

    Optional<SupportRun> last(RunKind kind) {
        return jdbc.sql("select * from support_run where kind = :kind order by id desc limit 1")
                .param("kind", kind.code())
                .query(this::run)
                .optional();
    }

    /** Those that go on, the first first. */
    List<SupportRun> open() {
        return jdbc.sql("select * from support_run where ended_at is null order by id")
                .query(this::run)
                .list();
    }

    List<RunItem> waiting(SupportRun run, int size) {
        return jdbc.sql("""
                        select place, subject, dossier, failure, detail from support_run_item
                         where run = :run and settled_at is null order by place limit :size""")
                .param("run", run.id())
                .param("size", size)
                .query(RunItem.class)
                .list();
    }

    List<RunItem> failed(long run, int after, int size) {
        return jdbc.sql("""
                        select place, subject, dossier, failure, detail from support_run_item
                         where run = :run and failure is not null and place > :after order by place limit :size""")
                .param("run", run)
                .param("after", after)
                .param("size", size)
                .query(RunItem.class)
                .list();
    }

    /** Notes what became of an item, once. */
    void settle(SupportRun run, RunItem item, RunWork.@Nullable Failure failure, Instant at) {
        jdbc.sql("""
                        with settled as (
                            update support_run_item set settled_at = :at, failure = :failure, detail = :detail
                             where run = :run and place = :place and settled_at is null returning place)
                        update support_run
                           set done = done + case when cast(:failure as text) is null then 1 else 0 end,
                               failed = failed + case when cast(:failure as text) is null then 0 else 1 end
                         where id = :run and exists (select from settled)""")
                .param("at", Timestamp.from(at))
                .param("failure", failure == null ? null : failure.code())
                .param("detail", failure == null ? null : detail(failure.detail()))
                .param("run", run.id())
                .param("place", item.place())
                .update();
    }

    /** @return whether this ended it */
    boolean end(SupportRun run, Instant at) {
        return jdbc.sql("""
                        update support_run set ended_at = :at, done = :done, failed = :failed
                         where id = :id and ended_at is null""")
                        .param("at", Timestamp.from(at))
                        .param("done", run.done())
                        .param("failed", run.failed())
                        .param("id", run.id())
                        .update()
                == 1;
    }

    private static String detail(String words) {
        String masked = NissMask.mask(words);
        return masked.substring(0, Math.min(masked.length(), LONGEST_DETAIL));
    }

    private SupportRun run(ResultSet row, int number) throws SQLException {
        UUID actingFor = row.getObject("acting_for", UUID.class);
        Timestamp ended = row.getTimestamp("ended_at");
        return new SupportRun(
                row.getLong("id"),
                RunKind.ofCode(row.getString("kind")),
                row.getTimestamp("started_at").toInstant(),
                new PersonId(row.getObject("started_by", UUID.class)),
                actingFor == null ? null : new OrganisationId(actingFor),
                read(row.getString("asked")),
                row.getInt("expected"),
                row.getInt("done"),
                row.getInt("failed"),
                ended == null ? null : ended.toInstant());
    }

    private String written(Map<String, String> asked) {
        try {
            return json.writeValueAsString(asked);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> read(String asked) {
        try {
            return json.readValue(asked, CODES);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }
}
