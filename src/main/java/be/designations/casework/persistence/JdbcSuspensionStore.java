package be.designations.casework.persistence;

import be.designations.casework.Suspension;
import be.designations.casework.SuspensionStore;
import be.designations.directory.InEachLanguage;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSuspensionStore implements SuspensionStore {

    private final JdbcClient jdbc;

    JdbcSuspensionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Suspension> current() {
        return jdbc.sql("select * from process_suspension where resumed_at is null order by process_key")
                .query(JdbcSuspensionStore::suspension)
                .list();
    }

    @Override
    public List<Suspension> last(int most) {
        return jdbc.sql("select * from process_suspension order by suspended_at desc, id limit :most")
                .param("most", most)
                .query(JdbcSuspensionStore::suspension)
                .list();
    }

    @Override
    public boolean add(Suspension suspension) {
        return jdbc.sql("""
                        insert into process_suspension
                            (id, process_key, message_fr, message_nl, message_de, message_en, reason, suspended_at, suspended_by)
                        values (:id, :process, :fr, :nl, :de, :en, :reason, :at, :by)
                        on conflict (process_key) where resumed_at is null do nothing""")
                        .param("id", suspension.id())
                        .param("process", suspension.process())
                        .param("fr", suspension.message().fr())
                        .param("nl", suspension.message().nl())
                        .param("de", suspension.message().de())
                        .param("en", suspension.message().en())
                        .param("reason", suspension.reason())
                        .param("at", Timestamp.from(suspension.since()))
                        .param("by", suspension.by().value())
                        .update()
                == 1;
    }

    @Override
    public boolean end(Suspension suspension, Instant at, PersonId by) {
        return jdbc.sql("""
                        update process_suspension set resumed_at = :at, resumed_by = :by
                         where id = :id and resumed_at is null""")
                        .param("at", Timestamp.from(at))
                        .param("by", by.value())
                        .param("id", suspension.id())
                        .update()
                == 1;
    }

    private static Suspension suspension(ResultSet row, int number) throws SQLException {
        Timestamp resumed = row.getTimestamp("resumed_at");
        return new Suspension(
                row.getObject("id", UUID.class),
                row.getString("process_key"),
                new InEachLanguage(
                        row.getString("message_fr"),
                        row.getString("message_nl"),
                        row.getString("message_de"),
                        row.getString("message_en")),
                row.getString("reason"),
                row.getTimestamp("suspended_at").toInstant(),
                Objects.requireNonNull(Columns.person(row, "suspended_by")),
                resumed == null ? null : resumed.toInstant(),
                Columns.person(row, "resumed_by"));
    }
}
