package be.designations.agenda.persistence;

import be.designations.access.BasisId;
import be.designations.agenda.DeskHead;
import be.designations.agenda.DeskHeadStore;
import be.designations.casework.Desk;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeskHeads implements DeskHeadStore {

    private final JdbcClient jdbc;

    JdbcDeskHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(Desk desk) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('desk_head'), hashtext(:desk))")
                .param("desk", desk.name())
                .query((row, number) -> "")
                .list();
    }

    @Override
    public Optional<DeskHead> current(Desk desk) {
        return jdbc.sql("select * from desk_head where desk = :desk and valid_until is null")
                .param("desk", desk.name())
                .query((row, number) -> head(row))
                .optional();
    }

    @Override
    public List<DeskHead> history(Desk desk, int most) {
        return jdbc.sql("select * from desk_head where desk = :desk order by valid_from desc limit :most")
                .param("desk", desk.name())
                .param("most", most)
                .query((row, number) -> head(row))
                .list();
    }

    @Override
    public void begin(DeskHead head) {
        jdbc.sql("""
                        insert into desk_head (id, desk, person_id, valid_from, basis_id)
                        values (:id, :desk, :person, :from, :basis)""")
                .param("id", head.id())
                .param("desk", head.desk().name())
                .param("person", head.person().value())
                .param("from", Timestamp.from(head.from()))
                .param("basis", head.basis().value())
                .update();
    }

    @Override
    public void end(DeskHead head, Instant at, BasisId basis) {
        jdbc.sql("update desk_head set valid_until = :at, end_basis_id = :basis where id = :id")
                .param("at", Timestamp.from(at))
                .param("basis", basis.value())
                .param("id", head.id())
                .update();
    }

    @Override
    public List<Colleague> staff(Desk desk, Instant at, int most) {
        return jdbc.sql("""
                        select distinct p.id, p.last_name, p.first_name
                          from role_assignment a
                          join quality q on q.id = a.quality_id
                          join person p on p.id = a.person_id
                         where a.role_code = any(:roles) and p.disabled_at is null
                           and q.organisation_id = desk_holder(:office, cast(:at as timestamptz))
                           and tstzrange(a.valid_from, a.valid_until) @> cast(:at as timestamptz)
                         order by p.last_name, p.first_name, p.id limit :most""")
                .param("roles", desk.staff().stream().map(Enum::name).toArray(String[]::new))
                .param("office", Objects.requireNonNull(desk.office()).name())
                .param("at", Timestamp.from(at))
                .param("most", most)
                .query((row, number) -> new Colleague(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("first_name") + " " + row.getString("last_name")))
                .list();
    }

    private static DeskHead head(ResultSet row) throws SQLException {
        Timestamp until = row.getTimestamp("valid_until");
        return new DeskHead(
                row.getObject("id", UUID.class),
                Desk.valueOf(row.getString("desk")),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getTimestamp("valid_from").toInstant(),
                until == null ? null : until.toInstant(),
                new BasisId(row.getObject("basis_id", UUID.class)));
    }
}
