package be.designations.casework.persistence;

import be.designations.casework.CaseId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;

/** The steps that the processes of one transaction have come through since they were last written. */
final class StepBuffer implements TransactionSynchronization {

    private static final int BATCH_SIZE = 500;

    private final JdbcTemplate jdbc;
    private final List<Step> entered = new ArrayList<>();
    private final List<Step> left = new ArrayList<>();

    StepBuffer(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean writesWith(JdbcTemplate other) {
        return jdbc == other;
    }

    void entered(CaseId caseId, String process, String step, Instant at) {
        entered.add(new Step(caseId, process, step, at, null, false));
    }

    /** The engine tells of a start event twice, that it is left once. */
    void left(CaseId caseId, String process, String step, boolean cancelled, Instant at) {
        boolean enteredBefore = true;
        for (int i = 0; i < entered.size(); i++) {
            Step open = entered.get(i);
            if (open.leftAt() == null && open.is(caseId, process, step)) {
                entered.set(i, new Step(caseId, process, step, open.enteredAt(), at, cancelled));
                enteredBefore = false;
            }
        }
        if (enteredBefore) {
            left.add(new Step(caseId, process, step, null, at, cancelled));
        }
    }

    /** First those that were entered before: a step may be left and entered again. */
    void write() {
        jdbc.batchUpdate("""
                update process_step set left_at = ?, cancelled = ?
                 where case_id = ? and process_key = ? and step = ? and left_at is null""", left, BATCH_SIZE, (row, step) -> {
            row.setTimestamp(1, timestamp(step.leftAt()));
            row.setBoolean(2, step.cancelled());
            row.setObject(3, step.caseId().value());
            row.setString(4, step.process());
            row.setString(5, step.step());
        });
        jdbc.batchUpdate("""
                insert into process_step (case_id, process_key, step, entered_at, left_at, cancelled)
                values (?, ?, ?, ?, ?, ?)""", entered, BATCH_SIZE, (row, step) -> {
            row.setObject(1, step.caseId().value());
            row.setString(2, step.process());
            row.setString(3, step.step());
            row.setTimestamp(4, timestamp(step.enteredAt()));
            row.setTimestamp(5, timestamp(step.leftAt()));
            row.setBoolean(6, step.cancelled());
        });
        left.clear();
        entered.clear();
    }

    /** Before the audit log, for which others may wait. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        write();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private record Step(
            CaseId caseId,
            String process,
            String step,
            @Nullable Instant enteredAt,
            @Nullable Instant leftAt,
            boolean cancelled) {

        boolean is(CaseId otherCase, String otherProcess, String otherStep) {
            return caseId.equals(otherCase) && process.equals(otherProcess) && step.equals(otherStep);
        }
    }
}
