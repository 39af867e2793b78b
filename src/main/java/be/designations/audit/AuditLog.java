package be.designations.audit;

import be.designations.export.Csv;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Records what operations did, and lets it be searched and exported. */
@Service
public class AuditLog {

    /** The diagnostic context's key of the trace id that an event gets which brings none. */
    public static final String TRACE_ID = "traceId";

    private static final int LARGEST_PAGE = 500;
    private static final int FETCH_SIZE = 500;

    private final JdbcClient jdbc;
    private final AuditWriter writer;
    private final Clock clock;
    private final ObjectMapper json;

    AuditLog(DataSource dataSource, AuditWriter writer, Clock clock, ObjectMapper json) {
        // Without a fetch size the driver reads a whole result into memory.
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCH_SIZE);
        this.jdbc = JdbcClient.create(template);
        this.writer = writer;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Records the event with the running transaction: written as its last act before commit, gone when it rolls back.
     *
     * <p>The first event of a transaction must not come from a {@code beforeCommit} callback: it would be too late.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void record(AuditEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("an audit event is recorded in the transaction of what it tells of");
        }
        AuditEvent traced = event.traceId() == null ? event.tracedAs(MDC.get(TRACE_ID)) : event;
        RecordedEvent recorded =
                new RecordedEvent(clock.instant(), traced, toJson(event.before()), toJson(event.after()));
        bufferOfThisTransaction().add(recorded);
    }

    /** Whether one of these operations was done to it since then. */
    @Transactional(readOnly = true)
    public boolean wasDone(String subjectType, UUID subject, Instant since, String... operations) {
        return jdbc.sql("""
                        select exists (select from audit_event where subject_type = :type and subject_id = :subject
                                          and at >= cast(:since as timestamptz) and operation = any(:operations))""")
                .param("type", subjectType)
                .param("subject", subject.toString())
                .param("since", Timestamp.from(since))
                .param("operations", operations)
                .query(Boolean.class)
                .single();
    }

    /**
     * Entries that match, newest first.
     *
     * @param after {@link AuditPage#next} of the page before; null for the first page
     * @param size 1 to 500
     */
    @Transactional(readOnly = true)
    public AuditPage search(AuditFilter filter, @Nullable Long after, int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("size must be 1 to " + LARGEST_PAGE);
        }
        Where where = Where.of(filter);
        if (after != null) {
            where.and("(at, id) < (select at, id from audit_event where id = :after)", "after", after);
        }
        List<AuditEntry> found = jdbc.sql(
                        "select * from audit_event" + where + " order by at desc, id desc limit " + (size + 1))
                .params(where.parameters)
                .query(AuditLog::entry)
                .list();
        if (found.size() <= size) {
            return new AuditPage(found, null);
        }
        List<AuditEntry> page = found.subList(0, size);
        return new AuditPage(page, page.get(size - 1).id());
    }

    /**
     * Writes the entries that match as CSV in the order of their numbers, one at a time, so that any number of them fits
     * in memory. Text that a spreadsheet would run as a formula is made harmless.
     *
     * @throws UncheckedIOException when the target does not take it
     */
    @Transactional(readOnly = true)
    public void export(AuditFilter filter, Appendable target) {
        Where where = Where.of(filter);
        try (Stream<AuditEntry> entries = jdbc
                .sql("select * from audit_event" + where + " order by id")
                .params(where.parameters)
                .query(AuditLog::entry)
                .stream()) {
            append(
                    target,
                    Csv.line(
                            "id",
                            "at",
                            "actor_person",
                            "acting_for",
                            "on_behalf_of",
                            "operation",
                            "subject_type",
                            "subject_id",
                            "before",
                            "after",
                            "basis_id",
                            "trace_id",
                            "lane",
                            "place",
                            "hash"));
            entries.forEach(entry -> append(
                    target,
                    Csv.line(
                            entry.id(),
                            entry.at(),
                            entry.actorPerson(),
                            entry.actingFor(),
                            entry.onBehalfOf(),
                            entry.operation(),
                            entry.subjectType(),
                            entry.subjectId(),
                            entry.before(),
                            entry.after(),
                            entry.basisId(),
                            entry.traceId(),
                            entry.lane(),
                            entry.place(),
                            entry.hash())));
        }
    }

    private AuditBuffer bufferOfThisTransaction() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(AuditBuffer.class::isInstance)
                .map(AuditBuffer.class::cast)
                .filter(buffer -> buffer.writesWith(writer))
                .findFirst()
                .orElseGet(() -> {
                    AuditBuffer buffer = new AuditBuffer(writer);
                    TransactionSynchronizationManager.registerSynchronization(buffer);
                    return buffer;
                });
    }

    private @Nullable String toJson(@Nullable Map<String, ?> values) {
        return values == null ? null : NissMask.mask(json.valueToTree(values)).toString();
    }

    private static void append(Appendable target, String line) {
        try {
            target.append(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor_person", UUID.class),
                row.getObject("acting_for", UUID.class),
                row.getObject("on_behalf_of", UUID.class),
                row.getString("operation"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("before"),
                row.getString("after"),
                row.getObject("basis_id", UUID.class),
                row.getString("trace_id"),
                row.getInt("lane"),
                row.getLong("place"),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    /** Only the conditions that are asked for: "is null or" conditions would keep the indexes from being used. */
    private static final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        static Where of(AuditFilter filter) {
            Where where = new Where();
            where.and("subject_type = :subjectType", "subjectType", filter.subjectType());
            where.and("subject_id = :subjectId", "subjectId", filter.subjectId());
            where.and("actor_person = :actorPerson", "actorPerson", filter.actorPerson());
            where.and("on_behalf_of = :onBehalfOf", "onBehalfOf", filter.onBehalfOf());
            where.and("operation = :operation", "operation", filter.operation());
            where.and("at >= :from", "from", inUtc(filter.from()));
            where.and("at < :to", "to", inUtc(filter.to()));
            if (filter.concerning() != null) {
                where.andConcerning(filter.concerning());
            }
            return where;
        }

        private void and(String condition, String name, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                parameters.put(name, value);
            }
        }

        private void andConcerning(AuditFilter.Concerning things) {
            List<String> alternatives = new ArrayList<>();
            if (!things.subjects().isEmpty()) {
                alternatives.add("(subject_type, subject_id) in (:subjects)");
                parameters.put(
                        "subjects",
                        things.subjects().stream()
                                .map(subject -> new Object[] {subject.type(), subject.id()})
                                .toList());
            }
            if (!things.bases().isEmpty()) {
                alternatives.add("basis_id in (:bases)");
                parameters.put("bases", things.bases());
            }
            conditions.add(alternatives.isEmpty() ? "false" : "(" + String.join(" or ", alternatives) + ")");
        }

        private static @Nullable OffsetDateTime inUtc(@Nullable Instant instant) {
            return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
        }

        @Override
        public String toString() {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }
    }
}
