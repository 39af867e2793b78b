package be.designations.imports.persistence;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.imports.ImportFile;
import be.designations.imports.ImportId;
import be.designations.imports.ImportState;
import be.designations.imports.ImportStore;
import be.designations.imports.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcImportStore implements ImportStore {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    JdbcImportStore(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    @Override
    public boolean begin(ImportFile file, List<NewRow> rows) {
        OrganisationId actingFor = file.actor().actingFor();
        int begun = jdbc.sql("""
                        insert into import_file (id, organisation_id, file_name, sha256, row_count, state, person_id, acting_for,
                                                 sign_in_level, brought_at, changed_at, bad)
                        values (:id, :organisation, :name, :sha256, :rows, :state, :person, cast(:actingFor as uuid), :level, :at,
                                :at, :bad)
                        on conflict (organisation_id, sha256) where state <> 'DISCARDED' do nothing""")
                .param("id", file.id().value())
                .param("organisation", file.organisation().value())
                .param("name", file.fileName())
                .param("sha256", file.sha256())
                .param("rows", file.rows())
                .param("state", file.state().name())
                .param("person", file.actor().person().value())
                .param("actingFor", actingFor == null ? null : actingFor.value())
                .param("level", file.actor().level().value())
                .param("at", Timestamp.from(file.broughtAt()))
                .param(
                        "bad",
                        rows.stream().filter(row -> !row.problems().isEmpty()).count())
                .update();
        if (begun == 0) {
            return false;
        }
        batches.batchUpdate("""
                insert into import_row (import_id, line, person_key, cells, state, problems)
                values (?, ?, ?, ?, ?, cast(? as jsonb))""", rows, ROWS_AT_ONCE, (statement, row) -> {
            statement.setObject(1, file.id().value());
            statement.setInt(2, row.line());
            statement.setString(3, row.personKey());
            statement.setArray(
                    4,
                    statement.getConnection().createArrayOf("text", row.cells().toArray()));
            statement.setString(5, row.problems().isEmpty() ? "NEW" : "BAD");
            statement.setString(6, row.problems().isEmpty() ? null : write(row.problems()));
        });
        return true;
    }

    @Override
    public Optional<ImportFile> find(ImportId id) {
        return jdbc.sql("select * from import_file where id = :id")
                .param("id", id.value())
                .query(JdbcImportStore::file)
                .optional();
    }

    @Override
    public Optional<ImportFile> find(OrganisationId organisation, String sha256) {
        return jdbc.sql("""
                        select * from import_file
                         where organisation_id = :organisation and sha256 = :sha256 and state <> 'DISCARDED'""")
                .param("organisation", organisation.value())
                .param("sha256", sha256)
                .query(JdbcImportStore::file)
                .optional();
    }

    @Override
    public List<ImportFile> last(OrganisationId organisation, int size) {
        return jdbc.sql("""
                        select * from import_file where organisation_id = :organisation
                         order by brought_at desc, id desc limit :size""")
                .param("organisation", organisation.value())
                .param("size", size)
                .query(JdbcImportStore::file)
                .list();
    }

    @Override
    public LookedUp lookedUp(PersonId person, Instant since) {
        return jdbc.sql("""
                        select coalesce(sum(missed), 0) as missed, coalesce(sum(strangers), 0) as strangers from import_file
                         where person_id = :person and brought_at > cast(:since as timestamptz)""")
                .param("person", person.value())
                .param("since", Timestamp.from(since))
                .query(LookedUp.class)
                .single();
    }

    @Override
    public Optional<ImportFile> lockNext(Set<ImportId> without) {
        return jdbc.sql("""
                        select * from import_file where state in ('CHECKING', 'APPLYING') and id <> all(:without)
                         order by changed_at limit 1 for update skip locked""")
                .param("without", without.stream().map(ImportId::value).toArray(UUID[]::new))
                .query(JdbcImportStore::file)
                .optional();
    }

    @Override
    public Optional<ImportFile> lock(ImportId id) {
        return jdbc.sql("select * from import_file where id = :id for update")
                .param("id", id.value())
                .query(JdbcImportStore::file)
                .optional();
    }

    @Override
    public List<Row> next(ImportFile file, int size) {
        String waiting = file.state() == ImportState.APPLYING ? "GOOD" : "NEW";
        return jdbc.sql("""
                        select line, person_key, cells from import_row
                         where import_id = :id and state = :state
                           and person_key <= coalesce(
                               (select person_key from import_row where import_id = :id and state = :state
                                 order by person_key, line offset :size limit 1),
                               'x')
                         order by person_key, line""")
                .param("id", file.id().value())
                .param("state", waiting)
                .param("size", size - 1)
                .query((row, number) -> new Row(row.getInt("line"), row.getString("person_key"), List.of((String[])
                        row.getArray("cells").getArray())))
                .list();
    }

    @Override
    public void settle(ImportId id, List<Outcome> outcomes, LookedUp found, Instant at) {
        batches.batchUpdate(
                "update import_row set state = ?, problems = cast(? as jsonb) where import_id = ? and line = ?",
                outcomes,
                ROWS_AT_ONCE,
                (statement, outcome) -> {
                    statement.setString(1, outcome.outcome().name());
                    statement.setString(2, outcome.problems().isEmpty() ? null : write(outcome.problems()));
                    statement.setObject(3, id.value());
                    statement.setInt(4, outcome.line());
                });
        Map<RowOutcome, Integer> counted = new EnumMap<>(RowOutcome.class);
        outcomes.forEach(outcome -> counted.merge(outcome.outcome(), 1, Integer::sum));
        jdbc.sql("""
                        update import_file
                           set good = good + :good, needless = needless + :needless, bad = bad + :bad, done = done + :done,
                               refused = refused + :refused, missed = missed + :missed,
                               strangers = strangers + :strangers, changed_at = :at
                         where id = :id""")
                .param("missed", found.missed())
                .param("strangers", found.strangers())
                .param("good", counted.getOrDefault(RowOutcome.GOOD, 0))
                .param("needless", counted.getOrDefault(RowOutcome.NEEDLESS, 0))
                .param("bad", counted.getOrDefault(RowOutcome.BAD, 0))
                .param("done", counted.getOrDefault(RowOutcome.DONE, 0))
                .param("refused", counted.getOrDefault(RowOutcome.REFUSED, 0))
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    @Override
    public void become(ImportId id, ImportState state, Actor actor, Instant at) {
        OrganisationId actingFor = actor.actingFor();
        jdbc.sql("""
                        update import_file
                           set state = :state, person_id = :person, acting_for = cast(:actingFor as uuid), sign_in_level = :level,
                               confirmed_at = case when :state = 'APPLYING' then :at else confirmed_at end, changed_at = :at
                         where id = :id""")
                .param("state", state.name())
                .param("person", actor.person().value())
                .param("actingFor", actingFor == null ? null : actingFor.value())
                .param("level", actor.level().value())
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    @Override
    public List<Refused> refused(ImportId id, int afterLine, int size) {
        return jdbc.sql("""
                        select line, problems from import_row
                         where import_id = :id and state in ('BAD', 'REFUSED') and line > :after
                         order by line limit :size""")
                .param("id", id.value())
                .param("after", afterLine)
                .param("size", size)
                .query((row, number) -> refused(row))
                .list();
    }

    @Override
    public void eachRefused(ImportId id, Consumer<Refused> reader) {
        int after = 0;
        List<Refused> page;
        do {
            page = refused(id, after, ROWS_AT_ONCE);
            page.forEach(reader);
            after = page.isEmpty() ? after : page.get(page.size() - 1).line();
        } while (page.size() == ROWS_AT_ONCE);
    }

    private Refused refused(ResultSet row) throws SQLException {
        return new Refused(row.getInt("line"), read(row.getString("problems")));
    }

    private String write(List<Problem> problems) {
        try {
            return json.writeValueAsString(problems);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Problem> read(@Nullable String problems) {
        try {
            return problems == null ? List.of() : json.readValue(problems, PROBLEMS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ImportFile file(ResultSet row, int number) throws SQLException {
        UUID actingFor = row.getObject("acting_for", UUID.class);
        Timestamp confirmed = row.getTimestamp("confirmed_at");
        return new ImportFile(
                new ImportId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getInt("row_count"),
                ImportState.valueOf(row.getString("state")),
                new Actor(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        actingFor == null ? null : new OrganisationId(actingFor),
                        new SignInLevel(row.getInt("sign_in_level"))),
                row.getTimestamp("brought_at").toInstant(),
                confirmed == null ? null : confirmed.toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                new ImportFile.Counts(
                        row.getInt("good"),
                        row.getInt("needless"),
                        row.getInt("bad"),
                        row.getInt("done"),
                        row.getInt("refused"),
                        row.getInt("missed")),
                row.getTimestamp("emptied_at") != null);
    }
}
