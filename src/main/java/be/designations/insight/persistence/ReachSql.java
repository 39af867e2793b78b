package be.designations.insight.persistence;

import be.designations.access.QualityId;
import be.designations.access.Sight;
import be.designations.directory.OrganisationId;
import be.designations.insight.history.HistoryStore.Reader;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a reader may see of rows named {@code fact}, as {@link Sight} says it. */
final class ReachSql {

    /** The subdivisions that the reader manages, unblocked, now. */
    static final String MANAGED = """
            managed as materialized (
                select g.subdivision_id from responsibility g
                 where :ownSubdivisions and g.person_id = :reader and g.kind in ('SUBDIVISION_MANAGER', 'CO_SUBDIVISION_MANAGER')
                   and tstzrange(g.valid_from, g.valid_until) @> cast(:now as timestamptz)
                   and not exists (select 1 from responsibility_block k
                                    where k.responsibility_id = g.id
                                      and tstzrange(k.blocked_from, k.blocked_until) @> cast(:now as timestamptz)))""";

    /** Needs {@link #MANAGED} in front. */
    static final String VISIBLE = """
            (:everything or fact.person_id = :reader or case
                when fact.quality_id is null then fact.organisation_id = any(:organisations)
                when fact.type = 'RESPONSIBILITY' and fact.code <> 'USER'
                    then fact.organisation_id = any(:wholes) or fact.quality_id = any(:qualities)
                else fact.organisation_id = any(:usersOfWholes) or fact.quality_id = any(:usersOfQualities)
                    or fact.subdivision_id in (select m.subdivision_id from managed m)
                    or (fact.type = 'RIGHT' and exists (select 1 from managed)
                        and exists (select 1 from responsibility u
                                     where u.person_id = fact.person_id and u.quality_id = fact.quality_id
                                       and u.kind = 'USER'
                                       and u.subdivision_id in (select m.subdivision_id from managed m) and %s))
                end)""".formatted(usedDuring("u", "fact"));

    /**
     * That somebody was a user, as the row {@code user} says, during the period of a right. What was cancelled before it
     * began has an empty period, which overlaps none: there the first instant counts.
     */
    static String usedDuring(String user, String right) {
        return """
                (tstzrange(%1$s.valid_from, %1$s.valid_until) && tstzrange(%2$s.valid_from, %2$s.valid_until)
                 or tstzrange(%1$s.valid_from, %1$s.valid_until) @> %2$s.valid_from
                 or %1$s.valid_from = %2$s.valid_from)""".formatted(user, right);
    }

    private ReachSql() {}

    static Map<String, Object> parameters(Reader reader) {
        Sight.Reach reach = reader.reach();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("everything", reach.everything());
        parameters.put("reader", reader.person().value());
        parameters.put("now", Timestamp.from(reader.now()));
        parameters.put("organisations", organisations(reach.organisations()));
        parameters.put("wholes", organisations(reach.wholes()));
        parameters.put("qualities", qualities(reach.qualities()));
        parameters.put("usersOfWholes", organisations(reach.usersOfWholes()));
        parameters.put("usersOfQualities", qualities(reach.usersOfQualities()));
        parameters.put("ownSubdivisions", reach.ownSubdivisions());
        return parameters;
    }

    private static UUID[] organisations(Collection<OrganisationId> ids) {
        return ids.stream().map(OrganisationId::value).toArray(UUID[]::new);
    }

    private static UUID[] qualities(Collection<QualityId> ids) {
        return ids.stream().map(QualityId::value).toArray(UUID[]::new);
    }
}
