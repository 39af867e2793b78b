package be.designations.figures.persistence;

import be.designations.calendar.Days;
import be.designations.directory.Language;
import be.designations.directory.OrganisationName;
import be.designations.figures.ContactLine;
import be.designations.figures.Coverage;
import be.designations.figures.CoverageLine;
import be.designations.figures.CoverageStore;
import be.designations.figures.CpasFilter;
import be.designations.figures.CpasLine;
import be.designations.figures.Found;
import be.designations.figures.Order;
import be.designations.figures.Place;
import be.designations.figures.PublicContact;
import be.designations.figures.Region;
import be.designations.figures.SharedOfficer;
import be.designations.figures.SharedOfficers;
import be.designations.figures.Sharing;
import be.designations.figures.Slice;
import be.designations.identifier.EnterpriseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every figure about the CPAS counts the rows of one and the same table, and so do the lists behind them. */
@Repository
class JdbcCoverage implements CoverageStore {

    /** The mandates that follow one upon the other without a gap are one period. */
    private static final String CPAS = """
            with cpas as (
            select o.id, o.email, m.nis_code, m.name_fr as municipality_fr, m.name_nl as municipality_nl, o.enterprise_number, o.name_fr, o.name_nl, o.name_de, o.letter_language, m.postal_code, m.region,
                   m.province_fr, m.languages, plain_name(m.name_fr) as sort_fr, plain_name(m.name_nl) as sort_nl,
                   r.person_id, r.hours_per_week, r.valid_from, s.ends_at, i.person_id as interim_id
              from organisation o
              join municipality m on m.nis_code = o.nis_code
              left join lateral (select d.person_id, d.hours_per_week, d.valid_from
                                   from dpd_mandate d
                                  where d.organisation_id = o.id and d.revoked_at is null
                                    and d.valid_from <= cast(:at as timestamptz)
                                    and (d.valid_until is null or d.valid_until > cast(:at as timestamptz))) r on true
              left join lateral (select a.person_id
                                   from assisting_officer a
                                  where r.person_id is null and a.organisation_id = o.id and a.kind = 'INTERIM'
                                    and a.revoked_at is null and a.valid_from <= cast(:at as timestamptz)
                                    and a.valid_until > cast(:at as timestamptz)) i on true
              left join lateral (select upper(period) as ends_at
                                   from (select unnest(range_agg(tstzrange(d.valid_from, d.valid_until))) as period
                                           from dpd_mandate d
                                          where d.organisation_id = o.id and d.revoked_at is null) p
                                  where period @> cast(:at as timestamptz)) s on true
             where o.kind = 'CPAS' and o.created_at <= cast(:at as timestamptz)
               and (o.stopped_on is null or o.stopped_on >= cast(:day as date))
            )
            """;

    private static final String LINES = """
            select c.*, p.first_name || ' ' || p.last_name as officer_name, n.next_from, f.dossier_number,
                   w.first_name || ' ' || w.last_name as interim_name
              from cpas c
              left join person p on p.id = c.person_id
              left join person w on w.id = c.interim_id
              left join lateral (select min(d.valid_from) as next_from
                                   from dpd_mandate d
                                  where c.person_id is null and d.organisation_id = c.id and d.revoked_at is null
                                    and d.valid_from > cast(:at as timestamptz)) n on true
              left join dpd_application a on a.organisation_id = c.id
                    and a.status in ('AWAITING_OPINION', 'AWAITING_COMPLETION', 'AWAITING_DECISION')
              left join case_file f on f.id = a.case_id
             where true""";

    private static final String CONTACTS = """
            select c.*, p.last_name, p.first_name, q.email as quality_email
              from cpas c
              left join person p on p.id = c.person_id
              left join quality q on q.organisation_id = c.id and q.kind = 'SOCIAL_ACTION'
             where true""";

    /** Whoever assists the officer of the CPAS {@code c}, or stands in for one, serves it too (D102). */
    private static final String ASSISTS = """
            assisting_officer a
             where a.organisation_id = c.id and a.revoked_at is null and a.valid_from <= cast(:at as timestamptz)
               and (a.valid_until is null or a.valid_until > cast(:at as timestamptz))""";

    private static final String SHARED = """
            , officers as (
            select s.person_id, count(distinct s.id) as cpas, sum(s.hours_per_week) as hours
              from (select c.id, c.person_id, c.hours_per_week from cpas c where c.person_id is not null
                     union all
                    select c.id, a.person_id, a.hours_per_week from cpas c cross join %s) s
             group by s.person_id
            having count(distinct s.id) > 1 or sum(s.hours_per_week) > :most)
            """.formatted(ASSISTS);

    private final JdbcClient jdbc;

