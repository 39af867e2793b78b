package be.designations.insight.persistence;

import be.designations.insight.history.HistoryStore;
import be.designations.insight.history.HistoryStore.Cursor;
import be.designations.insight.history.HistoryStore.Query;
import be.designations.insight.history.HistoryStore.SubjectKind;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statement that finds what ran at an instant, or what differs between two. */
final class HistorySql {

    static final String NO_CHANGE = "cast(null as text)";

    private static final String BY_NAME = """
            %3$ssort_name %2$s, %1$sperson_id %2$s, %1$sorganisation_id %2$s,
            coalesce(%1$squality_id, '00000000-0000-0000-0000-000000000000') %2$s, %1$stype %2$s, %1$sid %2$s""";

    /** Of what is compared; where nothing is, it is {@link #BY_NAME}. */
    private static final String ORDER =
            "coalesce(array_position(array['ADDED', 'ENDED', 'BLOCKED', 'UNBLOCKED'], %1$schange), 0) %2$s, " + BY_NAME;

    /** Looked up by their ids: joined to thousands of lines, all people of the country would be read. */
    private static final String NAMED = """
            named as materialized (
                select id, first_name, last_name, niss, sort_name(last_name, first_name) collate "C" as sort_name
                  from person where id = any(array(select person_id from visible)))""";

    /** Where it does not matter what was blocked. */
    private static final String NO_BLOCKS = """
            (select cast(null as uuid) as id, cast(null as uuid) as responsibility_id, cast(null as uuid) as user_id,
                    cast(null as uuid) as quality_id
              where false) off""";

    /** Of a {@code fact}, with the block {@code k} that it has. */
    private static final String SEEN_COLUMNS = """
            fact.*, fact.block_id is not null and fact.change is distinct from 'UNBLOCKED' as blocked,
            case when fact.change = 'UNBLOCKED' then k.unblocked_basis_id else k.basis_id end as block_basis_id""";

    private HistorySql() {}

    /** Takes {@code :limit} besides. */
    static Sql page(Query query, @Nullable Cursor cursor) {
        return query.earlier() == null && query.subject().kind() != SubjectKind.PERSON
                ? walk(query, cursor)
                : sorted(query, cursor);
    }

    /**
     * Along the names of those who are or were anything there, and no further than the page and the count: what it costs
     * does not grow with the entity. The order is {@link #BY_NAME}.
     */
    private static Sql walk(Query query, @Nullable Cursor cursor) {
        boolean backward = cursor != null && cursor.backward();
        String direction = backward ? "desc" : "";
        Map<String, Object> parameters = parameters(query);
        parameters.put("counted", HistoryStore.COUNTED + 1);
        List<String> parts = new ArrayList<>();
        parts.add(ReachSql.MANAGED);
        String from = "";
        String place = "";
        if (cursor != null) {
            parameters.put("cursor", cursor.line());
            parts.add("""
                    place as materialized (
                        select fact.*, sort_name(p.last_name, p.first_name) collate "C" as sort_name
                          from (%s) fact join person p on p.id = fact.person_id where %s)""".formatted(lines(query, NO_BLOCKS, "r.id = :cursor"), ReachSql.VISIBLE));
            from = """
                     where (sort_name, person_id) %s (
                         coalesce((select sort_name from place), %s), coalesce((select person_id from place), '%s'))""".formatted(
                            backward ? "<=" : ">=",
                            backward ? "U&'\\+10FFFF'" : "''",
                            backward ? "ffffffff-ffff-ffff-ffff-ffffffffffff" : "00000000-0000-0000-0000-000000000000");
            place = " and coalesce((%s) %s (select %s from place c), true)"
                    .formatted(
                            BY_NAME.formatted("fact.", "", "w."),
                            backward ? "<" : ">",
                            BY_NAME.formatted("c.", "", "c."));
        }
        parts.add("""
                people as (
                    select distinct sort_name, person_id from (%s) known %s
                     order by sort_name %3$s, person_id %3$s)""".formatted(known(query.subject().kind()), from, direction));
        parts.add("""
                found as (
                    select %s, w.sort_name
                      from people w cross join lateral (%s) fact
                      left join responsibility_block k on k.id = fact.block_id
                     where %s%s
                     order by %s
                     limit :limit)""".formatted(
                        SEEN_COLUMNS,
                        lines(
                                query,
                                "(" + blocks("at", query.subject().kind(), "r.person_id = w.person_id") + ") off",
                                "r.person_id = w.person_id"),
                        ReachSql.VISIBLE,
                        place,
                        BY_NAME.formatted("fact.", direction, "w.")));
        parts.add(
                "page as (select f.*, p.first_name, p.last_name, p.niss from found f join person p on p.id = f.person_id)");
        return new Sql(
                """
                with %s
                select (select count(*) from (select 1 from (%s) fact where %s limit :counted) counted) as total, %s order by %s""".formatted(
                                String.join(",\n", parts),
                                lines(query, NO_BLOCKS, "true"),
                                ReachSql.VISIBLE,
                                details("page", "page"),
                                BY_NAME.formatted("page.", direction, "page.")),
                parameters);
    }

