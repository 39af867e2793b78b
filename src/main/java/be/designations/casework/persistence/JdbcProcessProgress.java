package be.designations.casework.persistence;

import be.designations.casework.CaseId;
import be.designations.casework.ProcessProgress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
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
        Map<String, Map<String, List<Stay>>> stays = new TreeMap<>();
        jdbc.sql("""
                        select process_key, step, entered_at, left_at
                          from process_step where case_id = :case and not cancelled order by id""").param("case", caseId.value()).query(row -> {
            stays.computeIfAbsent(row.getString("process_key"), key -> new TreeMap<>())
                    .computeIfAbsent(row.getString("step"), step -> new ArrayList<>())
                    .add(new Stay(row.getTimestamp("entered_at").toInstant(), Columns.instant(row, "left_at")));
        });
        Map<String, Steps> steps = new TreeMap<>();
        stays.forEach((process, there) -> steps.put(
                process,
                new Steps(
                        named(there, stay -> stay.until() == null),
                        named(there, stay -> stay.until() != null),
                        there)));
        return steps;
    }

    private static Set<String> named(Map<String, List<Stay>> stays, Predicate<Stay> any) {
        return stays.entrySet().stream()
                .filter(step -> step.getValue().stream().anyMatch(any))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
