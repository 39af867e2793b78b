package be.designations.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Inserts events in one batch; the table's own trigger finds them a lane, numbers and chains them. */
@Component
class AuditWriter {
    private static final int BATCH_SIZE = 500;
    private final JdbcOperations jdbc;

    AuditWriter(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<RecordedEvent> events) {
        jdbc.batchUpdate("""
                insert into audit_event (at, actor_person, acting_for, on_behalf_of, operation, subject_type, subject_id,
                                         before, after, basis_id, trace_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, events, BATCH_SIZE, AuditWriter::bind);
    }

    private static void bind(PreparedStatement statement, RecordedEvent recorded) throws SQLException {
        AuditEvent event = recorded.event();
        set(statement, 1, recorded.at().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        set(statement, 2, event.actorPerson());
        set(statement, 3, event.actingFor());
        set(statement, 4, event.onBehalfOf());
        set(statement, 5, event.operation());
        set(statement, 6, event.subjectType());
        set(statement, 7, event.subjectId());
        statement.setObject(8, recorded.before(), Types.OTHER);
        statement.setObject(9, recorded.after(), Types.OTHER);
        set(statement, 10, event.basisId());
        set(statement, 11, event.traceId());
    }

    private static void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        statement.setObject(index, value);
    }
}
