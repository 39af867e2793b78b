package be.designations.casework.persistence;

import be.designations.casework.CaseId;
import be.designations.casework.ProcessProgress;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        record Step(String process, String id, boolean active) {}
        Map<String, List<Step>> steps = jdbc
                .sql("""
                        select process_key, step, left_at is null as active from process_step
                         where case_id = :case and not cancelled order by id""")
                .param("case", caseId.value())
                .query((row, number) ->
                        new Step(row.getString("process_key"), row.getString("step"), row.getBoolean("active")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Step::process, TreeMap::new, Collectors.toList()));
        Map<String, Steps> byProcess = new TreeMap<>();
        steps.forEach((process, passed) -> byProcess.put(
                process,
                new Steps(
                        passed.stream().filter(Step::active).map(Step::id).collect(Collectors.toSet()),
                        passed.stream()
                                .filter(step -> !step.active())
                                .map(Step::id)
                                .collect(Collectors.toSet()))));
        return byProcess;
    }
}