    /** Everybody of whom there may be a line: who has a right is or was a user, as long as the right is kept. */
    private static String known(SubjectKind kind) {
        return kind == SubjectKind.QUALITY ? """
                select r.sort_name, r.person_id from responsibility r where r.quality_id = :subject and r.kind = 'USER'
                union all
                select r.sort_name, r.person_id from responsibility r where r.quality_id = :subject and r.kind <> 'USER'""" : """
                select r.sort_name, r.person_id from responsibility r where r.organisation_id = :subject
                union all
                select sort_name(p.last_name, p.first_name) collate "C", p.id
                  from dpd_mandate m join person p on p.id = m.person_id where m.organisation_id = :subject""";
    }

    private static Sql sorted(Query query, @Nullable Cursor cursor) {
        boolean backward = cursor != null && cursor.backward();
        String place = cursor == null
                ? ""
                : """

                 where coalesce((%s) %s (
                     select %s from visible c join named cp on cp.id = c.person_id where c.id = :cursor), true)""".formatted(order("v.", "", "p."), backward ? "<" : ">", order("c.", "", "cp."));
        Map<String, Object> parameters = parameters(query);
        if (cursor != null) {
            parameters.put("cursor", cursor.line());
        }
        String direction = backward ? "desc" : "";
        return new Sql(
                """
                %s,
                %s,
                page as (
                    select v.*, p.first_name, p.last_name, p.niss, p.sort_name from visible v join named p on p.id = v.person_id %s
                     order by %s
                     limit :limit)
                select (select count(*) from visible) as total, %s order by %s""".formatted(
                                visible(query),
                                NAMED,
                                place,
                                order("v.", direction, "p."),
                                details("page", "page"),
                                order("page.", direction, "page.")),
                parameters);
    }

    static Sql all(Query query) {
        return new Sql(
                """
                %s,
                %s,
                page as (
                    select v.*, p.first_name, p.last_name, p.niss, p.sort_name from visible v join named p on p.id = v.person_id)
                select %s order by %s""".formatted(visible(query), NAMED, details("page", "page"), order("page.", "", "page.")),
                parameters(query));
    }