    JdbcCoverage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CoverageLine> count(CpasFilter filter, Instant at) {
        Map<String, Object> parameters = parameters(filter, at);
        List.of(30, 60, 90).forEach(days -> parameters.put("soon" + days, soon(filter, days)));
        return jdbc.sql(CPAS + """
                        select region, province_fr, languages, count(*) as every,
                               count(*) filter (where person_id is null and interim_id is null) as nobody,
                               count(*) filter (where interim_id is not null) as interim,
                               count(*) filter (where ends_at <= cast(:soon30 as timestamptz)) as soon30,
                               count(*) filter (where ends_at <= cast(:soon60 as timestamptz)) as soon60,
                               count(*) filter (where ends_at <= cast(:soon90 as timestamptz)) as soon90
                          from cpas c
                         where true""" + conditions(filter, parameters) + " group by region, province_fr, languages")
                .params(parameters)
                .query((row, number) -> new CoverageLine(
                        Region.valueOf(row.getString("region")),
                        row.getString("province_fr"),
                        languages(row),
                        new Coverage(
                                row.getInt("every"),
                                row.getInt("nobody"),
                                row.getInt("interim"),
                                row.getInt("soon30"),
                                row.getInt("soon60"),
                                row.getInt("soon90"))))
                .list();
    }

    @Override
    public Found<CpasLine> find(CpasFilter filter, Instant at, Order order, Language language, Slice slice) {
        Map<String, Object> parameters = parameters(filter, at);
        String conditions = conditions(filter, parameters);
        return find(LINES + conditions, parameters, conditions, order, language, slice, (row, number) -> line(row));
    }

    @Override
    public Found<ContactLine> contacts(CpasFilter filter, Instant at, Order order, Language language, Slice slice) {
        Map<String, Object> parameters = parameters(filter, at);
        String conditions = conditions(filter, parameters);
        return find(
                CONTACTS + conditions, parameters, conditions, order, language, slice, (row, number) -> contact(row));
    }

    private <L> Found<L> find(
            String wanted,
            Map<String, Object> parameters,
            String conditions,
            Order order,
            Language language,
            Slice slice,
            RowMapper<L> line) {
        long total = jdbc.sql(CPAS + "select count(*) from cpas c where true" + conditions)
                .params(parameters)
                .query(Long.class)
                .single();
        int page = slice.pageOf(total);
        parameters.put("size", slice.size());
        parameters.put("before", (page - 1) * slice.size());
        List<L> lines = jdbc.sql(CPAS + wanted + by(order, language) + " limit :size offset :before")
                .params(parameters)
                .query(line)
                .list();
        return new Found<>(lines, total, page);
    }

    @Override
    public SharedOfficers countShared(CpasFilter filter, Instant at) {
        Map<String, Object> parameters = parameters(filter, at);
        parameters.put("most", SharedOfficer.MOST_HOURS);
        return jdbc.sql(CPAS + SHARED + """
                        select count(*) filter (where cpas > 1) as several, count(*) filter (where hours > :most) as over
                          from officers""")
                .params(parameters)
                .query((row, number) -> new SharedOfficers(row.getInt("several"), row.getInt("over")))
                .single();
    }

    @Override
    public Found<SharedOfficer> shared(CpasFilter filter, Instant at, Sharing sharing, Order order, Slice slice) {
        Map<String, Object> parameters = parameters(filter, at);
        parameters.put("most", SharedOfficer.MOST_HOURS);
        String wanted =
                switch (sharing) {
                    case ANY -> "";
                    case SEVERAL -> " where o.cpas > 1";
                    case OVER -> " where o.hours > :most";
                };
        long total = jdbc.sql(CPAS + SHARED + "select count(*) from officers o" + wanted)
                .params(parameters)
                .query(Long.class)
                .single();
        int page = slice.pageOf(total);
        parameters.put("size", slice.size());
        parameters.put("before", (page - 1) * slice.size());
        String direction = order.ascending() ? "" : " desc";
        String by =
                switch (order.column()) {
                    case "name" -> "sort_name(p.last_name, p.first_name)" + direction;
                    case "cpas" -> "o.cpas" + direction + ", o.hours" + direction;
                    default -> "o.hours" + direction;
                };
        List<SharedOfficer> lines = jdbc.sql(
                        CPAS + SHARED + """
                        select o.person_id, p.first_name || ' ' || p.last_name as name, o.cpas, o.hours
                          from officers o join person p on p.id = o.person_id""" + wanted + " order by " + by + ", o.person_id limit :size offset :before")
                .params(parameters)
                .query((row, number) -> new SharedOfficer(
                        row.getObject("person_id", UUID.class),
                        row.getString("name"),
                        row.getInt("cpas"),
                        row.getBigDecimal("hours")))
                .list();
        return new Found<>(lines, total, page);
    }

