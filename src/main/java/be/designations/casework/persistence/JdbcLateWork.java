package be.designations.casework.persistence;

import be.designations.calendar.Days;
import be.designations.casework.CaseTypes;
import be.designations.casework.DossierNumber;
import be.designations.casework.LateWork;
import be.designations.casework.Place;
import be.designations.casework.WorkItemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLateWork implements LateWork {

    private final JdbcClient jdbc;
    private final CaseTypes types;

    JdbcLateWork(JdbcClient jdbc, CaseTypes types) {
        this.jdbc = jdbc;
        this.types = types;
    }

    @Override
    public List<Line> read(Query query, @Nullable Place from, Direction direction, int size) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("desk", query.desk().name(), "now", Timestamp.from(query.now()), "size", size));
        KeyOrder order = KeyOrder.of(true, direction);
        String place = order.from(from, "due_at", "id", parameters);
        return jdbc.sql("""
                        select w.id, w.kind, w.assigned_at, w.created_at, w.due_at, w.reminded_at, w.overdue_at,
                               c.dossier_number, %1$s, p.first_name || ' ' || p.last_name as assignee_name,
                               x.paused_from, x.paused_until
                          from (select * from work_item
                                 where desk = :desk and done_at is null and due_at <= cast(:now as timestamptz)%2$s
                                 order by %3$s limit :size) w
                          join case_file c on c.id = w.case_id
                          join organisation o on o.id = w.organisation_id
                          left join person p on p.id = w.assignee_id
                         cross join lateral (select array_agg(opened_at order by id) as paused_from,
                                                    array_agg(resolved_at order by id) as paused_until
                                               from case_wait
                                              where case_id = w.case_id and resolved_at is not null) x
                         order by %4$s""".formatted(Columns.NAMES, place, order.by("due_at", "id"), order.by("w.due_at", "w.id")))
                .params(parameters)
                .query((row, number) -> line(row))
                .list();
    }

    private Line line(ResultSet row) throws SQLException {
        return new Line(
                new WorkItemId(row.getObject("id", UUID.class)),
                new DossierNumber(row.getString("dossier_number")),
                types.work(row.getString("kind")),
                Columns.name(row),
                row.getString("assignee_name"),
                Columns.instant(row, "assigned_at"),
                Objects.requireNonNull(Columns.instant(row, "created_at")),
                Objects.requireNonNull(Columns.instant(row, "due_at")),
                Columns.instant(row, "reminded_at"),
                Columns.instant(row, "overdue_at"),
                paused(row));
    }

    private static List<Paused> paused(ResultSet row) throws SQLException {
        List<Paused> paused = new ArrayList<>();
        if (row.getArray("paused_from") != null) {
            Timestamp[] from = (Timestamp[]) row.getArray("paused_from").getArray();
            Timestamp[] until = (Timestamp[]) row.getArray("paused_until").getArray();
            for (int i = 0; i < from.length; i++) {
                paused.add(new Paused(Days.of(from[i].toInstant()), Days.of(until[i].toInstant())));
            }
        }
        return paused;
    }
}
