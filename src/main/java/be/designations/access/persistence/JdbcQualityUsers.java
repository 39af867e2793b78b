package be.designations.access.persistence;

import be.designations.access.AccessOverview.RightLine;
import be.designations.access.AccessOverview.UserCursor;
import be.designations.access.AccessOverview.UserLine;
import be.designations.access.AccessOverview.UserPage;
import be.designations.access.AccessOverview.UserQuery;
import be.designations.access.NamedPerson;
import be.designations.access.Translated;
import be.designations.directory.PersonId;
import be.designations.identifier.Niss;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The users of a quality by name; a quality may hold thousands. */
final class JdbcQualityUsers {

    private static final String RUNS = " and tstzrange(%1$s.valid_from, %1$s.valid_until) @> cast(:at as timestamptz) ";

    /** A right ties a person to a quality too, whether or not they are known in it as a user. */
    private static final String MEMBERS = """
            select r.person_id from responsibility r where r.quality_id = :quality and r.kind = 'USER' %s
            union
            select a.person_id from role_assignment a where a.quality_id = :quality %s
            """.formatted(RUNS.formatted("r"), RUNS.formatted("a"));

    private static final String MEMBERS_OF_SUBDIVISIONS =
            """
            select r.person_id from responsibility r
             where r.quality_id = :quality and r.kind = 'USER' %s
               and r.subdivision_id in (%s)
            """.formatted(RUNS.formatted("r"), managedSubdivisions(":manager"));

    private final JdbcClient jdbc;

    JdbcQualityUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The subdivisions that a person manages, unblocked, at the instant {@code :at}. */
    static String managedSubdivisions(String person) {
        return """
                select g.subdivision_id from responsibility g
                 where g.person_id = %s and g.kind in ('SUBDIVISION_MANAGER', 'CO_SUBDIVISION_MANAGER')
                   and tstzrange(g.valid_from, g.valid_until) @> cast(:at as timestamptz)
                   and not exists (select 1 from responsibility_block k
                                    where k.responsibility_id = g.id
                                      and tstzrange(k.blocked_from, k.blocked_until) @> cast(:at as timestamptz))
                """.formatted(person);
    }

    UserPage page(UserQuery query) {
        List<UserLine> found = people(query);
        boolean backward = query.cursor() != null && query.cursor().backward();
        boolean more = found.size() > query.size();
        List<UserLine> lines = new ArrayList<>(more ? found.subList(0, query.size()) : found);
        if (backward) {
            Collections.reverse(lines);
        }
        Map<UUID, List<RightLine>> rights = rights(query, lines);
        List<UserLine> users = lines.stream()
                .map(line -> new UserLine(
                        line.person(),
                        line.since(),
                        line.until(),
                        line.subdivision(),
                        line.blocked(),
                        rights.getOrDefault(line.person().id().value(), List.of())))
                .toList();
        boolean hasPrevious = backward ? more : query.cursor() != null;
        boolean hasNext = backward || more;
        return users.isEmpty()
                ? new UserPage(users, null, null)
                : new UserPage(
                        users,
                        hasPrevious ? new UserCursor(users.get(0).person().id(), true) : null,
                        hasNext
                                ? new UserCursor(
                                        users.get(users.size() - 1).person().id(), false)
                                : null);
    }

