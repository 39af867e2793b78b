package be.designations.insight.persistence;

import be.designations.access.DomainCode;
import be.designations.access.DomainName;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.insight.AccessOverview;
import be.designations.insight.Grounds;
import be.designations.insight.Holding;
import be.designations.insight.NamedPerson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccessOverview implements AccessOverview {

    private static final String BLOCKED = """
            exists (select 1 from responsibility_block k
                     where k.responsibility_id = r.id
                       and tstzrange(k.blocked_from, k.blocked_until) @> cast(:at as timestamptz)) as blocked""";

    private static final String HOLDINGS = """
            select r.id, r.kind, r.person_id, p.first_name || ' ' || p.last_name as name,
                   case when :niss then p.niss end as niss, s.name as subdivision, r.domain_code,
                   d.name_fr as domain_fr, d.name_nl as domain_nl, d.name_de as domain_de,
                   r.valid_from, r.valid_until, %s, %s, %s
              from responsibility r
              join person p on p.id = r.person_id
              left join subdivision s on s.id = r.subdivision_id
              left join access_domain d on d.code = r.domain_code %s %s
            """.formatted(
                    BLOCKED,
                    GroundsColumns.columns("b"),
                    GroundsColumns.columns("e"),
                    GroundsColumns.join("b", "r.basis_id"),
                    GroundsColumns.join("e", "r.ended_basis_id"));

    private final JdbcClient jdbc;
    private final JdbcPersonFacts facts;
    private final JdbcQualityUsers users;
    private final JdbcConfirmations confirmations;

    JdbcAccessOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.facts = new JdbcPersonFacts(jdbc);
        this.users = new JdbcQualityUsers(jdbc);
        this.confirmations = new JdbcConfirmations(jdbc);
    }

    @Override
    public List<Holding> entityManagers(OrganisationId organisation, Instant at, boolean withNiss) {
        return holdings("""
                         where r.organisation_id = :of
                           and r.kind in ('PRINCIPAL_ACCESS_MANAGER', 'CO_PRINCIPAL_ACCESS_MANAGER', 'ACCESS_MANAGER',
                                          'CO_ACCESS_MANAGER')
                           and tstzrange(r.valid_from, r.valid_until) @> cast(:at as timestamptz)
                         order by d.position nulls first,
                                  r.kind in ('CO_PRINCIPAL_ACCESS_MANAGER', 'CO_ACCESS_MANAGER'), r.valid_from, r.id""", organisation.value(), at, withNiss);
    }

    @Override
    public List<QualityLine> qualities(OrganisationId organisation, Instant at) {
        return jdbc
                .sql("""
                        select q.id, q.kind, q.identifier, p.id as manager, p.first_name || ' ' || p.last_name as manager_name
                          from quality q
                          left join responsibility r on r.quality_id = q.id and r.kind = 'LOCAL_MANAGER'
                               and tstzrange(r.valid_from, r.valid_until) @> cast(:at as timestamptz)
                          left join person p on p.id = r.person_id
                         where q.organisation_id = :organisation""")
                .param("organisation", organisation.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> {
                    UUID manager = row.getObject("manager", UUID.class);
                    return new QualityLine(
                            new QualityId(row.getObject("id", UUID.class)),
                            QualityKind.valueOf(row.getString("kind")),
                            row.getString("identifier"),
                            manager == null
                                    ? null
                                    : new NamedPerson(new PersonId(manager), row.getString("manager_name"), null));
                })
                .list()
                .stream()
                .sorted(Comparator.comparing(QualityLine::kind).thenComparing(QualityLine::identifier))
                .toList();
    }

    @Override
    public List<MandateLine> mandates(OrganisationId cpas) {
        return jdbc.sql("""
                        select p.id as person_id, p.first_name || ' ' || p.last_name as name, null as niss, m.valid_from,
                               m.valid_until, m.hours_per_week, m.end_reason, m.role, %s
                          from (select 'OFFICER' as role, d.person_id, d.valid_from, d.valid_until, d.hours_per_week, d.end_reason,
                                       d.basis_id
                                  from dpd_mandate d where d.organisation_id = :cpas and d.revoked_at is null
                                union all
                                select a.kind, a.person_id, a.valid_from, a.valid_until, a.hours_per_week, a.end_reason, a.basis_id
                                  from assisting_officer a where a.organisation_id = :cpas and a.revoked_at is null) m
                          join person p on p.id = m.person_id %s
                         order by m.valid_from desc""".formatted(GroundsColumns.columns("b"), GroundsColumns.join("b", "m.basis_id")))
                .param("cpas", cpas.value())
                .query((row, number) -> new MandateLine(
                        row.getString("role"),
                        JdbcQualityUsers.person(row),
                        row.getTimestamp("valid_from").toInstant(),
                        instant(row, "valid_until"),
                        row.getBigDecimal("hours_per_week"),
                        row.getString("end_reason"),
                        GroundsColumns.read(row, "b")))
                .list();
    }

    @Override
    public Optional<String> openDossier(OrganisationId cpas) {
        return jdbc.sql("""
                        select dossier_number from case_file
                         where organisation_id = :cpas and kind = 'DPD_DESIGNATION' and closed_at is null
                         order by opened_at desc limit 1""").param("cpas", cpas.value()).query(String.class).optional();
    }

    @Override
    public List<Holding> qualityManagers(QualityId quality, Instant at, boolean withNiss) {
        return holdings("""
                         where r.quality_id = :of and r.kind <> 'USER'
                           and (r.kind = 'LOCAL_MANAGER'
                                or tstzrange(r.valid_from, r.valid_until) @> cast(:at as timestamptz))
                         order by r.kind, s.name, r.valid_from desc, r.id""", quality.value(), at, withNiss);
    }

    @Override
    public List<Subdivision> subdivisions(QualityId quality, Instant at) {
        return jdbc.sql("""
                        select s.id, s.name, coalesce(u.users, 0) as users
                          from subdivision s
                          left join (select r.subdivision_id, count(*) as users from responsibility r
                                      where r.quality_id = :quality and r.kind = 'USER' %s
                                      group by r.subdivision_id) u on u.subdivision_id = s.id
                         where s.quality_id = :quality
                         order by lower(s.name), s.id""".formatted(JdbcQualityUsers.RUNS.formatted("r")))
                .param("quality", quality.value())
                .param("at", Timestamp.from(at))
                .query(Subdivision.class)
                .list();
    }

    @Override
    public UserPage users(UserQuery query) {
        return users.page(query);
    }

    @Override
    public List<RoleLine> roles(QualityKind kind) {
        return users.roles(kind);
    }

    @Override
    public Facts facts(PersonId person, PersonId reader, Instant at, @Nullable Collection<OrganisationId> within) {
        if (within != null && within.isEmpty()) {
            return new Facts(List.of(), List.of());
        }
        Facts found = facts.of(person, reader, at, within);
        Map<UUID, List<Grounds>> confirmed = confirmations.of(
                Stream.concat(
                                found.facts().stream().map(Fact::id),
                                found.ties().stream().map(TieFact::id))
                        .toList(),
                at);
        return new Facts(
                found.facts().stream()
                        .map(fact -> fact.confirmedBy(confirmed.getOrDefault(fact.id(), List.of())))
                        .toList(),
                found.ties().stream()
                        .map(tie -> tie.changedBy(confirmed.getOrDefault(tie.id(), List.of())))
                        .toList());
    }

    /** @param which the conditions and the order, of the entity or quality {@code :of} */
    private List<Holding> holdings(String which, UUID of, Instant at, boolean withNiss) {
        List<Holding> holdings = jdbc.sql(HOLDINGS + which)
                .param("of", of)
                .param("at", Timestamp.from(at))
                .param("niss", withNiss)
                .query((row, number) -> holding(row))
                .list();
        Map<UUID, List<Grounds>> confirmed =
                confirmations.of(holdings.stream().map(Holding::id).toList(), at);
        return holdings.stream()
                .map(held -> held.confirmedBy(confirmed.getOrDefault(held.id(), List.of())))
                .toList();
    }

    private static Holding holding(ResultSet row) throws SQLException {
        return new Holding(
                row.getObject("id", UUID.class),
                ResponsibilityKind.valueOf(row.getString("kind")),
                JdbcQualityUsers.person(row),
                row.getString("subdivision"),
                domain(row),
                row.getTimestamp("valid_from").toInstant(),
                instant(row, "valid_until"),
                row.getBoolean("blocked"),
                GroundsColumns.read(row, "b"),
                GroundsColumns.readIfAny(row, "e"),
                List.of());
    }

    static @Nullable DomainName domain(ResultSet row) throws SQLException {
        String code = row.getString("domain_code");
        return code == null ? null : new DomainName(new DomainCode(code), JdbcQualityUsers.translated(row, "domain"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