    /** The columns of a line with the tables they come from; {@code fact} is the name within the line's own condition. */
    static String details(String source, String person) {
        return """
                %1$s.change, %1$s.id, %1$s.type, %1$s.code, %1$s.person_id, %1$s.organisation_id, %1$s.quality_id,
                %1$s.domain_code, %1$s.valid_from, %1$s.valid_until, %1$s.gave_until, %1$s.blocked, false as of_readers_subdivision,
                %2$s.first_name || ' ' || %2$s.last_name as name, %2$s.niss,
                o.enterprise_number, o.name_fr as organisation_fr, o.name_nl as organisation_nl,
                o.name_de as organisation_de, q.kind as quality_kind, s.name as subdivision,
                d.name_fr as domain_fr, d.name_nl as domain_nl, d.name_de as domain_de,
                t.name_fr as role_fr, t.name_nl as role_nl, t.name_de as role_de,
                i.name_fr as application_fr, i.name_nl as application_nl, i.name_de as application_de, %3$s, %4$s, %5$s
                  from %1$s
                  join organisation o on o.id = %1$s.organisation_id
                  left join quality q on q.id = %1$s.quality_id
                  left join subdivision s on s.id = %1$s.subdivision_id
                  left join access_domain d on d.code = %1$s.domain_code
                  left join role t on %1$s.type = 'RIGHT' and t.code = %1$s.code
                  left join application i on i.code = t.application_code
                  %6$s %7$s %8$s""".formatted(
                        source,
                        person,
                        GroundsColumns.columns("b"),
                        GroundsColumns.columns("e"),
                        GroundsColumns.columns("x"),
                        GroundsColumns.join("b", source + ".basis_id"),
                        GroundsColumns.join("e", source + ".ended_basis_id"),
                        GroundsColumns.join("x", source + ".block_basis_id"));
    }

    private static String order(String row, String direction, String person) {
        return ORDER.formatted(row, direction, person);
    }

    private static Map<String, Object> parameters(Query query) {
        Map<String, Object> parameters = ReachSql.parameters(query.reader());
        parameters.put("subject", query.subject().id());
        parameters.put("at", Timestamp.from(query.at()));
        Instant earlier = query.earlier();
        if (earlier != null) {
            parameters.put("earlier", Timestamp.from(earlier));
        }
        return parameters;
    }

    /** The named parts of the statement up to {@code visible}: the lines that the reader may see. */
    private static String visible(Query query) {
        boolean compares = query.earlier() != null;
        SubjectKind kind = query.subject().kind();
        List<String> parts = new ArrayList<>();
        parts.add(ReachSql.MANAGED);
        parts.add("off as materialized (" + blocks("at", kind, "true") + ")");
        if (compares) {
            parts.add("off_before as materialized (" + blocks("earlier", kind, "true") + ")");
        }
        parts.add("line as (" + lines(query, "off", "true") + ")");
        parts.add("""
                visible as materialized (
                    select %s
                      from line fact left join responsibility_block k on k.id = fact.block_id
                     where %s%s)""".formatted(SEEN_COLUMNS, compares ? "fact.change is not null and " : "", ReachSql.VISIBLE));
        return "with " + String.join(",\n", parts);
    }

    /**
     * All lines, whoever reads.
     *
     * @param off  what was blocked at the instant, by the name {@code off}
     * @param more a condition on the row {@code r}
     */
    private static String lines(Query query, String off, String more) {
        boolean compares = query.earlier() != null;
        SubjectKind kind = query.subject().kind();
        List<String> sources = new ArrayList<>();
        sources.add(source(
                compares,
                off,
                """
                'RESPONSIBILITY' as type, r.kind as code, r.person_id, r.organisation_id, r.quality_id, r.subdivision_id,
                r.domain_code,
                r.valid_from, r.valid_until, r.gave_until, r.basis_id, r.ended_basis_id""",
                "responsibility r",
                true,
                "%s.responsibility_id = r.id",
                where(kind, "r.person_id", "r.quality_id", "r.organisation_id") + " and " + more));
        sources.add(source(
                compares,
                off,
                """
                'RIGHT', r.role_code, r.person_id, rq.organisation_id, r.quality_id, null, null,
                r.valid_from, r.valid_until, r.gave_until, r.basis_id, r.ended_basis_id""",
                "role_assignment r join quality rq on rq.id = r.quality_id",
                true,
                "%s.user_id = r.person_id and %1$s.quality_id = r.quality_id",
                where(kind, "r.person_id", "r.quality_id", "rq.organisation_id") + " and " + more));
        if (kind == SubjectKind.PERSON) {
            sources.add(source(
                    compares, off, """
                    'LEGAL_FUNCTION', r.kind, r.person_id, r.organisation_id, null, null, null,
                    r.valid_from, r.valid_until, null, null, null""", "legal_function r", false, "false", "r.person_id = :subject and " + more));
        }
        if (kind != SubjectKind.QUALITY) {
            sources.add(source(
                    compares,
                    off,
                    """
                    'MANDATE', 'DPD', r.person_id, r.organisation_id, null, null, null,
                    r.valid_from, r.valid_until, null, r.basis_id, r.ended_basis_id""",
                    "dpd_mandate r",
                    false,
                    "false",
                    "r.revoked_at is null and " + where(kind, "r.person_id", "", "r.organisation_id") + " and "
                            + more));
        }
        return String.join("\nunion all\n", sources);
    }

