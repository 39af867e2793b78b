package be.designations.insight.persistence;

import be.designations.access.QualityKind;
import be.designations.access.Translated;
import be.designations.directory.PersonId;
import be.designations.identifier.Niss;
import be.designations.insight.AccessOverview.RightLine;
import be.designations.insight.AccessOverview.RoleLine;
import be.designations.insight.AccessOverview.SubdivisionName;
import be.designations.insight.AccessOverview.UserCursor;
import be.designations.insight.AccessOverview.UserFilter;
import be.designations.insight.AccessOverview.UserLine;
import be.designations.insight.AccessOverview.UserOrder;
import be.designations.insight.AccessOverview.UserPage;
import be.designations.insight.AccessOverview.UserQuery;
import be.designations.insight.AccessOverview.UserState;
import be.designations.insight.NamedPerson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The users of a quality, which may hold thousands: a page walks along an index and sorts nothing. */
final class JdbcQualityUsers {

    /** Spelt out, as the indexes hold the two ends and not the range. */
    static final String RUNS = """
             and %1$s.valid_from <= :at and (%1$s.valid_until is null or %1$s.valid_until > :at)""";

    private static final String BLOCKS = """
            select 1 from responsibility_block k
             where k.responsibility_id = r.id
               and k.blocked_from <= :at and (k.blocked_until is null or k.blocked_until > :at)""";

    /** Of the person, who may have ceased to be a user since the page was shown. */
    static final String NAME_OF_CURSOR =
            "select sort_name(c.last_name, c.first_name) collate \"C\" from person c where c.id = :cursor";

    private static final String SINCE_OF_CURSOR = """
            select max(c.valid_from) from responsibility c
             where c.quality_id = :quality and c.kind = 'USER' and c.person_id = :cursor and c.valid_from <= :at""";

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

    /**
     * That every word of {@code :typed} begins a word of the name; nothing that can be typed is a pattern, as
     * {@code plain_name} leaves letters and digits only.
     */
    static String named(String alias) {
        return """

                and plain_name(:typed) <> ''
                and ' ' || %s.sort_name
                    like all (array(select '%% ' || word || '%%' from string_to_table(plain_name(:typed), ' ') word))""".formatted(alias);
    }

    UserPage page(UserQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        String among = among(query, parameters);
        List<UserLine> found = people(query, among, parameters);
        long total = jdbc.sql("select count(*) " + among)
                .params(parameters)
                .query(Long.class)
                .single();
        UserFilter filter = query.filter();
        UserCursor cursor = filter.cursor();
        Slice<UserLine> page = Slice.of(found, filter.size(), cursor == null, cursor != null && cursor.backward());
        Map<UUID, List<RightLine>> rights = rights(query, page.lines());
        return new UserPage(
                page.lines().stream()
                        .map(line ->
                                line.with(rights.getOrDefault(line.person().id().value(), List.of())))
                        .toList(),
                total,
                page.previous(line -> new UserCursor(line.person().id(), true)),
                page.next(line -> new UserCursor(line.person().id(), false)));
    }

    /** The users that the filter lets through, whichever page; only the conditions that are asked for. */
    private static String among(UserQuery query, Map<String, Object> parameters) {
        UserFilter filter = query.filter();
        parameters.put("quality", query.quality().value());
        parameters.put("at", Timestamp.from(query.at()));
        StringBuilder among = new StringBuilder(
                "from responsibility r where r.quality_id = :quality and r.kind = 'USER'" + RUNS.formatted("r"));
        PersonId manager = query.ofSubdivisionsOf();
        if (manager != null) {
            among.append(" and r.subdivision_id in (")
                    .append(managedSubdivisions(":manager"))
                    .append(')');
            parameters.put("manager", manager.value());
        }
        if (filter.subdivision() != null) {
            among.append(" and r.subdivision_id = :subdivision");
            parameters.put("subdivision", filter.subdivision());
        }
        if (!filter.typed().isEmpty()) {
            among.append(named("r"));
            parameters.put("typed", filter.typed());
        }
        if (filter.roleCode() != null) {
            among.append(withRight("and a.role_code = :role"));
            parameters.put("role", filter.roleCode());
        }
        switch (filter.state()) {
            case ANY -> {}
            case ACTIVE -> among.append(" and not exists (").append(BLOCKS).append(')');
            case BLOCKED -> among.append(" and exists (").append(BLOCKS).append(')');
            case ENDING -> {
                among.append(withRight("and a.valid_until <= :soon"));
                parameters.put("soon", Timestamp.from(query.at().plus(UserState.SOON)));
            }
        }
        return among.toString();
    }

    private static String withRight(String condition) {
        return """

                and r.person_id in (select a.person_id from role_assignment a
                                     where a.quality_id = :quality %s %s)""".formatted(RUNS.formatted("a"), condition);
    }

