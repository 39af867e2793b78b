package be.designations.casework.persistence;

import be.designations.casework.CaseId;
import be.designations.casework.ProcessProgress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Repository
class JdbcProcessProgress implements ProcessProgress {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcProcessProgress(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void entered(CaseId caseId, String processKey, String step, Instant at) {
        bufferOfThisTransaction().orElseGet(this::register).entered(caseId, processKey, step, at);
    }

    @Override
    public void left(CaseId caseId, String processKey, String step, boolean cancelled, Instant at) {
        bufferOfThisTransaction().orElseGet(this::register).left(caseId, processKey, step, cancelled, at);
    }

    @Override
    public void write() {
        bufferOfThisTransaction().ifPresent(StepBuffer::write);
    }

    private StepBuffer register() {
        StepBuffer buffer = new StepBuffer(batches);
        TransactionSynchronizationManager.registerSynchronization(buffer);
        return buffer;
    }

    private Optional<StepBuffer> bufferOfThisTransaction() {
        return !TransactionSynchronizationManager.isSynchronizationActive()
                ? Optional.empty()
                : TransactionSynchronizationManager.getSynchronizations().stream()
                        .filter(StepBuffer.class::isInstance)
                        .map(StepBuffer.class::cast)
                        .filter(buffer -> buffer.writesWith(batches))
                        .findFirst();
    }

    @Override
    public Map<String, Steps> of(CaseId caseId) {
        write();
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
