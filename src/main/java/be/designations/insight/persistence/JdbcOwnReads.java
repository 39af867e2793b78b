package be.designations.insight.persistence;

import be.designations.access.CapacityKind;
import be.designations.directory.PersonId;
import be.designations.insight.OwnReads;
import be.designations.insight.OwnReads.Read;
import be.designations.insight.OwnReads.What;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From the audit log, by the index of its subjects. */
@Repository
class JdbcOwnReads implements OwnReads.Store {

    /** A line of the own list only: that of another one would tell something of it. */
    private static final String AFTER = """
             and (e.at, e.id) < (select at, id from audit_event
                                  where id = :after and subject_type = 'person' and subject_id = :subject)""";

    private final JdbcClient jdbc;

    JdbcOwnReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Read> reads(PersonId person, Map<String, What> operations, @Nullable Long after, int size) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("person", person.value());
        parameters.put("subject", person.toString());
        parameters.put("operations", operations.keySet());
        parameters.put("size", size);
        if (after != null) {
            parameters.put("after", after);
        }
        return jdbc.sql("""
                        select e.id, e.at, e.operation, p.first_name || ' ' || p.last_name as reader,
                               e.after ->> 'desk' as desk, e.after ->> 'reason' as reason,
                               o.name_fr as organisation_fr, o.name_nl as organisation_nl, o.name_de as organisation_de
                          from audit_event e
                          join person p on p.id = e.actor_person
                          left join organisation o on o.id = e.acting_for
                         where e.subject_type = 'person' and e.subject_id = :subject and e.operation in (:operations)
                           and e.actor_person <> :person %s
                         order by e.at desc, e.id desc limit :size""".formatted(after == null ? "" : AFTER))
                .params(parameters)
                .query((row, number) -> read(row, operations))
                .list();
    }

    private static Read read(ResultSet row, Map<String, What> operations) throws SQLException {
        String desk = row.getString("desk");
        return new Read(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                Objects.requireNonNull(operations.get(row.getString("operation"))),
                row.getString("reader"),
                desk == null ? null : CapacityKind.valueOf(desk),
                row.getString("organisation_fr") == null ? null : JdbcQualityUsers.translated(row, "organisation"),
                row.getString("reason"));
    }
}
