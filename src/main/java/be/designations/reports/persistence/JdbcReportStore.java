package be.designations.reports.persistence;

import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Translated;
import be.designations.directory.OrganisationId;
import be.designations.reports.ReportFilter;
import be.designations.reports.ReportKind;
import be.designations.reports.ReportLine;
import be.designations.reports.ReportStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReportStore implements ReportStore {

    private static final String RUNS = """
            a.valid_from <= cast(:at as timestamptz) and (a.valid_until is null or a.valid_until > cast(:at as timestamptz))""";

    private static final String NOT_ENDED = """
            (a.valid_until is null or (a.valid_until > cast(:at as timestamptz) and a.valid_until > a.valid_from))""";

    /** A page of each quality by its index, then the page of all of them. */
    private static final String LINES = """
            select a.id, a.person_id, p.first_name || ' ' || p.last_name as name, a.role_code,
                   f.name_fr, f.name_nl, f.name_de, i.name_fr as application_fr, i.name_nl as application_nl,
                   i.name_de as application_de, a.quality_id, q.kind, a.establishment_units, a.valid_from, a.valid_until,
                   f.longest_months, x.name_fr as excluded_fr, x.name_nl as excluded_nl, x.name_de as excluded_de
              from unnest(cast(:qualities as uuid[])) as asked(id)
              cross join lateral (
                    select a.* from role_assignment a
                      join role f on f.code = a.role_code
                     where a.quality_id = asked.id and %s%s
                     order by %s limit :size) a
              join quality q on q.id = a.quality_id
              join person p on p.id = a.person_id
              join role f on f.code = a.role_code
              join application i on i.code = f.application_code
              left join role x on x.code = (%s)
             order by %s limit :size""";

    private static final String EXCLUDED_ROLE = """
            select b.role_code from role_assignment b join excluded_role e on e.excluded_code = b.role_code
             where b.person_id = a.person_id and e.role_code = a.role_code and b.quality_id = any(:qualities)
               and (b.valid_until is null or (b.valid_until > cast(:at as timestamptz) and b.valid_until > b.valid_from))
             order by b.role_code limit 1""";

    /** Each extension begins the longest period anew (D42); null for a right that was never extended. */
    private static final String EXTENDED = """
            select max(b.decided_at) from role_assignment_confirmation c join basis b on b.id = c.basis_id
             where c.role_assignment_id = a.id""";

    private static final String BY_ROLE = "a.role_code, a.person_id, a.id";
    private static final String BY_END = "a.valid_until, a.id";

    private final JdbcClient jdbc;

    JdbcReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ReportLine> lines(
            ReportKind kind,
            OrganisationId organisation,
            List<QualityId> qualities,
            ReportFilter filter,
            Instant at,
            Instant until,
            @Nullable UUID after,
            int size) {
        String order = kind == ReportKind.EXPIRING ? BY_END : BY_ROLE;
        StringBuilder narrowed = new StringBuilder();
        if (filter.role() != null) {
            narrowed.append(" and a.role_code = :role");
        }
        if (!filter.name().isEmpty()) {
            narrowed.append(" and exists (select from person n where n.id = a.person_id")
                    .append(" and (lower(n.last_name) like :name or lower(n.first_name) like :name))");
        }
        if (after != null) {
            narrowed.append(" and (")
                    .append(order)
                    .append(") > (select ")
                    .append(order)
                    .append(" from role_assignment a where a.id = :after and a.quality_id = any(:qualities))");
        }
        var statement = jdbc.sql(LINES.formatted(
                        condition(kind), narrowed, order, kind == ReportKind.EXCLUDED ? EXCLUDED_ROLE : "null", order))
                .param("qualities", qualities.stream().map(QualityId::value).toArray(UUID[]::new))
                .param("at", Timestamp.from(at))
                .param("until", Timestamp.from(until))
                .param("organisation", organisation.value())
                .param("role", filter.role())
                .param("name", beginning(filter.name()))
                .param("after", after)
                .param("size", size);
        return statement.query((row, number) -> line(row)).list();
    }

    private static String condition(ReportKind kind) {
        return switch (kind) {
            case EXPIRING ->
                "a.valid_until > cast(:at as timestamptz) and a.valid_until <= cast(:until as timestamptz)"
                        + " and a.valid_until > a.valid_from";
            case UNUSED -> RUNS + " " + """
                           and not exists (select from right_use u
                                            where u.person_id = a.person_id and u.role_code = a.role_code
                                              and u.quality_id = a.quality_id
                                              and u.last_day >= cast(a.valid_from at time zone 'Europe/Brussels' as date))""";
            case UNRELATED -> RUNS + " " + """
                           and not exists (select from working_relationship w
                                            where w.organisation_id = :organisation and w.person_id = a.person_id
                                              and w.valid_from <= cast(:at as timestamptz)
                                              and (w.valid_until is null or w.valid_until > cast(:at as timestamptz)))
                           and not exists (select from legal_function l
                                            where l.organisation_id = :organisation and l.person_id = a.person_id
                                              and l.valid_from <= cast(:at as timestamptz)
                                              and (l.valid_until is null or l.valid_until > cast(:at as timestamptz)))""";
            case TOO_LONG -> NOT_ENDED + " " + """
                           and f.longest_months is not null
                           and (a.valid_until is null or a.valid_until > cast(
                                    cast(cast(greatest(a.valid_from, (%s)) at time zone 'Europe/Brussels' as date)
                                             + make_interval(months => f.longest_months) as date)
                                        + 1 as timestamp) at time zone 'Europe/Brussels')""".formatted(EXTENDED);
            case EXCLUDED -> NOT_ENDED + " and exists (" + EXCLUDED_ROLE + ")";
        };
    }

    private static String beginning(String name) {
        return name.toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }

    @Override
    public LocalDate recordedSince() {
        return jdbc.sql("select min(since) from right_use_recording")
                .query(LocalDate.class)
                .single();
    }

    private static ReportLine line(ResultSet row) throws SQLException {
        Timestamp until = row.getTimestamp("valid_until");
        return new ReportLine(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                row.getString("role_code"),
                named(row, "name"),
                named(row, "application"),
                row.getObject("quality_id", UUID.class),
                QualityKind.valueOf(row.getString("kind")),
                List.of((String[]) row.getArray("establishment_units").getArray()),
                row.getTimestamp("valid_from").toInstant(),
                until == null ? null : until.toInstant(),
                row.getObject("longest_months", Integer.class),
                row.getString("excluded_fr") == null ? null : named(row, "excluded"));
    }

    private static Translated named(ResultSet row, String prefix) throws SQLException {
        return new Translated(
                row.getString(prefix + "_fr"), row.getString(prefix + "_nl"), row.getString(prefix + "_de"));
    }
}
