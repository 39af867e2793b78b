package be.designations.agenda.persistence;

import be.designations.access.Translated;
import be.designations.agenda.ClosingDay;
import be.designations.agenda.ClosingDayStore;
import be.designations.casework.Desk;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClosingDays implements ClosingDayStore {

    private final JdbcClient jdbc;

    JdbcClosingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<LocalDate> of(Desk desk, LocalDate from) {
        return Set.copyOf(
                jdbc.sql("select day from closing_day where desk = :desk and day >= :from and removed_at is null")
                        .param("desk", desk.name())
                        .param("from", from)
                        .query((row, number) -> row.getObject("day", LocalDate.class))
                        .list());
    }

    @Override
    public List<Named> named(Collection<Desk> desks, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        select * from closing_day
                         where desk = any(:desks) and day between :first and :last and removed_at is null
                         order by day, desk""")
                .param("desks", desks.stream().map(Enum::name).toArray(String[]::new))
                .param("first", first)
                .param("last", last)
                .query((row, number) -> new Named(
                        Desk.valueOf(row.getString("desk")), row.getObject("day", LocalDate.class), name(row)))
                .list();
    }

    @Override
    public List<ClosingDay> from(Desk desk, LocalDate first, int most) {
        return jdbc.sql("""
                        select * from closing_day where desk = :desk and day >= :first and removed_at is null
                         order by day limit :most""")
                .param("desk", desk.name())
                .param("first", first)
                .param("most", most)
                .query((row, number) -> closingDay(row))
                .list();
    }

    @Override
    public Optional<ClosingDay> find(Desk desk, LocalDate day) {
        return jdbc.sql("select * from closing_day where desk = :desk and day = :day and removed_at is null")
                .param("desk", desk.name())
                .param("day", day)
                .query((row, number) -> closingDay(row))
                .optional();
    }

    @Override
    public boolean add(ClosingDay day) {
        return jdbc.sql("""
                        insert into closing_day (id, desk, day, name_fr, name_nl, name_de, written_by, written_at)
                        values (:id, :desk, :day, :fr, :nl, :de, :by, :at)
                        on conflict (desk, day) where removed_at is null do nothing""")
                        .param("id", day.id())
                        .param("desk", day.desk().name())
                        .param("day", day.day())
                        .param("fr", day.name().fr())
                        .param("nl", day.name().nl())
                        .param("de", day.name().de())
                        .param("by", day.writtenBy().value())
                        .param("at", Timestamp.from(day.writtenAt()))
                        .update()
                == 1;
    }

    @Override
    public void takeBack(ClosingDay day, PersonId by, Instant at) {
        jdbc.sql("update closing_day set removed_by = :by, removed_at = :at where id = :id and removed_at is null")
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .param("id", day.id())
                .update();
    }

    private static ClosingDay closingDay(ResultSet row) throws SQLException {
        return new ClosingDay(
                row.getObject("id", UUID.class),
                Desk.valueOf(row.getString("desk")),
                row.getObject("day", LocalDate.class),
                name(row),
                new PersonId(row.getObject("written_by", UUID.class)),
                row.getTimestamp("written_at").toInstant());
    }

    private static Translated name(ResultSet row) throws SQLException {
        return new Translated(row.getString("name_fr"), row.getString("name_nl"), row.getString("name_de"));
    }
}
