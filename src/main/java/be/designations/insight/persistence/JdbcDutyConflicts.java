package be.designations.insight.persistence;

import be.designations.directory.PersonId;
import be.designations.insight.DutyConflicts;
import be.designations.insight.DutyConflicts.Cursor;
import be.designations.insight.DutyConflicts.Held;
import be.designations.insight.DutyConflicts.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By the index of roles: from what excludes each other to who has the one, then whether they have the other. */
@Repository
class JdbcDutyConflicts implements DutyConflicts.Store {

    private static final String BOTH = """
              from role_exclusion e
              join role_assignment a on a.role_code = e.role_code and (a.valid_until is null or a.valid_until > :now)
              join role_assignment b on b.person_id = a.person_id and b.role_code = e.excluded_code
                   and (b.valid_until is null or b.valid_until > :now)
                   and (a.valid_until is null or a.valid_until > b.valid_from)
                   and (b.valid_until is null or b.valid_until > a.valid_from)
              join person p on p.id = a.person_id\s""";

    private static final String SORT_NAME = "sort_name(p.last_name, p.first_name) collate \"C\"";

    private static final String AFTER = """
             (%s, a.id, b.id) > ((select sort_name(c.last_name, c.first_name) collate "C" from role_assignment r
                                    join person c on c.id = r.person_id where r.id = :first), :first, :second)""".formatted(SORT_NAME);

    private final JdbcClient jdbc;

    JdbcDutyConflicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> lines(@Nullable String role, Instant now, @Nullable Cursor after, int size) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", Timestamp.from(now));
        parameters.put("size", size);
        String conditions = "true";
        if (role != null) {
            conditions += " and :role in (e.role_code, e.excluded_code)";
            parameters.put("role", role);
        }
        if (after != null) {
            conditions += " and" + AFTER;
            parameters.put("first", after.first());
            parameters.put("second", after.second());
        }
        return jdbc.sql("""
                        select p.id as person_id, p.first_name || ' ' || p.last_name as name,
                               a.id as first_id, a.role_code as first_code, a.valid_from as first_from,
                               a.valid_until as first_until, b.id as second_id, b.role_code as second_code,
                               b.valid_from as second_from, b.valid_until as second_until,
                               m.name_fr as first_role_fr, m.name_nl as first_role_nl, m.name_de as first_role_de,
                               n.name_fr as second_role_fr, n.name_nl as second_role_nl, n.name_de as second_role_de,
                               v.name_fr as first_at_fr, v.name_nl as first_at_nl, v.name_de as first_at_de,
                               w.name_fr as second_at_fr, w.name_nl as second_at_nl, w.name_de as second_at_de
                        %s
                          join role m on m.code = a.role_code
                          join role n on n.code = b.role_code
                          join quality q on q.id = a.quality_id join organisation v on v.id = q.organisation_id
                          join quality s on s.id = b.quality_id join organisation w on w.id = s.organisation_id
                         where %s
                         order by %s, a.id, b.id limit :size""".formatted(BOTH, conditions, SORT_NAME))
                .params(parameters)
                .query((row, number) -> new Line(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("name"),
                        held(row, "first"),
                        held(row, "second")))
                .list();
    }

    @Override
    public long count(String role, Instant now) {
        return jdbc.sql("select count(distinct p.id) " + BOTH + "where :role in (e.role_code, e.excluded_code)")
                .param("role", role)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    private static Held held(ResultSet row, String which) throws SQLException {
        return new Held(
                row.getObject(which + "_id", UUID.class),
                row.getString(which + "_code"),
                JdbcQualityUsers.translated(row, which + "_role"),
                JdbcQualityUsers.translated(row, which + "_at"),
                row.getTimestamp(which + "_from").toInstant(),
                JdbcAccessOverview.instant(row, which + "_until"));
    }
}
