package be.designations.insight.persistence;

import be.designations.access.QualityId;
import be.designations.access.SubdivisionId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.insight.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * An entity has some thousands of people at most: its ties are read by their index, which has all that is asked, and put in order
 * in memory. Only those of one page are looked up.
 */
@Repository
class JdbcStaff implements Staff {

    private static final String NOT_OVER = """
             and (%1$s.valid_until is null or (%1$s.valid_until > :at and %1$s.valid_until > %1$s.valid_from))""";

    /** {@code %s}: more conditions on the ties. */
    private static final String TIED = """
            with tie as (
                select w.person_id, w.sort_name, w.category as kind, w.valid_from, w.valid_until, w.id
                  from working_relationship w
                 where w.organisation_id = :organisation %1$s
                union all
                select f.person_id, sort_name(p.last_name, p.first_name) collate "C", f.kind, f.valid_from, f.valid_until, f.id
                  from legal_function f join person p on p.id = f.person_id
                 where f.organisation_id = :organisation %2$s),
            tied as (
                select distinct on (person_id) person_id, sort_name, kind, valid_from, valid_until
                  from tie
                 order by person_id, valid_until desc nulls first, valid_from, id)
            """.formatted(NOT_OVER.formatted("w"), NOT_OVER.formatted("f"));

    private static final String COLUMNS = """
            select t.*, p.first_name, p.last_name, p.birth_date, p.sex
              from %s t join person p on p.id = t.person_id
             order by %s
            """;

    private final JdbcClient jdbc;

    JdbcStaff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page page(OrganisationId organisation, @Nullable Among among, Filter filter, Instant at) {
        Map<String, Object> parameters = parameters(organisation, among, at);
        String conditions = conditions(among);
        if (!filter.typed().isBlank()) {
            conditions += JdbcQualityUsers.named("t");
            parameters.put("typed", filter.typed());
        }
        if (filter.kind() != null) {
            conditions += " and t.kind = :kind";
            parameters.put("kind", filter.kind());
        }
        String order = order(filter);
        parameters.put("limit", filter.size());
        long total = jdbc.sql(TIED + "select count(*) from tied t where true " + conditions)
                .params(parameters)
                .query(Long.class)
                .single();
        int last = (int) Math.max(1, (total + filter.size() - 1) / filter.size());
        int number = Math.min(Math.max(1, filter.page()), last);
        parameters.put("offset", (number - 1) * filter.size());
        List<Line> lines = jdbc.sql(TIED + ", page as (select * from tied t where true " + conditions + " order by "
                        + order + " limit :limit offset :offset) " + COLUMNS.formatted("page", order))
                .params(parameters)
                .query((row, at1) -> line(row))
                .list();
        return new Page(lines, total, number, filter.size());
    }

    @Override
    public List<Line> of(OrganisationId organisation, @Nullable Among among, Collection<PersonId> people, Instant at) {
        Map<String, Object> parameters = parameters(organisation, among, at);
        parameters.put("people", people.stream().map(PersonId::value).toArray(UUID[]::new));
        return jdbc.sql(TIED + ", chosen as (select * from tied t where t.person_id = any(:people)" + conditions(among)
                        + ") " + COLUMNS.formatted("chosen", "t.sort_name, t.person_id"))
                .params(parameters)
                .query((row, number) -> line(row))
                .list();
    }

    private static Map<String, Object> parameters(OrganisationId organisation, @Nullable Among among, Instant at) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("organisation", organisation.value());
        parameters.put("at", Timestamp.from(at));
        if (among != null) {
            parameters.put(
                    "qualities",
                    among.qualities().stream().map(QualityId::value).toArray(UUID[]::new));
            parameters.put(
                    "subdivisions",
                    among.subdivisions().stream().map(SubdivisionId::value).toArray(UUID[]::new));
        }
        return parameters;
    }

    private static String conditions(@Nullable Among among) {
        return among == null ? "" : """

                 and exists (select 1 from responsibility r
                              where r.person_id = t.person_id and r.organisation_id = :organisation and r.kind = 'USER' %s
                                and (r.quality_id = any(:qualities) or r.subdivision_id = any(:subdivisions)))""".formatted(JdbcQualityUsers.RUNS.formatted("r"));
    }

    private static String order(Filter filter) {
        String direction = filter.descending() ? "desc" : "asc";
        String name = "t.sort_name %1$s, t.person_id %1$s".formatted(direction);
        return switch (filter.order()) {
            case NAME -> name;
            case BEGIN -> "t.valid_from " + direction + ", " + name;
            case END -> "t.valid_until " + direction + ", " + name;
        };
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getString("kind"),
                row.getTimestamp("valid_from").toInstant(),
                JdbcAccessOverview.instant(row, "valid_until"));
    }
}
