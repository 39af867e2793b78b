package be.designations.access.persistence;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.Contact;
import be.designations.access.DomainCode;
import be.designations.access.EarlierEnd;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.ResponsibilitiesEnded;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Standing;
import be.designations.access.SubdivisionId;
import be.designations.access.Translated;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.memory.TransactionMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccessModel implements AccessModel {

    private static final String SELECT_RESPONSIBILITY = """
            select r.id, r.kind, r.organisation_id, r.quality_id, r.subdivision_id, r.person_id, r.valid_from,
                   r.valid_until, r.basis_id, r.domain_code, r.email, r.phone
              from responsibility r\s""";

    /** The right {@code a} is one of these and runs, unblocked. */
    private static final String ROLE_RUNS = """
            a.role_code = any(:roles)
                           and tstzrange(a.valid_from, a.valid_until) @> cast(:at as timestamptz)
                           and not exists (select 1 from responsibility u
                                             join responsibility_block b on b.responsibility_id = u.id
                                            where u.person_id = a.person_id and u.quality_id = a.quality_id
                                              and u.kind = 'USER'
                                              and tstzrange(u.valid_from, u.valid_until) @> cast(:at as timestamptz)
                                              and tstzrange(b.blocked_from, b.blocked_until) @> cast(:at as timestamptz))""";

    private static final String UNBLOCKED = """
            and not exists (select 1 from responsibility_block b
                             where b.responsibility_id = r.id and tstzrange(b.blocked_from, b.blocked_until) @> cast(:at as timestamptz))\s""";

    private static final String SELECT_STANDING = """
            select r.id, r.kind, r.organisation_id, r.quality_id, r.subdivision_id, r.person_id, r.valid_from,
                   r.valid_until, r.basis_id, r.domain_code, r.email, r.phone,
                   (select b.blocked_from from responsibility_block b
                     where b.responsibility_id = r.id
                       and tstzrange(b.blocked_from, b.blocked_until) @> cast(:at as timestamptz)) as blocked_since
              from responsibility r\s""";

    private static final int BATCH_SIZE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher events;

    JdbcAccessModel(JdbcClient jdbc, JdbcTemplate batches, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.events = events;
    }

    @Override
    public BasisId save(Basis basis) {
        jdbc.sql("""
                        insert into basis (id, case_id, operation, decided_by, decided_at, legal_basis, reason, in_place_of)
                        values (:id, :case, :operation, :decidedBy, :decidedAt, :legalBasis, :reason, :principal)
                        on conflict (id) do nothing""")
                .param("id", basis.id().value())
                .param("case", basis.caseId())
                .param("operation", basis.operation())
                .param(
                        "decidedBy",
                        basis.decidedBy() == null ? null : basis.decidedBy().value())
                .param("decidedAt", Timestamp.from(basis.decidedAt()))
                .param("legalBasis", basis.legalBasis())
                .param("reason", basis.reason())
                .param(
                        "principal",
                        basis.inPlaceOf() == null ? null : basis.inPlaceOf().value())
                .update();
        return basis.id();
    }

    @Override
    public Optional<Quality> findQuality(OrganisationId organisation, QualityKind kind) {
        return jdbc.sql("select * from quality where organisation_id = :organisation and kind = :kind")
                .param("organisation", organisation.value())
                .param("kind", kind.name())
                .query((row, number) -> quality(row))
                .optional();
    }

    @Override
    public List<Quality> qualities(Collection<QualityId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from quality where id = any(:ids)")
                .param("ids", ids(ids))
                .query((row, number) -> quality(row))
                .list();
    }

    @Override
    public void lock(QualityId quality) {
        // What only names the quality does not wait: who writes it may hold the person for whom the holder of this
        // waits.
        jdbc.sql("select id from quality where id = :id for no key update")
                .param("id", quality.value())
                .query(UUID.class)
                .single();
        TransactionMemory.forgetAll();
    }

    @Override
    public void lock(OrganisationId organisation) {
        jdbc.sql("select id from organisation where id = :id for no key update")
                .param("id", organisation.value())
                .query(UUID.class)
                .single();
        TransactionMemory.forgetAll();
    }

    @Override
    public void changeContact(UUID responsibility, Contact contact) {
        jdbc.sql("update responsibility set email = :email, phone = :phone where id = :id")
                .param("email", contact.email())
                .param("phone", contact.phone())
                .param("id", responsibility)
                .update();
    }

    @Override
    public Optional<Standing> findResponsibility(UUID id, Instant at) {
        return jdbc.sql(SELECT_STANDING + "where r.id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .query((row, number) -> standing(row))
                .optional();
    }

    @Override
    public Optional<Basis> findDecision(BasisId id) {
        return jdbc.sql("select * from basis where id = :id")
                .param("id", id.value())
                .query((row, number) -> basis(row))
                .optional();
    }

    @Override
    public Optional<Basis> lastDecisionOn(UUID responsibility) {
        return jdbc.sql("""
                        select * from basis where id in (
                            select basis_id from responsibility where id = :id
                            union all select ended_basis_id from responsibility where id = :id
                            union all select basis_id from responsibility_block where responsibility_id = :id
                            union all select unblocked_basis_id from responsibility_block where responsibility_id = :id)
                         order by decided_at desc, id limit 1""")
                .param("id", responsibility)
                .query((row, number) -> basis(row))
                .optional();
    }

    @Override
    public List<Standing> standings(QualityId quality, Collection<PersonId> people, Instant at) {
        return jdbc.sql(SELECT_STANDING + """
                        where r.quality_id = :quality and r.person_id = any(:people)
                          and tstzrange(r.valid_from, r.valid_until) @> cast(:at as timestamptz)
                        order by r.valid_from, r.id""")
                .param("quality", quality.value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("at", Timestamp.from(at))
                .query((row, number) -> standing(row))
                .list();
    }

    @Override
    public List<Responsibility> incumbents(
            ResponsibilityKind kind,
            OrganisationId organisation,
            @Nullable QualityId quality,
            @Nullable SubdivisionId subdivision,
            @Nullable DomainCode domain,
            Instant at) {
        return jdbc.sql(SELECT_RESPONSIBILITY + """
                        where r.organisation_id = :organisation and r.kind = :kind
                          and r.quality_id is not distinct from cast(:quality as uuid)
                          and r.subdivision_id is not distinct from cast(:subdivision as uuid)
                          and r.domain_code is not distinct from cast(:domain as text)
                          and tstzrange(r.valid_from, r.valid_until) @> cast(:at as timestamptz)
                        order by r.valid_from, r.id""")
                .param("organisation", organisation.value())
                .param("kind", kind.name())
                .param("quality", quality == null ? null : quality.value())
                .param("subdivision", subdivision == null ? null : subdivision.value())
                .param("domain", domain == null ? null : domain.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> responsibility(row))
                .list();
    }

    @Override
    public Map<DomainCode, Set<QualityKind>> domainKinds() {
        Map<DomainCode, Set<QualityKind>> kinds = new HashMap<>();
        jdbc.sql("select distinct domain_code, quality_kind from application").query(row -> {
            kinds.computeIfAbsent(
                            new DomainCode(row.getString("domain_code")), code -> EnumSet.noneOf(QualityKind.class))
                    .add(QualityKind.valueOf(row.getString("quality_kind")));
        });
        return kinds;
    }

    @Override
    public Map<DomainCode, Translated> domainNames() {
        Map<DomainCode, Translated> names = new HashMap<>();
        jdbc.sql("select code, name_fr, name_nl, name_de from access_domain").query(row -> {
            names.put(
                    new DomainCode(row.getString("code")),
                    new Translated(row.getString("name_fr"), row.getString("name_nl"), row.getString("name_de")));
        });
        return names;
    }

    @Override
    public List<Quality> qualitiesOf(Collection<OrganisationId> organisations) {
        return jdbc.sql("select * from quality where organisation_id = any(:organisations)")
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .query((row, number) -> quality(row))
                .list();
    }

    @Override
    public Optional<Responsibility> localManager(QualityId quality, Instant at) {
        return jdbc.sql(SELECT_RESPONSIBILITY + """
                        where r.quality_id = :quality and r.kind = 'LOCAL_MANAGER'
                          and tstzrange(r.valid_from, r.valid_until) @> cast(:at as timestamptz)""")
                .param("quality", quality.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> responsibility(row))
                .optional();
    }

    @Override
    public Map<QualityId, PersonId> localManagers(Collection<QualityId> qualities, Instant at) {
        Map<QualityId, PersonId> found = new HashMap<>();
        jdbc.sql("""
                        select r.quality_id, r.person_id from responsibility r
                         where r.quality_id = any(:qualities) and r.kind = 'LOCAL_MANAGER'
                           and tstzrange(r.valid_from, r.valid_until) @> cast(:at as timestamptz)\s""" + UNBLOCKED)
                .param("qualities", ids(qualities))
                .param("at", Timestamp.from(at))
                .query(row -> {
                    found.put(
                            new QualityId(row.getObject("quality_id", UUID.class)),
                            new PersonId(row.getObject("person_id", UUID.class)));
                });
        return found;
    }

    @Override
    public List<Responsibility> responsibilitiesIn(QualityId quality, PersonId person, Instant at) {
        return jdbc.sql(SELECT_RESPONSIBILITY + """
                        where r.quality_id = :quality and r.person_id = :person
                          and tstzrange(r.valid_from, r.valid_until) @> cast(:at as timestamptz) order by r.valid_from, r.id""")
                .param("quality", quality.value())
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> responsibility(row))
                .list();
    }

    @Override
    public List<Responsibility> lastingIn(QualityId quality, PersonId person, Instant at) {
        return jdbc.sql(SELECT_RESPONSIBILITY + """
                        where r.quality_id = :quality and r.person_id = :person
                          and (r.valid_until is null or (r.valid_until > :at and r.valid_until > r.valid_from))
                          and (r.kind = 'USER' or r.valid_from <= :at)
                        order by r.valid_from, r.id""")
                .param("quality", quality.value())
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> responsibility(row))
                .list();
    }

    @Override
    public List<Responsibility> memberships(Collection<QualityId> qualities, Collection<PersonId> people, Instant at) {
        return jdbc.sql(SELECT_RESPONSIBILITY + """
                        where r.quality_id = any(:qualities) and r.person_id = any(:people)
                          and r.kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER', 'USER')
                          and (r.valid_until is null or (r.valid_until > :at and r.valid_until > r.valid_from))
                        order by r.valid_from, r.id""")
                .param("qualities", ids(qualities))
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("at", Timestamp.from(at))
                .query((row, number) -> responsibility(row))
                .list();
    }

    @Override
    public List<PersonId> holders(QualityId quality, Collection<ResponsibilityKind> kinds, Instant at) {
        return jdbc.sql("""
                        select r.person_id as value from responsibility r
                         where r.quality_id = :quality and r.kind in (:kinds)
                           and tstzrange(r.valid_from, r.valid_until) @> cast(:at as timestamptz)\s""" + UNBLOCKED + "order by r.kind desc, r.valid_from, r.id")
                .param("quality", quality.value())
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .param("at", Timestamp.from(at))
                .query(PersonId.class)
                .list();
    }

    @Override
    public List<PersonId> holders(OrganisationId organisation, Collection<ResponsibilityKind> kinds, Instant at) {
        return jdbc.sql("""
                        select r.person_id as value from responsibility r
                         where r.organisation_id = :organisation and r.kind in (:kinds)
                           and tstzrange(r.valid_from, r.valid_until) @> cast(:at as timestamptz)\s""" + UNBLOCKED + "order by r.kind desc, r.valid_from, r.id")
                .param("organisation", organisation.value())
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .param("at", Timestamp.from(at))
                .query(PersonId.class)
                .list();
    }

    @Override
    public Set<OrganisationId> organisationsOf(PersonId person, Instant at) {
        return jdbc.sql("""
                        select distinct organisation_id as value from responsibility
                         where person_id = :person and valid_from <= cast(:at as timestamptz)
                           and (valid_until is null or valid_until > cast(:at as timestamptz))""")
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .query(OrganisationId.class)
                .set();
    }

    /** Each part by an index on the person; whether an organisation has the desk of a role, asked for each of the few. */
    @Override
    public List<Post> postsOf(PersonId person, Collection<String> roleCodes, Instant at) {
        return jdbc.sql("""
                        select posts.* from (
                        select f.kind, f.organisation_id, cast(null as uuid) as quality_id, cast(null as text) as domain_code,
                               cast(null as text) as office, cast(null as uuid) as in_place_of, 1 as part
                          from legal_function f
                         where f.person_id = :person
                           and tstzrange(f.valid_from, f.valid_until) @> cast(:at as timestamptz)
                        union all
                        select r.kind, r.organisation_id, r.quality_id, r.domain_code, null, null, 2
                          from responsibility r
                         where r.person_id = :person
                           and tstzrange(r.valid_from, r.valid_until) @> cast(:at as timestamptz)\s""" + UNBLOCKED + """

                        union all
                        select a.role_code, q.organisation_id, null, null,
                               case q.organisation_id when desk_holder(desk_of_role(a.role_code), cast(:at as timestamptz))
                                    then desk_of_role(a.role_code) end, null, 3
                          from role_assignment a join quality q on q.id = a.quality_id
                         where a.person_id = :person and\s""" + ROLE_RUNS + """

                        union all
                        select d.role_code, d.organisation_id, null, null, desk_of_role(d.role_code), d.principal_id, 3
                          from deputation d
                         where d.deputy_id = :person and d.role_code = any(:roles) and d.ended_at is null
                           and d.valid_until > cast(:at as timestamptz)
                           and deputation_hindrance(d.id, cast(:at as timestamptz)) is null) posts
                         where not exists (select from person p where p.id = :person and p.disabled_at is not null)
                         order by part, organisation_id, kind, in_place_of""")
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .param("roles", roleCodes.toArray(String[]::new))
                .query((row, number) -> post(row))
                .list();
    }

    private static Post post(ResultSet row) throws SQLException {
        UUID quality = row.getObject("quality_id", UUID.class);
        String domain = row.getString("domain_code");
        String office = row.getString("office");
        UUID principal = row.getObject("in_place_of", UUID.class);
        return new Post(
                row.getString("kind"),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                quality == null ? null : new QualityId(quality),
                domain == null ? null : new DomainCode(domain),
                office == null ? null : OrganisationKind.valueOf(office),
                principal == null ? null : new PersonId(principal));
    }

    @Override
    public List<PersonId> deputiesOf(PersonId principal, Collection<String> roleCodes, Instant at) {
        return jdbc.sql("""
                        select distinct deputy_id from deputation
                         where principal_id = :principal and role_code = any(:roles) and ended_at is null
                           and deputation_hindrance(id, cast(:at as timestamptz)) is null""")
                .param("principal", principal.value())
                .param("roles", roleCodes.toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .query((row, number) -> new PersonId(row.getObject("deputy_id", UUID.class)))
                .list();
    }

    @Override
    public List<PersonId> roleHolders(OrganisationId organisation, Collection<String> roleCodes, Instant at) {
        return jdbc.sql("""
                        select distinct a.person_id as value
                          from quality q join role_assignment a on a.quality_id = q.id
                         where q.organisation_id = :organisation and\s""" + ROLE_RUNS)
                .param("organisation", organisation.value())
                .param("at", Timestamp.from(at))
                .param("roles", roleCodes.toArray(String[]::new))
                .query(PersonId.class)
                .list();
    }

    @Override
    public void begin(Collection<Responsibility> responsibilities) {
        batches.batchUpdate("""
                insert into responsibility (id, kind, organisation_id, quality_id, subdivision_id, person_id, valid_from,
                                            valid_until, basis_id, domain_code, email, phone)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", responsibilities, BATCH_SIZE, (statement, begun) -> {
            QualityId quality = begun.quality();
            SubdivisionId subdivision = begun.subdivision();
            statement.setObject(1, begun.id());
            statement.setString(2, begun.kind().name());
            statement.setObject(3, begun.organisation().value());
            statement.setObject(4, quality == null ? null : quality.value());
            statement.setObject(5, subdivision == null ? null : subdivision.value());
            statement.setObject(6, begun.person().value());
            statement.setTimestamp(7, Timestamp.from(begun.validFrom()));
            statement.setTimestamp(8, begun.validUntil() == null ? null : Timestamp.from(begun.validUntil()));
            statement.setObject(9, begun.basis().value());
            DomainCode domain = begun.domain();
            Contact contact = begun.contact();
            statement.setString(10, domain == null ? null : domain.value());
            statement.setString(11, contact == null ? null : contact.email());
            statement.setString(12, contact == null ? null : contact.phone());
        });
        TransactionMemory.forgetAll();
    }

    @Override
    public void end(Collection<UUID> responsibilities, Instant at, BasisId basis) {
        jdbc.sql("""
                        update responsibility
                           set valid_until = greatest(valid_from, cast(:at as timestamptz)), ended_basis_id = :basis
                         where id = any(:ids)""")
                .param("at", Timestamp.from(at))
                .param("basis", basis.value())
                .param("ids", responsibilities.toArray(UUID[]::new))
                .update();
        TransactionMemory.forgetAll();
        events.publishEvent(new ResponsibilitiesEnded(List.copyOf(responsibilities), at));
    }

    @Override
    public List<Responsibility> lastingIn(OrganisationId organisation, PersonId person, Instant at) {
        return jdbc.sql(SELECT_RESPONSIBILITY + """
                        where r.person_id = :person and r.organisation_id = :organisation
                          and (r.valid_until is null or (r.valid_until > :at and r.valid_until > r.valid_from))
                        order by r.valid_from, r.id""")
                .param("person", person.value())
                .param("organisation", organisation.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> responsibility(row))
                .list();
    }

    @Override
    public void shorten(Collection<EarlierEnd> ends, Instant decidedAt, BasisId basis) {
        PeriodTable.RESPONSIBILITY.shorten(batches, ends, decidedAt, basis);
    }

    @Override
    public void extend(Collection<UUID> responsibilities, Instant until, BasisId basis) {
        PeriodTable.RESPONSIBILITY.extend(jdbc, responsibilities, until, basis);
    }

    @Override
    public void block(Collection<UUID> responsibilities, Instant at, BasisId basis) {
        jdbc.sql("""
                        insert into responsibility_block (id, responsibility_id, blocked_from, basis_id)
                        select gen_random_uuid(), blocked, :at, :basis from unnest(:ids) blocked""")
                .param("at", Timestamp.from(at))
                .param("basis", basis.value())
                .param("ids", responsibilities.toArray(UUID[]::new))
                .update();
        TransactionMemory.forgetAll();
    }

    @Override
    public void unblock(Collection<UUID> responsibilities, Instant at, BasisId basis) {
        jdbc.sql("""
                        update responsibility_block set blocked_until = :at, unblocked_basis_id = :basis
                         where responsibility_id = any(:ids)
                           and tstzrange(blocked_from, blocked_until) @> cast(:at as timestamptz)""")
                .param("at", Timestamp.from(at))
                .param("basis", basis.value())
                .param("ids", responsibilities.toArray(UUID[]::new))
                .update();
        TransactionMemory.forgetAll();
    }

    @Override
    public List<String> endRights(QualityId quality, PersonId person, Instant at, BasisId basis) {
        TransactionMemory.forgetAll();
        return jdbc.sql("""
                        update role_assignment
                           set valid_until = greatest(valid_from, cast(:at as timestamptz)), ended_basis_id = :basis
                         where quality_id = :quality and person_id = :person
                           and (valid_until is null or (valid_until > :at and valid_until > valid_from))
                        returning role_code""")
                .param("at", Timestamp.from(at))
                .param("basis", basis.value())
                .param("quality", quality.value())
                .param("person", person.value())
                .query(String.class)
                .list();
    }

    @Override
    public List<String> rights(QualityId quality, PersonId person, Instant at) {
        return jdbc.sql("""
                        select role_code from role_assignment
                         where quality_id = :quality and person_id = :person
                           and tstzrange(valid_from, valid_until) @> cast(:at as timestamptz)
                         order by role_code""")
                .param("quality", quality.value())
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .query(String.class)
                .list();
    }

    @Override
    public void confirm(Responsibility responsibility, BasisId basis) {
        jdbc.sql("""
                        insert into responsibility_confirmation (responsibility_id, basis_id) values (:id, :basis)
                        on conflict do nothing""")
                .param("id", responsibility.id())
                .param("basis", basis.value())
                .update();
    }

    private static Basis basis(ResultSet row) throws SQLException {
        UUID principal = row.getObject("in_place_of", UUID.class);
        UUID decidedBy = row.getObject("decided_by", UUID.class);
        return new Basis(
                new BasisId(row.getObject("id", UUID.class)),
                row.getObject("case_id", UUID.class),
                row.getString("operation"),
                decidedBy == null ? null : new PersonId(decidedBy),
                row.getTimestamp("decided_at").toInstant(),
                row.getString("legal_basis"),
                row.getString("reason"),
                principal == null ? null : new PersonId(principal));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Timestamp since = row.getTimestamp("blocked_since");
        return new Standing(responsibility(row), since == null ? null : since.toInstant());
    }

    private static Responsibility responsibility(ResultSet row) throws SQLException {
        UUID quality = row.getObject("quality_id", UUID.class);
        UUID subdivision = row.getObject("subdivision_id", UUID.class);
        Timestamp until = row.getTimestamp("valid_until");
        String domain = row.getString("domain_code");
        String email = row.getString("email");
        return new Responsibility(
                row.getObject("id", UUID.class),
                ResponsibilityKind.valueOf(row.getString("kind")),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                quality == null ? null : new QualityId(quality),
                subdivision == null ? null : new SubdivisionId(subdivision),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getTimestamp("valid_from").toInstant(),
                until == null ? null : until.toInstant(),
                new BasisId(row.getObject("basis_id", UUID.class)),
                domain == null ? null : new DomainCode(domain),
                email == null ? null : new Contact(email, row.getString("phone")));
    }

    private static Quality quality(ResultSet row) throws SQLException {
        return new Quality(
                new QualityId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                QualityKind.valueOf(row.getString("kind")),
                row.getString("identifier"),
                row.getString("email"),
                row.getTimestamp("activated_at").toInstant());
    }

    private static UUID[] ids(Collection<QualityId> qualities) {
        return qualities.stream().map(QualityId::value).toArray(UUID[]::new);
    }
}
