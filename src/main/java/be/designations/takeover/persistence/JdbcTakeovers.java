package be.designations.takeover.persistence;

import be.designations.access.BasisId;
import be.designations.agenda.DeskCode;
import be.designations.casework.Desk;
import be.designations.directory.InEachLanguage;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.takeover.Takeover;
import be.designations.takeover.TakeoverStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTakeovers implements TakeoverStore {

    private static final String SELECT = """
            select t.*, b.decided_by, b.reason from desk_takeover t join basis b on b.id = t.basis_id\s""";

    private final JdbcClient jdbc;

    JdbcTakeovers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Takeover> all(int most) {
        return jdbc.sql(SELECT + "order by t.valid_from desc, t.announced_at desc limit :most")
                .param("most", most)
                .query((row, number) -> takeover(row))
                .list();
    }

    @Override
    public Optional<Takeover> find(UUID id) {
        return jdbc.sql(SELECT + "where t.id = :id")
                .param("id", id)
                .query((row, number) -> takeover(row))
                .optional();
    }

    @Override
    public Optional<Takeover> last(Desk desk) {
        return jdbc.sql(SELECT + "where t.desk = :desk and t.withdrawn_at is null order by t.valid_from desc limit 1")
                .param("desk", desk.name())
                .query((row, number) -> takeover(row))
                .optional();
    }

    @Override
    public void add(Takeover takeover, BasisId basis) {
        jdbc.sql("""
                        insert into desk_takeover (id, desk, organisation_id, valid_from, name_fr, name_nl, name_de, name_en,
                                                   announced_at, basis_id)
                        values (:id, :desk, :organisation, :from, :fr, :nl, :de, :en, :at, :basis)""")
                .param("id", takeover.id())
                .param("desk", takeover.desk().name())
                .param("organisation", takeover.organisation().value())
                .param("from", Timestamp.from(takeover.from()))
                .param("fr", takeover.names().fr())
                .param("nl", takeover.names().nl())
                .param("de", takeover.names().de())
                .param("en", takeover.names().en())
                .param("at", Timestamp.from(takeover.announcedAt()))
                .param("basis", basis.value())
                .update();
    }

    @Override
    public void withdraw(Takeover takeover, Instant at, BasisId basis) {
        jdbc.sql("update desk_takeover set withdrawn_at = :at, withdrawn_basis_id = :basis where id = :id")
                .param("at", Timestamp.from(at))
                .param("basis", basis.value())
                .param("id", takeover.id())
                .update();
    }

    @Override
    public List<Takeover> toCarryOut(Instant now) {
        return jdbc.sql(SELECT + """
                        where t.withdrawn_at is null and t.carried_out_at is null and t.valid_from <= :now
                         order by t.valid_from""")
                .param("now", Timestamp.from(now))
                .query((row, number) -> takeover(row))
                .list();
    }

    @Override
    public boolean markCarriedOut(UUID id, Instant at) {
        return jdbc.sql("update desk_takeover set carried_out_at = :at where id = :id and carried_out_at is null")
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public Found found(Desk desk, Collection<String> kinds, OrganisationId former, Instant from) {
        return jdbc.sql("""
                        select (select count(*) from case_file c where c.closed_at is null and c.kind = any(:kinds)) as running,
                               count(*) as open, count(w.assignee_id) as taken,
                               (select count(*) from deputation d
                                 where d.organisation_id = :former and d.role_code = any(:roles) and d.ended_at is null
                                   and d.valid_until > cast(:from as timestamptz)) as deputies
                          from work_item w where w.desk = :desk and w.done_at is null""")
                .param("kinds", kinds.toArray(String[]::new))
                .param("former", former.value())
                .param("roles", roles(desk))
                .param("from", Timestamp.from(from))
                .param("desk", desk.name())
                .query(Found.class)
                .single();
    }

    @Override
    public int tellDossiers(Takeover takeover, Collection<String> kinds, Instant at) {
        return jdbc.sql("""
                        insert into timeline_entry (case_id, happened_at, event, organisation_id)
                        select c.id, :at, :event, :organisation from case_file c
                         where c.closed_at is null and c.kind = any(:kinds)""")
                .param("at", Timestamp.from(at))
                .param("event", "takeover." + DeskCode.of(takeover.desk()))
                .param("organisation", takeover.organisation().value())
                .param("kinds", kinds.toArray(String[]::new))
                .update();
    }

    private static String[] roles(Desk desk) {
        return desk.staff().stream().map(Enum::name).toArray(String[]::new);
    }

    private static Takeover takeover(ResultSet row) throws SQLException {
        return new Takeover(
                row.getObject("id", UUID.class),
                Desk.valueOf(row.getString("desk")),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getTimestamp("valid_from").toInstant(),
                new InEachLanguage(
                        row.getString("name_fr"),
                        row.getString("name_nl"),
                        row.getString("name_de"),
                        row.getString("name_en")),
                row.getString("reason"),
                new PersonId(row.getObject("decided_by", UUID.class)),
                row.getTimestamp("announced_at").toInstant(),
                instant(row.getTimestamp("withdrawn_at")),
                instant(row.getTimestamp("carried_out_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
