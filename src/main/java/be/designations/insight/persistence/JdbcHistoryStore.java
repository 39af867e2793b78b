package be.designations.insight.persistence;

import be.designations.access.BasisId;
import be.designations.directory.PersonId;
import be.designations.identifier.Niss;
import be.designations.insight.Grounds;
import be.designations.insight.NamedPerson;
import be.designations.insight.history.Change;
import be.designations.insight.history.Effect;
import be.designations.insight.history.HistoryLine;
import be.designations.insight.history.HistoryStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHistoryStore implements HistoryStore {

    private static final int FETCH_SIZE = 500;

    private final JdbcClient jdbc;
    private final JdbcClient streaming;
    private final JdbcConfirmations confirmations;

    JdbcHistoryStore(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.confirmations = new JdbcConfirmations(jdbc);
        // Without a fetch size the driver reads a whole result into memory.
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCH_SIZE);
        this.streaming = JdbcClient.create(template);
    }

    @Override
    public Page page(Query query, @Nullable Cursor cursor, int size) {
        boolean backward = cursor != null && cursor.backward();
        var sql = HistorySql.page(query, cursor);
        List<Counted> found = jdbc.sql(sql.text())
                .params(sql.parameters())
                .param("limit", size + 1)
                .query((row, number) -> new Counted(line(row), row.getLong("total")))
                .list();
        boolean more = found.size() > size;
        List<Counted> shown = new ArrayList<>(more ? found.subList(0, size) : found);
        if (backward) {
            Collections.reverse(shown);
        }
        List<HistoryLine> lines = confirmed(shown.stream().map(Counted::line).toList(), query.at());
        if (lines.isEmpty()) {
            return new Page(lines, 0, null, null);
        }
        boolean hasPrevious = backward ? more : cursor != null;
        boolean hasNext = backward || more;
        return new Page(
                lines,
                shown.get(0).total(),
                hasPrevious ? new Cursor(lines.get(0).fact().id(), true) : null,
                hasNext ? new Cursor(lines.get(lines.size() - 1).fact().id(), false) : null);
    }

    private record Counted(HistoryLine line, long total) {}

    @Override
    public void each(Query query, Consumer<HistoryLine> line) {
        var sql = HistorySql.all(query);
        try (Stream<HistoryLine> lines =
                streaming.sql(sql.text()).params(sql.parameters()).query((row, number) -> line(row)).stream()) {
            lines.forEach(line);
        }
    }

    @Override
    public Optional<Grounds> decision(BasisId id) {
        return jdbc.sql("select " + GroundsColumns.columns("b") + " from (values (cast(:id as uuid))) asked (id)"
                        + GroundsColumns.join("b", "asked.id") + "where b.id is not null")
                .param("id", id.value())
                .query((row, number) -> GroundsColumns.read(row, "b"))
                .optional();
    }

    @Override
    public Effects effects(BasisId decision, Reader reader, int size) {
        var sql = DecisionSql.effects(decision, reader);
        var total = new long[1];
        List<EffectLine> lines = jdbc.sql(sql.text())
                .params(sql.parameters())
                .param("limit", size)
                .query((row, number) -> {
                    total[0] = row.getLong("total");
                    return new EffectLine(Effect.valueOf(row.getString("effect")), line(row));
                })
                .list();
        return new Effects(lines, total[0]);
    }

    private List<HistoryLine> confirmed(List<HistoryLine> lines, Instant at) {
        Map<UUID, List<Grounds>> found =
                confirmations.of(lines.stream().map(line -> line.fact().id()).toList(), at);
        return lines.stream()
                .map(line -> new HistoryLine(
                        line.person(),
                        JdbcPersonFacts.confirmed(
                                line.fact(), found.getOrDefault(line.fact().id(), List.of())),
                        line.change(),
                        line.block(),
                        line.dossiers()))
                .toList();
    }

    private static HistoryLine line(ResultSet row) throws SQLException {
        String change = row.getString("change");
        return new HistoryLine(
                new NamedPerson(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("person_name"),
                        Niss.of(row.getString("niss"))),
                JdbcPersonFacts.fact(row),
                change == null ? null : Change.valueOf(change),
                GroundsColumns.readIfAny(row, "x"),
                false);
    }
}
