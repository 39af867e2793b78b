package be.designations.catalogue.persistence;

import be.designations.access.DomainCode;
import be.designations.access.QualityKind;
import be.designations.access.Translated;
import be.designations.catalogue.Application;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.CatalogueEntry;
import be.designations.catalogue.CatalogueItem;
import be.designations.catalogue.CatalogueStore;
import be.designations.catalogue.Domain;
import be.designations.catalogue.Role;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.directory.TargetGroup;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCatalogue implements Catalogue, CatalogueStore {

    private static final String SELECT_APPLICATION = "select a.* from application a ";

    private static final String SELECT_ROLE = """
            select r.*, a.quality_kind, a.needed_level,
                   array(select o.application_code from role_also_opens o
                          where o.role_code = r.code order by o.application_code) as also_opens,
                   array(select e.excluded_code from excluded_role e
                          where e.role_code = r.code order by e.excluded_code) as excludes,
                   array(select a.domain_code
                         union
                         select i.domain_code from role_also_opens o join application i on i.code = o.application_code
                          where o.role_code = r.code) as domains
              from role r join application a on a.code = r.application_code\s""";

    /** The statement says what is to be searched. */
    private static final String EVERY_WORD = """
            not exists (select 1 from unnest(string_to_array(plain_text(:typed), ' ')) word
                         where position(word in plain_text(%s)) = 0)\s""";

    private static final String OF_QUALITY = "and (cast(:quality as text) is null or a.quality_kind = :quality) ";
    private static final String APPLICATION_WORDS =
            "concat_ws(' ', a.code, replace(a.code, '_', ' '), a.name_fr, a.name_nl, a.name_de)";
    private static final String ROLE_WORDS =
            "concat_ws(' ', r.code, r.name_fr, r.name_nl, r.name_de, a.code, a.name_fr, a.name_nl, a.name_de)";
    private static final String APPLICATIONS_IN_ORDER = "order by plain_text(a.name_fr) collate \"C\", a.code";
    private static final String ROLES_IN_ORDER = "order by plain_text(r.name_fr) collate \"C\", r.code";

    private final JdbcClient jdbc;

    JdbcCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Application> applications() {
        return jdbc.sql(SELECT_APPLICATION + APPLICATIONS_IN_ORDER)
                .query((row, number) -> application(row))
                .list();
    }

    @Override
    public List<Role> rolesFor(Collection<QualityKind> qualities, OrganisationKind entity) {
        return rolesFor(qualities, entity, null);
    }

    @Override
    public List<Role> rolesFor(Collection<QualityKind> qualities, Organisation entity) {
        return rolesFor(qualities, entity.kind(), entity.id().value());
    }

    private List<Role> rolesFor(Collection<QualityKind> qualities, OrganisationKind entity, @Nullable UUID id) {
        return jdbc.sql(SELECT_ROLE + """
                        where a.quality_kind = any(:qualities) and a.retired_at is null and r.retired_at is null
                          and (r.only_for is null or r.only_for = :entity or may_have_desk(:id, r.only_for))
                          and (r.target_groups = '{}' or :group = any(r.target_groups))\s""" + ROLES_IN_ORDER)
                .param("group", TargetGroup.of(entity).map(Enum::name).orElse(""))
                .param("qualities", qualities.stream().map(Enum::name).toArray(String[]::new))
                .param("entity", entity.name())
                .param("id", id, Types.OTHER)
                .query((row, number) -> role(row))
                .list();
    }

    @Override
    public List<Role> all() {
        return jdbc.sql(SELECT_ROLE + ROLES_IN_ORDER)
                .query((row, number) -> role(row))
                .list();
    }

    @Override
    public List<Role> rolesOf(TargetGroup group) {
        return jdbc.sql(SELECT_ROLE + """
                        where a.retired_at is null and r.retired_at is null and :group = any(r.target_groups)\s""" + ROLES_IN_ORDER)
                .param("group", group.name())
                .query((row, number) -> role(row))
                .list();
    }

    @Override
    public List<Role> roles(Collection<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT_ROLE + "where r.code in (:codes) " + ROLES_IN_ORDER)
                .param("codes", codes)
                .query((row, number) -> role(row))
                .list();
    }

    @Override
    public void lock() {
        // Readers and the foreign keys of rights go on; only another change of the catalogue waits.
        jdbc.sql("lock table application in share row exclusive mode").update();
    }

    @Override
    public List<CatalogueEntry<Application>> applications(String typed, @Nullable QualityKind quality) {
        return jdbc.sql(SELECT_APPLICATION + "where " + EVERY_WORD.formatted(APPLICATION_WORDS) + OF_QUALITY
                        + APPLICATIONS_IN_ORDER)
                .param("typed", typed)
                .param("quality", quality == null ? null : quality.name())
                .query((row, number) -> entry(row, application(row)))
                .list();
    }

    @Override
    public List<CatalogueEntry<Role>> roles(String typed, @Nullable QualityKind quality) {
        return jdbc.sql(SELECT_ROLE + "where " + EVERY_WORD.formatted(ROLE_WORDS) + OF_QUALITY + ROLES_IN_ORDER)
                .param("typed", typed)
                .param("quality", quality == null ? null : quality.name())
                .query((row, number) -> entry(row, role(row)))
                .list();
    }

    @Override
    public Optional<CatalogueEntry<Application>> findApplication(String code) {
        return jdbc.sql(SELECT_APPLICATION + "where a.code = :code")
                .param("code", code)
                .query((row, number) -> entry(row, application(row)))
                .optional();
    }

    @Override
    public Optional<CatalogueEntry<Role>> findRole(String code) {
        return jdbc.sql(SELECT_ROLE + "where r.code = :code")
                .param("code", code)
                .query((row, number) -> entry(row, role(row)))
                .optional();
    }

    @Override
    public void saveApplication(CatalogueEntry<Application> entry) {
        Application application = entry.item();
        named("""
                insert into application (code, name_fr, name_nl, name_de, description_fr, description_nl, description_de,
                                         quality_kind, domain_code, needed_level, retired_at, version, changed_at,
                                         changed_by)
                values (:code, :nameFr, :nameNl, :nameDe, :descriptionFr, :descriptionNl, :descriptionDe,
                        :quality, :domain, :level, :retiredAt, :version, :changedAt, :changedBy)
                    on conflict (code) do update
                   set name_fr = :nameFr, name_nl = :nameNl, name_de = :nameDe, description_fr = :descriptionFr,
                       description_nl = :descriptionNl, description_de = :descriptionDe, quality_kind = :quality,
                       domain_code = :domain, needed_level = :level, retired_at = :retiredAt, version = :version,
                       changed_at = :changedAt, changed_by = :changedBy""", entry)
                .param("descriptionFr", application.description().fr())
                .param("descriptionNl", application.description().nl())
                .param("descriptionDe", application.description().de())
                .param("quality", application.quality().name())
                .param("domain", application.domain().value())
                .param("level", application.neededLevel().value())
                .update();
    }

    @Override
    public void saveRole(CatalogueEntry<Role> entry) {
        Role role = entry.item();
        OrganisationKind onlyFor = role.onlyFor();
        named("""
                insert into role (code, application_code, name_fr, name_nl, name_de, description_fr, description_nl,
                                  description_de, longest_months, takes_context, only_for, target_groups,
                                  retired_at, version, changed_at, changed_by)
                values (:code, :application, :nameFr, :nameNl, :nameDe, :descriptionFr, :descriptionNl,
                        :descriptionDe, :longestMonths, :takesContext, :onlyFor, :targetGroups, :retiredAt,
                        :version, :changedAt, :changedBy)
                    on conflict (code) do update
                   set application_code = :application, name_fr = :nameFr, name_nl = :nameNl, name_de = :nameDe,
                       description_fr = :descriptionFr, description_nl = :descriptionNl,
                       description_de = :descriptionDe, longest_months = :longestMonths,
                       takes_context = :takesContext, only_for = :onlyFor, target_groups = :targetGroups,
                       retired_at = :retiredAt,
                       version = :version, changed_at = :changedAt, changed_by = :changedBy""", entry)
                .param("descriptionFr", role.description().fr())
                .param("descriptionNl", role.description().nl())
                .param("descriptionDe", role.description().de())
                .param("application", role.application())
                .param("longestMonths", role.longestMonths())
                .param("takesContext", role.takesContext())
                .param("onlyFor", onlyFor == null ? null : onlyFor.name())
                .param(
                        "targetGroups",
                        role.targetGroups().stream().map(Enum::name).sorted().toArray(String[]::new))
                .update();
        // What stays is left alone: whoever follows changes is told of those that are some.
        jdbc.sql("delete from role_also_opens where role_code = :code and application_code <> all(:applications)")
                .param("code", role.code())
                .param("applications", role.alsoOpens().toArray(String[]::new))
                .update();
        also(role);
        jdbc.sql("delete from role_exclusion where role_code = :code or excluded_code = :code")
                .param("code", role.code())
                .update();
        exclude(role);
    }

    /** Each pair stands once, in the order of codes. */
    private void exclude(Role role) {
        if (!role.excludes().isEmpty()) {
            jdbc.sql("""
                            insert into role_exclusion (role_code, excluded_code)
                            select least(code, :role), greatest(code, :role) from role where code in (:others)""")
                    .param("role", role.code())
                    .param("others", role.excludes())
                    .update();
        }
    }

    private void also(Role role) {
        if (!role.alsoOpens().isEmpty()) {
            jdbc.sql("""
                            insert into role_also_opens (role_code, application_code)
                            select :role, code from application where code in (:applications)
                            on conflict do nothing""")
                    .param("role", role.code())
                    .param("applications", role.alsoOpens())
                    .update();
        }
    }

    @Override
    public Set<String> excludedBy(Collection<String> codes) {
        return codes.isEmpty()
                ? Set.of()
                : jdbc.sql("select distinct excluded_code from excluded_role where role_code in (:codes)")
                        .param("codes", codes)
                        .query(String.class)
                        .set();
    }

    @Override
    public List<Domain> domains() {
        return allDomains().stream()
                .map(CatalogueEntry::item)
                .filter(domain -> !domain.retired())
                .toList();
    }

    @Override
    public Optional<Domain> domain(DomainCode code) {
        return findDomain(code).map(CatalogueEntry::item);
    }

    @Override
    public List<CatalogueEntry<Domain>> allDomains() {
        return jdbc.sql("select * from access_domain order by position")
                .query((row, number) -> entry(row, domain(row)))
                .list();
    }

    @Override
    public Optional<CatalogueEntry<Domain>> findDomain(DomainCode code) {
        return jdbc.sql("select * from access_domain where code = :code")
                .param("code", code.value())
                .query((row, number) -> entry(row, domain(row)))
                .optional();
    }

    @Override
    public void saveDomain(CatalogueEntry<Domain> entry) {
        named("""
                insert into access_domain (code, position, name_fr, name_nl, name_de, retired_at, version, changed_at,
                                           changed_by)
                values (:code, :position, :nameFr, :nameNl, :nameDe, :retiredAt, :version, :changedAt, :changedBy)
                    on conflict (code) do update
                   set position = :position, name_fr = :nameFr, name_nl = :nameNl, name_de = :nameDe,
                       retired_at = :retiredAt, version = :version, changed_at = :changedAt,
                       changed_by = :changedBy""", entry).param("position", entry.item().position()).update();
    }

    @Override
    public boolean hasApplications(DomainCode domain) {
        return jdbc.sql("""
                        select exists (select 1 from application
                                        where domain_code = :domain and retired_at is null)""")
                .param("domain", domain.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isOpenedByRoles(String application) {
        return jdbc.sql("""
                        select exists (select 1 from role where application_code = :application
                                       union all
                                       select 1 from role_also_opens where application_code = :application)""")
                .param("application", application)
                .query(Boolean.class)
                .single();
    }

    /** With what entries of all kinds have. */
    private JdbcClient.StatementSpec named(String sql, CatalogueEntry<? extends CatalogueItem> entry) {
        Translated name = entry.item().name();
        PersonId changedBy = entry.changedBy();
        return jdbc.sql(sql)
                .param("code", entry.item().key())
                .param("nameFr", name.fr())
                .param("nameNl", name.nl())
                .param("nameDe", name.de())
                .param("retiredAt", timestamp(entry.retiredAt()))
                .param("version", entry.version())
                .param("changedAt", timestamp(entry.changedAt()))
                .param("changedBy", changedBy == null ? null : changedBy.value());
    }

    private static Application application(ResultSet row) throws SQLException {
        return new Application(
                row.getString("code"),
                translated(row, "name"),
                translated(row, "description"),
                QualityKind.valueOf(row.getString("quality_kind")),
                new DomainCode(row.getString("domain_code")),
                new SignInLevel(row.getInt("needed_level")),
                row.getTimestamp("retired_at") != null);
    }

    private static Role role(ResultSet row) throws SQLException {
        String onlyFor = row.getString("only_for");
        return new Role(
                row.getString("code"),
                row.getString("application_code"),
                codes(row.getArray("also_opens")),
                translated(row, "name"),
                translated(row, "description"),
                QualityKind.valueOf(row.getString("quality_kind")),
                codes(row.getArray("domains")).stream().map(DomainCode::new).collect(Collectors.toUnmodifiableSet()),
                new SignInLevel(row.getInt("needed_level")),
                row.getObject("longest_months", Integer.class),
                row.getBoolean("takes_context"),
                codes(row.getArray("excludes")),
                onlyFor == null ? null : OrganisationKind.valueOf(onlyFor),
                codes(row.getArray("target_groups")).stream()
                        .map(TargetGroup::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getTimestamp("retired_at") != null);
    }

    private static Domain domain(ResultSet row) throws SQLException {
        return new Domain(
                new DomainCode(row.getString("code")),
                row.getInt("position"),
                translated(row, "name"),
                row.getTimestamp("retired_at") != null);
    }

    private static <T> CatalogueEntry<T> entry(ResultSet row, T item) throws SQLException {
        UUID changedBy = row.getObject("changed_by", UUID.class);
        return new CatalogueEntry<>(
                item,
                row.getInt("version"),
                instant(row.getTimestamp("retired_at")),
                instant(row.getTimestamp("changed_at")),
                changedBy == null ? null : new PersonId(changedBy));
    }

    private static Translated translated(ResultSet row, String column) throws SQLException {
        return new Translated(
                row.getString(column + "_fr"), row.getString(column + "_nl"), row.getString(column + "_de"));
    }

    private static Set<String> codes(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
