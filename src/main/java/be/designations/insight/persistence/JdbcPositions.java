package be.designations.insight.persistence;

import be.designations.access.CapacityKind;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.identifier.Niss;
import be.designations.insight.AccessOverview.RightLine;
import be.designations.insight.AccessOverview.SubdivisionName;
import be.designations.insight.AccessOverview.UserCursor;
import be.designations.insight.NamedPerson;
import be.designations.insight.Position;
import be.designations.insight.Position.QualityName;
import be.designations.insight.Positions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPositions implements Positions {

    private static final String RUNS = JdbcQualityUsers.RUNS;

    private static final String POSITIONS = """
            select r.person_id, r.organisation_id, r.kind, q.id as quality_id, q.kind as quality_kind, q.identifier,
                   s.id as subdivision_id, s.name as subdivision, r.domain_code,
                   d.name_fr as domain_fr, d.name_nl as domain_nl, d.name_de as domain_de,
                   exists (select 1 from responsibility_block k
                            where k.responsibility_id = r.id
                              and tstzrange(k.blocked_from, k.blocked_until) @> cast(:at as timestamptz)) as blocked
              from responsibility r
              left join quality q on q.id = r.quality_id
              left join subdivision s on s.id = r.subdivision_id
              left join access_domain d on d.code = r.domain_code
             where r.person_id = any(:people) and r.organisation_id = any(:organisations) %s
            union all
            select f.person_id, f.organisation_id, f.kind, null, null, null, null, null, null, null, null, null, false
              from legal_function f
             where f.person_id = any(:people) and f.organisation_id = any(:organisations) %s""".formatted(RUNS.formatted("r"), RUNS.formatted("f"));

    /** Both halves are in order and no longer than a page, so that thousands cost what a few do. */
    private static final String PEOPLE = """
            with found as (
                (select distinct r.sort_name, r.person_id from responsibility r
                  where r.organisation_id = :organisation %1$s %2$s
                  order by r.sort_name %3$s, r.person_id %3$s limit :limit)
                union
                (select r.sort_name, r.person_id
                   from (select sort_name(p.last_name, p.first_name) collate "C" as sort_name, p.id as person_id,
                                f.valid_from, f.valid_until
                           from legal_function f join person p on p.id = f.person_id
                          where f.organisation_id = :organisation) r
                  where true %1$s %2$s
                  order by r.sort_name %3$s, r.person_id %3$s limit :limit)
                order by sort_name %3$s, person_id %3$s limit :limit)
            select p.id as person_id, p.first_name || ' ' || p.last_name as name, case when :niss then p.niss end as niss
              from found join person p on p.id = found.person_id
             order by found.sort_name %3$s, p.id %3$s""";

    private static final String TOTAL = """
            select count(*) from (
                select r.person_id from responsibility r where r.organisation_id = :organisation %1$s %2$s
                union
                select r.person_id
                  from (select sort_name(p.last_name, p.first_name) collate "C" as sort_name, p.id as person_id,
                               f.valid_from, f.valid_until
                          from legal_function f join person p on p.id = f.person_id
                         where f.organisation_id = :organisation) r
                 where true %1$s %2$s) found""";

    private static final Comparator<Position> ORDER = Comparator.comparing(Position::kind)
            .thenComparing(
                    Position::quality,
                    Comparator.nullsFirst(
                            Comparator.comparing(QualityName::kind).thenComparing(QualityName::identifier)))
            .thenComparing(Position::subdivision, Comparator.nullsFirst(Comparator.comparing(SubdivisionName::name)))
            .thenComparing(Position::domain, Comparator.nullsFirst(Comparator.comparing(domain -> domain.code()
                    .value())));

    private final JdbcClient jdbc;

    JdbcPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Position> of(Collection<PersonId> people, Collection<OrganisationId> organisations, Instant at) {
        UUID[] who = people.stream().map(PersonId::value).toArray(UUID[]::new);
        UUID[] where = organisations.stream().map(OrganisationId::value).toArray(UUID[]::new);
        return read(who, where, rights(who, where, at), at);
    }

    @Override
    public List<Position> withoutRights(PersonId person, OrganisationId organisation, Instant at) {
        return read(new UUID[] {person.value()}, new UUID[] {organisation.value()}, Map.of(), at);
    }

    private List<Position> read(UUID[] who, UUID[] where, Map<UserKey, List<RightLine>> rights, Instant at) {
        return jdbc
                .sql(POSITIONS)
                .param("people", who)
                .param("organisations", where)
                .param("at", Timestamp.from(at))
                .query((row, number) -> position(row, rights))
                .list()
                .stream()
                .sorted(ORDER)
                .toList();
    }

    private Map<UserKey, List<RightLine>> rights(UUID[] people, UUID[] organisations, Instant at) {
        Map<UserKey, List<RightLine>> rights = new HashMap<>();
        jdbc.sql("""
                        select a.id, a.person_id, a.quality_id, a.role_code, i.name_fr as application_fr,
                               i.name_nl as application_nl, i.name_de as application_de, o.name_fr as role_fr,
                               o.name_nl as role_nl, o.name_de as role_de, a.valid_from, a.valid_until
                          from role_assignment a
                          join quality q on q.id = a.quality_id
                          join role o on o.code = a.role_code
                          join application i on i.code = o.application_code
                         where a.person_id = any(:people) and q.organisation_id = any(:organisations) %s
                         order by i.name_fr, o.name_fr, a.id""".formatted(RUNS.formatted("a")))
                .param("people", people)
                .param("organisations", organisations)
                .param("at", Timestamp.from(at))
                .query(row -> {
                    var key = new UserKey(
                            row.getObject("person_id", UUID.class), row.getObject("quality_id", UUID.class));
                    rights.computeIfAbsent(key, user -> new ArrayList<>()).add(JdbcQualityUsers.right(row));
                });
        return rights;
    }

    @Override
    public List<QualityName> qualities(Collection<OrganisationId> organisations) {
        return jdbc
                .sql("""
                        select id as quality_id, organisation_id, kind as quality_kind, identifier
                          from quality where organisation_id = any(:organisations)""")
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .query((row, number) -> quality(row, row.getObject("quality_id", UUID.class)))
                .list()
                .stream()
                .sorted(Comparator.comparing(QualityName::kind).thenComparing(QualityName::identifier))
                .toList();
    }

    @Override
    public Set<OrganisationId> organisationsNow(PersonId person, Instant at) {
        return jdbc.sql("""
                        select r.organisation_id as value from responsibility r where r.person_id = :person %s
                        union
                        select f.organisation_id from legal_function f where f.person_id = :person %s""".formatted(RUNS.formatted("r"), RUNS.formatted("f")))
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .query(OrganisationId.class)
                .set();
    }

    @Override
    public Set<OrganisationId> organisationsEver(PersonId person) {
        return jdbc.sql("""
                        select organisation_id as value from responsibility where person_id = :person
                        union
                        select organisation_id from quality
                         where id in (select quality_id from role_assignment where person_id = :person)
                        union
                        select organisation_id from legal_function where person_id = :person
                        union
                        select organisation_id from working_relationship where person_id = :person
                        union
                        select organisation_id from dpd_mandate where person_id = :person and revoked_at is null""")
                .param("person", person.value())
                .query(OrganisationId.class)
                .set();
    }

    @Override
    public List<Manager> managers(
            Collection<OrganisationId> organisations,
            Collection<QualityId> qualities,
            Collection<UUID> subdivisions,
            Instant at) {
        return jdbc
                .sql("""
                        select r.kind, r.organisation_id, r.quality_id, s.name as subdivision, r.domain_code,
                               d.name_fr as domain_fr, d.name_nl as domain_nl, d.name_de as domain_de, p.id as person_id,
                               p.first_name || ' ' || p.last_name as name, null as niss,
                               coalesce(r.email, w.email, p.email) as email,
                               coalesce(r.phone, w.phone, p.phone) as phone
                          from responsibility r
                          join person p on p.id = r.person_id
                          left join subdivision s on s.id = r.subdivision_id
                          left join access_domain d on d.code = r.domain_code
                          left join lateral (
                              select max(w.email) as email, max(w.phone) as phone from working_relationship w
                               where w.person_id = r.person_id and w.organisation_id = r.organisation_id %s) w on true
                         where r.organisation_id = any(:organisations)
                           and (r.kind in ('PRINCIPAL_ACCESS_MANAGER', 'CO_PRINCIPAL_ACCESS_MANAGER', 'ACCESS_MANAGER',
                                           'CO_ACCESS_MANAGER')
                                or r.kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER') and r.quality_id = any(:qualities)
                                or r.kind in ('SUBDIVISION_MANAGER', 'CO_SUBDIVISION_MANAGER')
                                   and r.subdivision_id = any(:subdivisions))
                           %s
                           and not exists (select 1 from responsibility_block k
                                            where k.responsibility_id = r.id and k.blocked_from <= :at
                                              and (k.blocked_until is null or k.blocked_until > :at))
                         order by d.position nulls first, r.sort_name, p.id""".formatted(RUNS.formatted("w"), RUNS.formatted("r")))
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .param("qualities", qualities.stream().map(QualityId::value).toArray(UUID[]::new))
                .param("subdivisions", subdivisions.toArray(UUID[]::new))
                .param("at", Timestamp.from(at))
                .query((row, number) -> manager(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(Manager::kind))
                .toList();
    }

    @Override
    public List<OwnApplication> applications(PersonId person, Collection<OrganisationId> organisations, Instant at) {
        return jdbc
                .sql("""
                        with opened as (
                            select r.quality_id, i.code
                              from responsibility r
                              join quality q on q.id = r.quality_id
                              join organisation e on e.id = r.organisation_id
                              join application i on i.quality_kind = q.kind and i.retired_at is null
                             where r.person_id = :person and r.kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER') %1$s
                               and r.organisation_id = any(:organisations)
                               and coalesce(
                                   (select bool_or(o.only_for is null or o.only_for = e.kind or may_have_desk(e.id, o.only_for))
                                      from role o
                                     where o.retired_at is null
                                       and (o.application_code = i.code
                                            or exists (select 1 from role_also_opens x
                                                        where x.role_code = o.code and x.application_code = i.code))),
                                   true)
                            union
                            select a.quality_id, o.application_code
                              from role_assignment a
                              join (select code, application_code from role
                                    union all
                                    select role_code, application_code from role_also_opens) o on o.code = a.role_code
                             where a.person_id = :person %2$s
                               and a.quality_id in (select q.id from quality q where q.organisation_id = any(:organisations)))
                        select i.code, i.name_fr, i.name_nl, i.name_de, i.needed_level, q.id as quality_id,
                               q.organisation_id, q.kind as quality_kind, q.identifier
                          from opened
                          join application i on i.code = opened.code
                          join quality q on q.id = opened.quality_id
                         where not exists (select 1 from responsibility r
                                             join responsibility_block k on k.responsibility_id = r.id
                                            where r.person_id = :person and r.quality_id = q.id
                                              and r.kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER', 'USER') %1$s
                                              and k.blocked_from <= :at
                                              and (k.blocked_until is null or k.blocked_until > :at))
                         order by i.name_fr, i.code""".formatted(RUNS.formatted("r"), RUNS.formatted("a")))
                .param("person", person.value())
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .param("at", Timestamp.from(at))
                .query((row, number) -> new OwnApplication(
                        row.getString("code"),
                        JdbcQualityUsers.translated(row, "name"),
                        new SignInLevel(row.getInt("needed_level")),
                        quality(row, row.getObject("quality_id", UUID.class))))
                .list()
                .stream()
                .sorted(Comparator.comparing(
                        (OwnApplication application) -> application.quality().kind()))
                .toList();
    }

    @Override
    public List<Blocked> blocked(PersonId person, Instant at) {
        return jdbc.sql("""
                        select r.kind, r.organisation_id, o.name_fr as organisation_fr, o.name_nl as organisation_nl,
                               o.name_de as organisation_de, q.id as quality_id, q.kind as quality_kind, q.identifier,
                               s.name as subdivision, r.domain_code, d.name_fr as domain_fr, d.name_nl as domain_nl,
                               d.name_de as domain_de, k.blocked_from, w.first_name || ' ' || w.last_name as blocked_by,
                               array(select h.kind from responsibility h
                                      where h.person_id = w.id and h.organisation_id = r.organisation_id
                                        and h.valid_from <= k.blocked_from
                                        and (h.valid_until is null or h.valid_until > k.blocked_from)
                                     union
                                     select f.kind from legal_function f
                                      where f.person_id = w.id and f.organisation_id = r.organisation_id
                                        and f.valid_from <= k.blocked_from
                                        and (f.valid_until is null or f.valid_until > k.blocked_from)) as blocked_by_kinds
                          from responsibility r
                          join responsibility_block k on k.responsibility_id = r.id and k.blocked_from <= :at
                               and (k.blocked_until is null or k.blocked_until > :at)
                          join organisation o on o.id = r.organisation_id
                          join basis b on b.id = k.basis_id
                          left join person w on w.id = b.decided_by
                          left join quality q on q.id = r.quality_id
                          left join subdivision s on s.id = r.subdivision_id
                          left join access_domain d on d.code = r.domain_code
                         where r.person_id = :person %s
                         order by o.name_fr, k.blocked_from desc, r.id""".formatted(RUNS.formatted("r")))
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> blocked(row))
                .list();
    }

    private static Blocked blocked(ResultSet row) throws SQLException {
        UUID quality = row.getObject("quality_id", UUID.class);
        return new Blocked(
                CapacityKind.valueOf(row.getString("kind")),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                JdbcQualityUsers.translated(row, "organisation"),
                quality == null ? null : quality(row, quality),
                row.getString("subdivision"),
                JdbcAccessOverview.domain(row),
                row.getTimestamp("blocked_from").toInstant(),
                row.getString("blocked_by"),
                Stream.of((String[]) row.getArray("blocked_by_kinds").getArray())
                        .map(CapacityKind::valueOf)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    @Override
    public Page people(Query query, @Nullable UserCursor cursor, int size, Instant at) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("organisation", query.organisation().value());
        parameters.put("at", Timestamp.from(at));
        String named = "";
        if (!query.typed().isBlank()) {
            named = JdbcQualityUsers.named("r");
            parameters.put("typed", query.typed());
        }
        String runs = RUNS.formatted("r");
        long total = jdbc.sql(TOTAL.formatted(runs, named))
                .params(parameters)
                .query(Long.class)
                .single();
        boolean backward = cursor != null && cursor.backward();
        String conditions = named;
        if (cursor != null) {
            conditions += " and (r.sort_name, r.person_id) %s ((%s), :cursor)"
                    .formatted(backward ? "<" : ">", JdbcQualityUsers.NAME_OF_CURSOR);
            parameters.put("cursor", cursor.person().value());
        }
        parameters.put("limit", size + 1);
        parameters.put("niss", query.withNiss());
        List<NamedPerson> found = jdbc.sql(PEOPLE.formatted(runs, conditions, backward ? "desc" : "asc"))
                .params(parameters)
                .query((row, number) -> JdbcQualityUsers.person(row))
                .list();
        Slice<NamedPerson> page = Slice.of(found, size, cursor == null, backward);
        return new Page(
                page.lines(),
                total,
                page.previous(person -> new UserCursor(person.id(), true)),
                page.next(person -> new UserCursor(person.id(), false)));
    }

    @Override
    public Optional<NamedPerson> person(OrganisationId organisation, Niss niss, Instant at) {
        return jdbc.sql("""
                        select p.id as person_id, p.first_name || ' ' || p.last_name as name, p.niss
                          from person p
                         where p.niss = any(array(
                                   with recursive known (niss) as (
                                       select cast(:niss as char(11))
                                       union
                                       select w.niss from known join withdrawn_niss w on w.replaced_by = known.niss)
                                   select niss from known))
                           and (exists (select 1 from responsibility r
                                         where r.person_id = p.id and r.organisation_id = :organisation %s)
                                or exists (select 1 from legal_function f
                                            where f.person_id = p.id and f.organisation_id = :organisation %s))
                         order by p.niss = cast(:niss as char(11)) desc, p.id limit 1""".formatted(RUNS.formatted("r"), RUNS.formatted("f")))
                .param("niss", niss.value())
                .param("organisation", organisation.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> JdbcQualityUsers.person(row))
                .optional();
    }

    private static Position position(ResultSet row, Map<UserKey, List<RightLine>> rights) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        UUID quality = row.getObject("quality_id", UUID.class);
        CapacityKind kind = CapacityKind.valueOf(row.getString("kind"));
        return new Position(
                new PersonId(person),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                kind,
                quality == null ? null : quality(row, quality),
                JdbcQualityUsers.subdivision(row),
                JdbcAccessOverview.domain(row),
                row.getBoolean("blocked"),
                kind == CapacityKind.USER && quality != null
                        ? rights.getOrDefault(new UserKey(person, quality), List.of())
                        : List.of());
    }

    static QualityName quality(ResultSet row, UUID id) throws SQLException {
        return new QualityName(
                new QualityId(id),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                QualityKind.valueOf(row.getString("quality_kind")),
                row.getString("identifier"));
    }

    private static Manager manager(ResultSet row) throws SQLException {
        UUID quality = row.getObject("quality_id", UUID.class);
        return new Manager(
                CapacityKind.valueOf(row.getString("kind")),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                quality == null ? null : new QualityId(quality),
                row.getString("subdivision"),
                JdbcAccessOverview.domain(row),
                JdbcQualityUsers.person(row),
                row.getString("email"),
                row.getString("phone"));
    }

    private record UserKey(UUID person, UUID quality) {}
}