    private List<UserLine> people(UserQuery query, String among, Map<String, Object> shared) {
        Map<String, Object> parameters = new HashMap<>(shared);
        parameters.put("niss", query.withNiss());
        parameters.put("limit", query.filter().size() + 1);
        UserCursor cursor = query.filter().cursor();
        boolean byName = query.filter().order() == UserOrder.NAME;
        String key = byName ? "sort_name" : "valid_from";
        boolean down = query.filter().descending() ^ (cursor != null && cursor.backward());
        String condition = "";
        if (cursor != null) {
            condition = " and (r.%s, r.person_id) %s ((%s), :cursor)"
                    .formatted(key, down ? "<" : ">", byName ? NAME_OF_CURSOR : SINCE_OF_CURSOR);
            parameters.put("cursor", cursor.person().value());
        }
        return jdbc.sql("""
                        with page as (
                            select r.id, r.person_id, r.subdivision_id, r.valid_from, r.valid_until, r.sort_name
                              %1$s %2$s
                             order by r.%3$s %4$s, r.person_id %4$s
                             limit :limit)
                        select r.id, p.id as person_id, p.first_name || ' ' || p.last_name as name,
                               case when :niss then p.niss end as niss, r.valid_from, r.valid_until,
                               s.id as subdivision_id, s.name as subdivision,
                               (select k.blocked_from from responsibility_block k
                                 where k.responsibility_id = r.id and k.blocked_from <= :at
                                   and (k.blocked_until is null or k.blocked_until > :at)) as blocked_since
                          from page r
                          join person p on p.id = r.person_id
                          left join subdivision s on s.id = r.subdivision_id
                         order by r.%3$s %4$s, r.person_id %4$s""".formatted(among, condition, key, down ? "desc" : "asc"))
                .params(parameters)
                .query((row, number) -> line(row))
                .list();
    }

    private Map<UUID, List<RightLine>> rights(UserQuery query, List<UserLine> lines) {
        Map<UUID, List<RightLine>> rights = new HashMap<>();
        jdbc.sql("""
                        select a.id, a.person_id, a.role_code, i.name_fr as application_fr, i.name_nl as application_nl,
                               i.name_de as application_de, o.name_fr as role_fr, o.name_nl as role_nl,
                               o.name_de as role_de, a.valid_from, a.valid_until
                          from role_assignment a
                          join role o on o.code = a.role_code
                          join application i on i.code = o.application_code
                         where a.person_id = any(:people) and a.quality_id = :quality %s
                         order by i.name_fr, o.name_fr, a.id""".formatted(RUNS.formatted("a")))
                .param(
                        "people",
                        lines.stream().map(line -> line.person().id().value()).toArray(UUID[]::new))
                .param("quality", query.quality().value())
                .param("at", Timestamp.from(query.at()))
                .query(row -> {
                    rights.computeIfAbsent(row.getObject("person_id", UUID.class), id -> new ArrayList<>())
                            .add(right(row));
                });
        return rights;
    }

    List<RoleLine> roles(QualityKind kind) {
        return jdbc.sql("""
                        select o.code, i.name_fr as application_fr, i.name_nl as application_nl,
                               i.name_de as application_de, o.name_fr as role_fr, o.name_nl as role_nl,
                               o.name_de as role_de
                          from role o join application i on i.code = o.application_code
                         where i.quality_kind = :kind
                         order by i.name_fr, o.name_fr, o.code""")
                .param("kind", kind.name())
                .query((row, number) ->
                        new RoleLine(row.getString("code"), translated(row, "application"), translated(row, "role")))
                .list();
    }

    static RightLine right(ResultSet row) throws SQLException {
        return new RightLine(
                row.getObject("id", UUID.class),
                row.getString("role_code"),
                translated(row, "application"),
                translated(row, "role"),
                row.getTimestamp("valid_from").toInstant(),
                JdbcAccessOverview.instant(row, "valid_until"));
    }

    static Translated translated(ResultSet row, String name) throws SQLException {
        return new Translated(row.getString(name + "_fr"), row.getString(name + "_nl"), row.getString(name + "_de"));
    }

    private static UserLine line(ResultSet row) throws SQLException {
        return new UserLine(
                row.getObject("id", UUID.class),
                person(row),
                row.getTimestamp("valid_from").toInstant(),
                JdbcAccessOverview.instant(row, "valid_until"),
                subdivision(row),
                JdbcAccessOverview.instant(row, "blocked_since"),
                List.of());
    }

    static NamedPerson person(ResultSet row) throws SQLException {
        String niss = row.getString("niss");
        return new NamedPerson(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                niss == null ? null : Niss.of(niss));
    }

    static @Nullable SubdivisionName subdivision(ResultSet row) throws SQLException {
        UUID id = row.getObject("subdivision_id", UUID.class);
        return id == null ? null : new SubdivisionName(id, row.getString("subdivision"));
    }
}