    private List<UserLine> people(UserQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("quality", query.quality().value());
        parameters.put("at", Timestamp.from(query.at()));
        parameters.put("niss", query.withNiss());
        parameters.put("limit", query.size() + 1);
        StringBuilder conditions = new StringBuilder();
        PersonId manager = query.ofSubdivisionsOf();
        if (manager != null) {
            parameters.put("manager", manager.value());
        }
        if (!query.typed().isBlank()) {
            conditions.append("""

                    and (to_tsvector('simple', plain_text(p.first_name || ' ' || p.last_name))
                         @@ to_tsquery('simple', replace(nullif(plain_text(:typed), ''), ' ', ':* & ') || ':*'))""");
            parameters.put("typed", query.typed());
        }
        UserCursor cursor = query.cursor();
        boolean backward = cursor != null && cursor.backward();
        if (cursor != null) {
            conditions.append("""

                    and (lower(p.last_name) collate "C", lower(p.first_name) collate "C", p.id) %s
                         (select lower(c.last_name) collate "C", lower(c.first_name) collate "C", c.id
                            from person c where c.id = :cursor)""".formatted(backward ? "<" : ">"));
            parameters.put("cursor", cursor.person().value());
        }
        return jdbc.sql("""
                        with page as (
                            select p.id, p.first_name, p.last_name, p.niss
                              from (%1$s) member join person p on p.id = member.person_id
                             where true %2$s
                             order by lower(p.last_name) collate "C" %3$s, lower(p.first_name) collate "C" %3$s, p.id %3$s
                             limit :limit)
                        select p.id, p.first_name || ' ' || p.last_name as name, case when :niss then p.niss end as niss,
                               r.valid_from, r.valid_until, s.name as subdivision,
                               exists (select 1 from responsibility_block k
                                        where k.responsibility_id = r.id
                                          and tstzrange(k.blocked_from, k.blocked_until) @> cast(:at as timestamptz))
                                   as blocked
                          from page p
                          left join responsibility r on r.person_id = p.id and r.quality_id = :quality
                               and r.kind = 'USER' %4$s
                          left join subdivision s on s.id = r.subdivision_id
                         order by lower(p.last_name) collate "C" %3$s, lower(p.first_name) collate "C" %3$s, p.id %3$s""".formatted(
                                manager == null ? MEMBERS : MEMBERS_OF_SUBDIVISIONS,
                                conditions,
                                backward ? "desc" : "asc",
                                RUNS.formatted("r")))
                .params(parameters)
                .query((row, number) -> line(row))
                .list();
    }

    private Map<UUID, List<RightLine>> rights(UserQuery query, List<UserLine> lines) {
        Map<UUID, List<RightLine>> rights = new HashMap<>();
        jdbc.sql("""
                        select a.person_id, i.name_fr as application_fr, i.name_nl as application_nl,
                               i.name_de as application_de, o.name_fr as role_fr, o.name_nl as role_nl,
                               o.name_de as role_de, a.valid_from, a.valid_until
                          from role_assignment a
                          join role o on o.code = a.role_code
                          join application i on i.code = o.application_code
                         where a.person_id = any(:people) and a.quality_id = :quality
                           and tstzrange(a.valid_from, a.valid_until) @> cast(:at as timestamptz)
                         order by i.name_fr, o.name_fr""")
                .param(
                        "people",
                        lines.stream().map(line -> line.person().id().value()).toArray(UUID[]::new))
                .param("quality", query.quality().value())
                .param("at", Timestamp.from(query.at()))
                .query(row -> {
                    rights.computeIfAbsent(row.getObject("person_id", UUID.class), id -> new ArrayList<>())
                            .add(new RightLine(
                                    translated(row, "application"),
                                    translated(row, "role"),
                                    row.getTimestamp("valid_from").toInstant(),
                                    JdbcAccessOverview.instant(row, "valid_until")));
                });
        return rights;
    }

    static Translated translated(ResultSet row, String name) throws SQLException {
        return new Translated(row.getString(name + "_fr"), row.getString(name + "_nl"), row.getString(name + "_de"));
    }

    private static UserLine line(ResultSet row) throws SQLException {
        String niss = row.getString("niss");
        Instant since = JdbcAccessOverview.instant(row, "valid_from");
        return new UserLine(
                new NamedPerson(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        niss == null ? null : Niss.of(niss)),
                since,
                JdbcAccessOverview.instant(row, "valid_until"),
                row.getString("subdivision"),
                row.getBoolean("blocked"),
                List.of());
    }
}
