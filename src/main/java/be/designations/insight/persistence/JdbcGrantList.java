package be.designations.insight.persistence;

import be.designations.access.QualityId;
import be.designations.access.SubdivisionId;
import be.designations.directory.PersonId;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.insight.GrantList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGrantList implements GrantList {

    private static final String AMONG = """
              from role_assignment a
             where a.quality_id = any(:qualities) and (a.valid_until is null or a.valid_until > a.valid_from)
               and (a.quality_id = any(:wholes)
                    or (a.quality_id = any(:ofDomains) and a.role_code = any(:roles))
                    or exists (select 1 from responsibility r
                                where r.person_id = a.person_id and r.quality_id = a.quality_id and r.kind = 'USER'
                                  and r.subdivision_id = any(:subdivisions) %s))
            """.formatted(JdbcQualityUsers.RUNS.formatted("r"));

    private static final String LINES = """
            select a.id, a.person_id, p.first_name || ' ' || p.last_name as name, a.role_code, a.establishment_units, a.valid_from,
                   a.valid_until, coalesce(a.valid_until <= :at, false) as ended
              from %s a join person p on p.id = a.person_id
             order by a.valid_from desc, a.id""";

    private final JdbcClient jdbc;

    JdbcGrantList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page page(Among among, Filter filter, Instant at) {
        Map<String, Object> parameters = parameters(among, at);
        String which = AMONG + conditions(filter, among, parameters, at);
        long total = jdbc.sql("select count(*) " + which)
                .params(parameters)
                .query(Long.class)
                .single();
        int last = (int) Math.max(1, (total + filter.size() - 1) / filter.size());
        int number = Math.min(filter.page(), last);
        parameters.put("limit", filter.size());
        parameters.put("offset", (number - 1) * filter.size());
        return new Page(
                jdbc.sql("with page as (select a.* " + which
                                + " order by a.valid_from desc, a.id limit :limit offset :offset) "
                                + LINES.formatted("page"))
                        .params(parameters)
                        .query((row, at1) -> line(row))
                        .list(),
                total,
                number,
                filter.size());
    }

    private static String conditions(Filter filter, Among among, Map<String, Object> parameters, Instant at) {
        var conditions = new StringBuilder(
                switch (filter.state()) {
                    case OPEN -> " and (a.valid_until is null or a.valid_until > :at)";
                    case RUNNING -> JdbcQualityUsers.RUNS.formatted("a");
                    case COMING -> " and a.valid_from > :at";
                    case ENDING -> JdbcQualityUsers.RUNS.formatted("a") + " and a.valid_until <= :soon";
                    case ENDED -> " and a.valid_until <= :at";
                });
        if (filter.state() == State.ENDING) {
            parameters.put("soon", Timestamp.from(at.plus(SOON)));
        }
        if (filter.role() != null) {
            conditions.append(" and a.role_code = :role");
            parameters.put("role", filter.role());
        }
        if (filter.unit() != null) {
            conditions.append(
                    " and (a.establishment_units = '{}' or cast(:unit as char(10)) = any(a.establishment_units))");
            parameters.put("unit", filter.unit().value());
        }
        if (!filter.typed().isBlank()) {
            conditions
                    .append(
                            " and a.person_id in (select n.person_id from responsibility n where n.organisation_id = :organisation")
                    .append(JdbcQualityUsers.named("n"))
                    .append(')');
            parameters.put("organisation", among.organisation().value());
            parameters.put("typed", filter.typed());
        }
        return conditions.toString();
    }

    @Override
    public List<Line> of(Among among, Collection<UUID> rights, Instant at) {
        Map<String, Object> parameters = parameters(among, at);
        parameters.put("rights", rights.toArray(UUID[]::new));
        return jdbc.sql("with chosen as (select a.* " + AMONG + " and a.id = any(:rights)) "
                        + LINES.formatted("chosen"))
                .params(parameters)
                .query((row, number) -> line(row))
                .list();
    }

    private static Map<String, Object> parameters(Among among, Instant at) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(
                "qualities",
                Stream.of(among.wholes(), among.ofDomains(), among.withSubdivisions())
                        .flatMap(Set::stream)
                        .distinct()
                        .map(QualityId::value)
                        .toArray(UUID[]::new));
        parameters.put("wholes", ids(among.wholes()));
        parameters.put("ofDomains", ids(among.ofDomains()));
        parameters.put("roles", among.roles().toArray(String[]::new));
        parameters.put(
                "subdivisions",
                among.subdivisions().stream().map(SubdivisionId::value).toArray(UUID[]::new));
        parameters.put("at", Timestamp.from(at));
        return parameters;
    }

    private static UUID[] ids(Set<QualityId> qualities) {
        return qualities.stream().map(QualityId::value).toArray(UUID[]::new);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                row.getString("role_code"),
                Stream.of((String[]) row.getArray("establishment_units").getArray())
                        .map(EstablishmentUnitNumber::of)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getTimestamp("valid_from").toInstant(),
                JdbcAccessOverview.instant(row, "valid_until"),
                row.getBoolean("ended"));
    }
}