    /** What was blocked at an instant: the responsibility and, when it is that of a user, the rights of that person. */
    private static String blocks(String instant, SubjectKind kind, String more) {
        return """
                select r.id as responsibility_id, case when r.kind = 'USER' then r.person_id end as user_id, r.quality_id, k.id
                  from responsibility r join responsibility_block k on k.responsibility_id = r.id
                 where %s and %s and %s
                   and tstzrange(k.blocked_from, k.blocked_until) @> cast(:%s as timestamptz)""".formatted(
                where(kind, "r.person_id", "r.quality_id", "r.organisation_id"), more, runs(true, instant), instant);
    }

    private static String source(
            boolean compares,
            String off,
            String columns,
            String from,
            boolean retroactive,
            String blockOf,
            String where) {
        if (!compares) {
            return """
                    select r.id, %s as change, off.id as block_id, %s
                      from %s left join %s on %s
                     where %s and %s""".formatted(
                            NO_CHANGE, columns, from, off, blockOf.formatted("off"), where, when(retroactive, false));
        }
        return """
                select r.id, diff.change,
                       case when diff.change in ('ENDED', 'UNBLOCKED') then off_before.id else off.id end as block_id, %s
                  from %s
                  left join off on %s
                  left join off_before on %s
                  cross join lateral (select case
                      when %s then case when not %s then 'ADDED'
                                        when off_before.id is null and off.id is not null then 'BLOCKED'
                                        when off_before.id is not null and off.id is null then 'UNBLOCKED' end
                      else 'ENDED' end as change) diff
                 where %s and %s""".formatted(
                        columns,
                        from,
                        blockOf.formatted("off"),
                        blockOf.formatted("off_before"),
                        runs(retroactive, "at"),
                        runs(retroactive, "earlier"),
                        where,
                        when(retroactive, true));
    }

    private static String when(boolean retroactive, boolean compares) {
        return compares
                ? "(" + runs(retroactive, "at") + " or " + runs(retroactive, "earlier") + ")"
                : runs(retroactive, "at");
    }

    /** @param retroactive whether it may have been ended with effect from the past: then it ran until that was decided */
    private static String runs(boolean retroactive, String instant) {
        String runs = "tstzrange(r.valid_from, r.valid_until) @> cast(:%s as timestamptz)".formatted(instant);
        return retroactive
                ? "(%1$s or (r.gave_until > cast(:%2$s as timestamptz) and r.valid_from <= cast(:%2$s as timestamptz)))"
                        .formatted(runs, instant)
                : runs;
    }

    private static String where(SubjectKind kind, String person, String quality, String organisation) {
        return switch (kind) {
            case PERSON -> person + " = :subject";
            case QUALITY -> quality + " = :subject";
            case ENTITY -> organisation + " = :subject";
        };
    }
}
