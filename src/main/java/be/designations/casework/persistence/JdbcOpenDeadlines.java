package be.designations.casework.persistence;

import be.designations.casework.CaseTypes;
import be.designations.casework.Desk;
import be.designations.casework.DossierNumber;
import be.designations.casework.OpenDeadlines;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOpenDeadlines implements OpenDeadlines {

    private final JdbcClient jdbc;
    private final CaseTypes types;

    JdbcOpenDeadlines(JdbcClient jdbc, CaseTypes types) {
        this.jdbc = jdbc;
        this.types = types;
    }

    @Override
    public Set<Instant> ends(Desk desk, Instant from) {
        return moments(
                "select distinct due_at from work_item"
                        + " where desk = :desk and done_at is null and due_at >= cast(:from as timestamptz)",
                desk,
                from);
    }

    @Override
    public Set<Instant> reminders(Desk desk, Instant from) {
        return moments(
                "select distinct remind_at from work_item where desk = :desk and done_at is null"
                        + " and reminded_at is null and remind_at >= cast(:from as timestamptz)",
                desk,
                from);
    }

    private Set<Instant> moments(String statement, Desk desk, Instant from) {
        return new HashSet<>(jdbc.sql(statement)
                .param("desk", desk.name())
                .param("from", Timestamp.from(from))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list());
    }

    @Override
    public int count(Desk desk, Instant from, int most) {
        return jdbc.sql("""
                        select count(*) from (select 1 from work_item where desk = :desk and done_at is null
                                                 and due_at >= cast(:from as timestamptz) limit :most) w""")
                .param("desk", desk.name())
                .param("from", Timestamp.from(from))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Due> first(Desk desk, Instant from, int most) {
        return jdbc.sql("""
                        select c.dossier_number, w.kind, w.due_at, %s
                          from (select case_id, kind, organisation_id, due_at, id from work_item
                                 where desk = :desk and done_at is null and due_at >= cast(:from as timestamptz)
                                 order by due_at, id limit :most) w
                          join case_file c on c.id = w.case_id
                          join organisation o on o.id = w.organisation_id
                         order by w.due_at, w.id""".formatted(Columns.NAMES))
                .param("desk", desk.name())
                .param("from", Timestamp.from(from))
                .param("most", most)
                .query((row, number) -> new Due(
                        new DossierNumber(row.getString("dossier_number")),
                        types.work(row.getString("kind")),
                        Columns.name(row),
                        row.getTimestamp("due_at").toInstant()))
                .list();
    }

    @Override
    public int move(Desk desk, Map<Instant, Instant> ends, Map<Instant, Instant> reminders) {
        move("remind_at", "reminded_at is null", desk, reminders);
        return move("due_at", "overdue_at is null", desk, ends);
    }

    private int move(String column, String untold, Desk desk, Map<Instant, Instant> moments) {
        if (moments.isEmpty()) {
            return 0;
        }
        List<Instant> before = List.copyOf(moments.keySet());
        return jdbc.sql("""
                        update work_item w set %1$s = m.later
                          from unnest(cast(:before as timestamptz[]), cast(:later as timestamptz[])) as m (at, later)
                         where w.desk = :desk and w.done_at is null and w.%2$s and w.%1$s = m.at""".formatted(column, untold))
                .param("desk", desk.name())
                .param("before", texts(before))
                .param("later", texts(before.stream().map(moments::get).toList()))
                .update();
    }

    private static String[] texts(Collection<Instant> moments) {
        return moments.stream().map(Instant::toString).toArray(String[]::new);
    }
}
