package be.designations.insight.persistence;

import be.designations.access.BasisId;
import be.designations.insight.history.Effect;
import be.designations.insight.history.HistoryStore;
import be.designations.insight.history.HistoryStore.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The statement that finds what a decision did. A decision of the start of the register gave millions of rows: each source
 * is read in the order of its index, within the reader's entities, and no further than is counted.
 */
final class DecisionSql {

    private static final String RESPONSIBILITY = """
            'RESPONSIBILITY' as type, r.kind as code, r.person_id, r.organisation_id, r.quality_id, r.subdivision_id,
            r.domain_code, r.valid_from, r.valid_until, r.gave_until, r.basis_id, r.ended_basis_id""";

    private static final String RIGHT = """
            'RIGHT' as type, r.role_code as code, r.person_id, rq.organisation_id, r.quality_id, cast(null as uuid), cast(null as text),
            r.valid_from, r.valid_until, r.gave_until, r.basis_id, r.ended_basis_id""";

    /** A mandate that was revoked never ran. */
    private static final String MANDATE = """
            'MANDATE' as type, 'DPD' as code, r.person_id, r.organisation_id, cast(null as uuid) as quality_id,
            cast(null as uuid), cast(null as text), r.valid_from,
            case when r.revoked_at is null then r.valid_until else r.valid_from end as valid_until, cast(null as timestamptz),
            r.basis_id, r.ended_basis_id""";

    private static final String COLUMNS =
            "id, type, code, person_id, organisation_id, quality_id, subdivision_id, domain_code, valid_from, valid_until, gave_until, basis_id,"
                    + " ended_basis_id";

    private DecisionSql() {}

    /** Takes {@code :limit} besides. */
    static Sql effects(BasisId decision, Reader reader) {
        boolean everything = reader.reach().everything();
        String entities = everything ? "" : " and (r.organisation_id = any(:organisations) or r.person_id = :reader)";
        String qualities = everything
                ? ""
                : " and (r.quality_id = any(array(select mine.id from quality mine"
                        + " where mine.organisation_id = any(:organisations))) or r.person_id = :reader)";
        String rights = "role_assignment r join quality rq on rq.id = r.quality_id";
        List<String> sources = new ArrayList<>();
        for (boolean begins : new boolean[] {true, false}) {
            String column = begins ? "r.basis_id" : "r.ended_basis_id";
            sources.add(source(begins, RESPONSIBILITY, "responsibility r", column, entities, "organisation_id"));
            sources.add(source(begins, RIGHT, rights, column, qualities, "quality_id"));
            sources.add(source(begins, MANDATE, "dpd_mandate r", column, entities, "organisation_id"));
        }
        String blocks = "responsibility_block k join responsibility r on r.id = k.responsibility_id";
        String confirmations = "responsibility_confirmation c join responsibility r on r.id = c.responsibility_id";
        sources.add(source(Effect.BLOCKED, blocks, "k.basis_id", entities));
        sources.add(source(Effect.UNBLOCKED, blocks, "k.unblocked_basis_id", entities));
        sources.add(source(Effect.CONFIRMED, confirmations, "c.basis_id", entities));
        sources.add(source(
                "'" + Effect.CONFIRMED + "'",
                RIGHT,
                "role_assignment_confirmation c join role_assignment r on r.id = c.role_assignment_id"
                        + " join quality rq on rq.id = r.quality_id",
                "c.basis_id",
                qualities,
                "quality_id"));
        Map<String, Object> parameters = ReachSql.parameters(reader);
        parameters.put("basis", decision.value());
        parameters.put("counted", HistoryStore.COUNTED + 1);
        return new Sql(
                """
                with %s,
                fact as materialized (
                %s)
                select fact.effect, count(*) over () as total, %s
                 join person p on p.id = fact.person_id
                 order by array_position(array['BEGUN', 'ENDED', 'CANCELLED', 'BLOCKED', 'UNBLOCKED', 'CONFIRMED'], fact.effect),
                          lower(p.last_name) collate "C", lower(p.first_name) collate "C", p.id,
                          fact.organisation_id, fact.type, fact.id
                 limit :limit""".formatted(ReachSql.MANAGED, String.join("\nunion all\n", sources), HistorySql.details("fact", "p")),
                parameters);
    }

    private static String source(
            boolean begins, String columns, String from, String basis, String mine, String orderedBy) {
        String effect =
                begins ? "'BEGUN'" : "case when fact.valid_until <= fact.valid_from then 'CANCELLED' else 'ENDED' end";
        return source(effect, columns, from, basis, mine, orderedBy);
    }

    private static String source(Effect effect, String from, String basis, String mine) {
        return source("'" + effect + "'", RESPONSIBILITY, from, basis, mine, "organisation_id");
    }

    private static String source(
            String effect, String columns, String from, String basis, String mine, String orderedBy) {
        return """
                (select %s as effect, %s as change, false as blocked, cast(null as uuid) as block_basis_id, fact.*
                   from (select r.id, %s from %s where %s = :basis%s) fact (%s)
                  where %s
                  order by fact.%s, fact.id limit :counted)""".formatted(
                        effect, HistorySql.NO_CHANGE, columns, from, basis, mine, COLUMNS, ReachSql.VISIBLE, orderedBy);
    }
}
