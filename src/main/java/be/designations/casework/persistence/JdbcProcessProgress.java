package be.designations.casework.persistence;

import be.designations.casework.CaseId;
import be.designations.casework.ProcessProgress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProcessProgress implements ProcessProgress {

    private final JdbcClient jdbc;

    JdbcProcessProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void entered(CaseId caseId, String processKey, String step, Instant at) {
        jdbc.sql("""
                        insert into process_step (case_id, process_key, step, entered_at)
                        values (:case, :process, :step, :at)""")
                .param("case", caseId.value())
                .param("process", processKey)
                .param("step", step)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public void left(CaseId caseId, String processKey, String step, boolean cancelled, Instant at) {
        jdbc.sql("""
                        update process_step set left_at = :at, cancelled = :cancelled
                         where case_id = :case and process_key = :process and step = :step and left_at is null""")
                .param("at", Timestamp.from(at))
                .param("cancelled", cancelled)
                .param("case", caseId.value())
                .param("process", processKey)
                .param("step", step)
                .update();
    }

    @Override
    public Map<String, Steps> of(CaseId caseId) {
        return jdbc
                .sql("""
                        select process_key,
                               coalesce(array_agg(distinct step) filter (where left_at is null), '{}') as active,
                               coalesce(array_agg(distinct step) filter (where left_at is not null), '{}') as done
                          from process_step where case_id = :case and not cancelled group by process_key""")
                .param("case", caseId.value())
                .query((row, number) ->
                        Map.entry(row.getString("process_key"), new Steps(ids(row, "active"), ids(row, "done"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    private static Set<String> ids(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }
}
