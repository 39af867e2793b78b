package be.designations.primaweb.persistence;

import be.designations.access.Translated;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.primaweb.AdminLogs;
import be.designations.primaweb.AdminLogs.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads them from the audit log, which is where they are written down. */
@Repository
class JdbcAdminLogs implements AdminLogs.Store {

    private static final String AREA = "primaweb.";

    /** The names of the profiles in a part of an entry; ids of what was never kept are left out. */
    private static final String NAMES = """
            (select string_agg(%1$s, ', ' order by plain_text(%1$s))
               from jsonb_array_elements_text(e.%2$s -> 'profiles') named (id) join prima_web_profile p on p.id = cast(named.id as uuid))""";

    private final JdbcClient jdbc;

    JdbcAdminLogs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> read(OrganisationId cpas, @Nullable Long after, int most, Language language) {
        String name = JdbcProfiles.nameIn(language);
        return jdbc.sql(
                        """
                        select e.id, e.at, e.operation, e.subject_id, w.first_name || ' ' || w.last_name as by_name,
                               u.first_name || ' ' || u.last_name as user_name, its.name ->> 'fr' as name_fr,
                               its.name ->> 'nl' as name_nl, its.name ->> 'de' as name_de, %s as had, %s as has
                          from audit_event e
                         cross join lateral (select coalesce(e.after, e.before) -> 'name' as name) its
                          left join person w on w.id = e.actor_person
                          left join person u on u.id = case when e.subject_type = 'person' then cast(e.subject_id as uuid) end
                         where e.acting_for = :cpas and e.operation like 'primaweb.%%' and e.operation <> 'primaweb.entered'
                               %s
                         order by e.at desc, e.id desc limit :most""".formatted(
                                        NAMES.formatted(name, "before"),
                                        NAMES.formatted(name, "after"),
                                        after == null
                                                ? ""
                                                : "and (e.at, e.id) < (select a.at, a.id from audit_event a where a.id = :after and a.acting_for = :cpas)"))
                .param("cpas", cpas.value())
                .param("after", after)
                .param("most", most)
                .query(JdbcAdminLogs::entry)
                .list();
    }

    private static Line entry(ResultSet row, int number) throws SQLException {
        boolean ofProfile = row.getString("name_fr") != null;
        return new Line(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                text(row, "by_name"),
                row.getString("operation").substring(AREA.length()),
                UUID.fromString(row.getString("subject_id")),
                ofProfile ? new Translated(row.getString("name_fr"), text(row, "name_nl"), text(row, "name_de")) : null,
                row.getString("user_name"),
                text(row, "had"),
                text(row, "has"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
