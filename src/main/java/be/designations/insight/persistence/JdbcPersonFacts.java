package be.designations.insight.persistence;

import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Translated;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.insight.AccessOverview.Fact;
import be.designations.insight.AccessOverview.FactType;
import be.designations.insight.AccessOverview.Facts;
import be.designations.insight.AccessOverview.TieFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that a person is and was, from the five tables that say so, in one statement. */
final class JdbcPersonFacts {

    private static final String FACTS = """
            with managed as (%1$s),
            fact as (
                select r.id, 'RESPONSIBILITY' as type, r.kind as code, r.organisation_id, r.quality_id, r.subdivision_id,
                       r.domain_code,
                       r.valid_from, r.valid_until, r.gave_until, r.basis_id, r.ended_basis_id,
                       cast(null as text) as declared,
                       exists (select 1 from responsibility_block k
                                where k.responsibility_id = r.id
                                  and tstzrange(k.blocked_from, k.blocked_until) @> cast(:at as timestamptz)) as blocked,
                       coalesce(r.subdivision_id in (select * from managed), false) as of_readers_subdivision
                  from responsibility r where r.person_id = :person
                union all
                select a.id, 'RIGHT', a.role_code, q.organisation_id, a.quality_id, null, null,
                       a.valid_from, a.valid_until, a.gave_until, a.basis_id, a.ended_basis_id, null,
                       exists (select 1 from responsibility u
                                 join responsibility_block k on k.responsibility_id = u.id
                                where u.person_id = a.person_id and u.quality_id = a.quality_id and u.kind = 'USER'
                                  and tstzrange(u.valid_from, u.valid_until) @> cast(:at as timestamptz)
                                  and tstzrange(k.blocked_from, k.blocked_until) @> cast(:at as timestamptz)),
                       exists (select 1 from responsibility u
                                where u.person_id = a.person_id and u.quality_id = a.quality_id and u.kind = 'USER'
                                  and u.subdivision_id in (select * from managed) and %6$s)
                  from role_assignment a join quality q on q.id = a.quality_id
                 where a.person_id = :person
                   and (cast(:within as uuid[]) is null
                        or a.quality_id in (select n.id from quality n where n.organisation_id = any(:within)))
                union all
                select f.id, 'LEGAL_FUNCTION', f.kind, f.organisation_id, null, null, null,
                       f.valid_from, f.valid_until, null, null, null, null, false, false
                  from legal_function f where f.person_id = :person
                union all
                select m.id, 'MANDATE', 'DPD', m.organisation_id, null, null, null,
                       m.valid_from, m.valid_until, null, m.basis_id, m.ended_basis_id, null, false, false
                  from dpd_mandate m where m.person_id = :person and m.revoked_at is null
                union all
                select w.id, 'RELATIONSHIP', w.category, w.organisation_id, null, null, null,
                       w.valid_from, w.valid_until, null, null, null, w.reason, false, false
                  from working_relationship w where w.person_id = :person)
            select fact.*, o.enterprise_number, o.name_fr as organisation_fr, o.name_nl as organisation_nl,
                   o.name_de as organisation_de, q.kind as quality_kind, s.name as subdivision,
                   d.name_fr as domain_fr, d.name_nl as domain_nl, d.name_de as domain_de,
                   t.name_fr as role_fr, t.name_nl as role_nl, t.name_de as role_de,
                   i.name_fr as application_fr, i.name_nl as application_nl, i.name_de as application_de, %2$s, %3$s
              from fact
              join organisation o on o.id = fact.organisation_id
              left join quality q on q.id = fact.quality_id
              left join subdivision s on s.id = fact.subdivision_id
              left join access_domain d on d.code = fact.domain_code
              left join role t on fact.type = 'RIGHT' and t.code = fact.code
              left join application i on i.code = t.application_code %4$s %5$s
             where cast(:within as uuid[]) is null or fact.organisation_id = any(:within)
             order by fact.valid_from desc, fact.type, fact.code, fact.id""".formatted(
                    JdbcQualityUsers.managedSubdivisions(":reader"),
                    GroundsColumns.columns("b"),
                    GroundsColumns.columns("e"),
                    GroundsColumns.join("b", "fact.basis_id"),
                    GroundsColumns.join("e", "fact.ended_basis_id"),
                    ReachSql.usedDuring("u", "a"));

    private final JdbcClient jdbc;

    JdbcPersonFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param within only in these entities, or null for all */
    Facts of(PersonId person, PersonId reader, Instant at, @Nullable Collection<OrganisationId> within) {
        List<Fact> facts = new ArrayList<>();
        List<TieFact> ties = new ArrayList<>();
        jdbc.sql(FACTS)
                .param("person", person.value())
                .param("reader", reader.value())
                .param("at", Timestamp.from(at))
                .param(
                        "within",
                        within == null
                                ? null
                                : within.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .query(row -> {
                    String type = row.getString("type");
                    boolean relationship = type.equals("RELATIONSHIP");
                    if (!relationship) {
                        facts.add(fact(row));
                    }
                    if (relationship || type.equals(FactType.LEGAL_FUNCTION.name())) {
                        ties.add(tie(person, relationship, row));
                    }
                });
        ties.sort(Comparator.comparing(TieFact::from));
        return new Facts(facts, ties);
    }

    private static TieFact tie(PersonId person, boolean relationship, ResultSet row) throws SQLException {
        String code = row.getString("code");
        return new TieFact(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                person,
                relationship ? null : LegalFunctionKind.valueOf(code),
                relationship ? RelationshipCategory.valueOf(code) : null,
                row.getTimestamp("valid_from").toInstant(),
                JdbcAccessOverview.instant(row, "valid_until"),
                row.getString("declared"),
                List.of());
    }

    static Fact fact(ResultSet row) throws SQLException {
        FactType type = FactType.valueOf(row.getString("type"));
        UUID quality = row.getObject("quality_id", UUID.class);
        String qualityKind = row.getString("quality_kind");
        return new Fact(
                row.getObject("id", UUID.class),
                type,
                row.getString("code"),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("enterprise_number"),
                JdbcQualityUsers.translated(row, "organisation"),
                quality == null ? null : new QualityId(quality),
                qualityKind == null ? null : QualityKind.valueOf(qualityKind),
                row.getString("subdivision"),
                JdbcAccessOverview.domain(row),
                ofRight(type, row, "role"),
                ofRight(type, row, "application"),
                row.getTimestamp("valid_from").toInstant(),
                JdbcAccessOverview.instant(row, "valid_until"),
                JdbcAccessOverview.instant(row, "gave_until"),
                row.getBoolean("blocked"),
                row.getBoolean("of_readers_subdivision"),
                GroundsColumns.readIfAny(row, "b"),
                GroundsColumns.readIfAny(row, "e"),
                List.of());
    }

    private static @Nullable Translated ofRight(FactType type, ResultSet row, String name) throws SQLException {
        return type == FactType.RIGHT ? JdbcQualityUsers.translated(row, name) : null;
    }
}