    private static Map<String, Object> parameters(CpasFilter filter, Instant at) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("at", Timestamp.from(at));
        parameters.put("day", filter.day());
        return parameters;
    }

    /** When it is over what ends within so many days. */
    private static Timestamp soon(CpasFilter filter, int days) {
        return Timestamp.from(Days.endOf(filter.day().plusDays(days)));
    }

    private static String conditions(CpasFilter filter, Map<String, Object> parameters) {
        var conditions = new StringBuilder();
        String soon = "c.ends_at <= cast(:soon as timestamptz)";
        conditions.append(
                switch (filter.cover()) {
                    case NONE_OR_SOON -> " and (c.person_id is null or " + soon + ")";
                    case NONE -> " and c.person_id is null and c.interim_id is null";
                    case INTERIM -> " and c.interim_id is not null";
                    case SOON -> " and " + soon;
                    case SOMEBODY -> " and c.person_id is not null";
                    case ALL -> "";
                });
        parameters.put("soon", soon(filter, filter.days()));
        Place place = filter.place();
        if (place != null) {
            conditions.append(" and c.region = :region");
            parameters.put("region", place.region().name());
            if (place.area() != null) {
                conditions.append(" and c.province_fr = :province");
                parameters.put("province", place.area().province());
            }
        }
        if (filter.language() != null) {
            conditions.append(" and :language = any(c.languages)");
            parameters.put("language", filter.language().code());
        }
        if (!filter.text().isEmpty()) {
            // What begins the name, or a word of it: after a blank or a hyphen.
            conditions.append(" ").append("""
                    and (c.postal_code = :text
                          or (plain_name(:text) ~ '[a-z0-9]'
                              and strpos(' ' || translate(c.sort_fr || ' ' || c.sort_nl, '-', ' '),
                                         ' ' || translate(plain_name(:text), '-', ' ')) > 0))""");
            parameters.put("text", filter.text());
        }
        if (filter.officer() != null) {
            conditions
                    .append(" and (c.person_id = :officer or exists (select from ")
                    .append(ASSISTS)
                    .append(" and a.person_id = :officer))");
            parameters.put("officer", filter.officer());
        }
        return conditions.toString();
    }

    private static String by(Order order, Language language) {
        String direction = order.ascending() ? "" : " desc";
        String name = language == Language.FR || language == Language.EN ? "c.sort_fr" : "c.sort_nl";
        return " order by "
                + switch (order.column()) {
                    case "name" -> name + direction;
                    case "place" -> "c.region" + direction + ", c.province_fr" + direction + ", " + name + direction;
                    // Who has none comes before whoever has one for some time, and these before whoever has one for
                    // good.
                    default ->
                        "case when c.person_id is null then timestamptz '-infinity' else coalesce(c.ends_at, 'infinity') end"
                                + direction + ", " + name + direction;
                }
                + ", c.id";
    }

    private static CpasLine line(ResultSet row) throws SQLException {
        UUID officer = row.getObject("person_id", UUID.class);
        return new CpasLine(
                new EnterpriseNumber(row.getString("enterprise_number")),
                name(row),
                row.getString("postal_code"),
                Region.valueOf(row.getString("region")),
                row.getString("province_fr"),
                languages(row),
                officer == null
                        ? null
                        : new CpasLine.Officer(
                                officer,
                                row.getString("officer_name"),
                                row.getBigDecimal("hours_per_week"),
                                row.getTimestamp("valid_from").toInstant(),
                                instant(row, "ends_at")),
                row.getString("interim_name"),
                instant(row, "next_from"),
                row.getString("dossier_number"));
    }

    private static ContactLine contact(ResultSet row) throws SQLException {
        boolean officer = row.getObject("person_id") != null;
        return new ContactLine(
                new PublicContact(
                        new EnterpriseNumber(row.getString("enterprise_number")),
                        row.getString("nis_code"),
                        name(row),
                        languages(row),
                        row.getString("postal_code"),
                        Region.valueOf(row.getString("region")),
                        row.getString("province_fr"),
                        null),
                List.of(row.getString("municipality_fr"), row.getString("municipality_nl")),
                officer ? List.of(row.getString("last_name"), row.getString("first_name")) : List.of(),
                row.getString("quality_email"),
                row.getString("email"));
    }

    private static OrganisationName name(ResultSet row) throws SQLException {
        return new OrganisationName(
                row.getString("name_fr"),
                row.getString("name_nl"),
                row.getString("name_de"),
                Language.of(row.getString("letter_language")));
    }

    private static List<Language> languages(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("languages").getArray())
                .map(Language::of)
                .toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
