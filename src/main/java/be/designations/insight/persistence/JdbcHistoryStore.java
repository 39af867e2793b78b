package be.designations.insight.persistence;

import be.designations.access.BasisId;
import be.designations.insight.Grounds;
import be.designations.insight.history.Change;
import be.designations.insight.history.Effect;
import be.designations.insight.history.HistoryLine;
import be.designations.insight.history.HistoryStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
        var total = new long[1];
        List<HistoryLine> found = jdbc.sql(sql.text())
                .params(sql.parameters())
                .param("limit", size + 1)
                .query((row, number) -> {
                    total[0] = row.getLong("total");
                    return line(row);
                })
                .list();
        Slice<HistoryLine> page = Slice.of(found, size, cursor == null, backward);
        return new Page(
                confirmed(page.lines(), query.at()),
                total[0],
                page.previous(line -> new Cursor(line.fact().id(), true)),
                page.next(line -> new Cursor(line.fact().id(), false)));
    }

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
                        line.fact().confirmedBy(found.getOrDefault(line.fact().id(), List.of())),
                        line.change(),
                        line.block(),
                        line.dossiers()))
                .toList();
    }

    private static HistoryLine line(ResultSet row) throws SQLException {
        String change = row.getString("change");
        return new HistoryLine(
                JdbcQualityUsers.person(row),
                JdbcPersonFacts.fact(row),
                change == null ? null : Change.valueOf(change),
                GroundsColumns.readIfAny(row, "x"),
                false);
    }
}
