package be.designations.primaweb.persistence;

import be.designations.access.QualityId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.memory.TransactionMemory;
import be.designations.primaweb.PrimaWebRole;
import be.designations.primaweb.ProfileId;
import be.designations.primaweb.ProfileUser;
import be.designations.primaweb.ProfileUser.Given;
import be.designations.primaweb.ProfileUser.Standing;
import be.designations.primaweb.UserStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUsers implements UserStore {

    private static final String AT = "cast(:at as timestamptz)";

    /** Whether the person has the role Agent social at {@code :at}. */
    private static final String HAS_ROLE = """
            exists (select from role_assignment a
                     where a.person_id = %1$s and a.role_code = '%3$s' and a.quality_id = %2$s
                       and a.valid_from <= :at and (a.valid_until is null or a.valid_until > :at))""";

    /** How the user {@code u}, who is the person {@code p}, stands at {@code :at}. */
    private static final String STANDING = """
            case when p.disabled_at is not null or %s then 'BLOCKED'
                 when not %s then 'ENDED'
                 when %s then 'STANDS'
                 else 'ASKS' end""".formatted(
                    JdbcHeldRoles.BLOCKED.formatted("u.person_id", "u.quality_id"),
                    hasRole("u.person_id", "u.quality_id"),
                    FunctionSql.stands(AT));

    private static final String COLUMNS = """
            u.person_id, p.first_name || ' ' || p.last_name as name, u.entered_at, u.deactivated_at, u.version,\s""" + STANDING + " as standing ";

    private final JdbcClient jdbc;
    private final FunctionSql functions;

    JdbcUsers(JdbcClient jdbc, FunctionSql functions) {
        this.jdbc = jdbc;
        this.functions = functions;
    }

    private static String hasRole(String person, String quality) {
        return HAS_ROLE.formatted(person, quality, PrimaWebRole.SOCIAL_WORKER_CODE);
    }

    /** That every word of {@code :typed} begins a word of the name. */
    private static String named(String sortName) {
        return """

                and plain_name(:typed) <> ''
                and ' ' || %s
                    like all (array(select '%% ' || word || '%%' from string_to_table(plain_name(:typed), ' ') word))""".formatted(sortName);
    }

    @Override
    public Page page(QualityId quality, Asked query, Instant at) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("quality", quality.value());
        StringBuilder among = new StringBuilder(
                        "from prima_web_user u where u.quality_id = :quality and u.deactivated_at is ")
                .append(query.inactive() ? "not null" : "null");
        if (!query.typed().isEmpty()) {
            among.append(named("u.sort_name"));
            parameters.put("typed", query.typed());
        }
        if (query.profile() != null) {
            among.append("""

                    and exists (select from prima_web_assignment g
                                 where g.quality_id = u.quality_id and g.person_id = u.person_id
                                   and g.profile_id = :profile and g.taken_at is null)""");
            parameters.put("profile", query.profile().value());
        }
        if (query.function() != null) {
            among.append("""

                    and exists (select from prima_web_assignment g join prima_web_profile o on o.id = g.profile_id
                                 where g.quality_id = u.quality_id and g.person_id = u.person_id and g.taken_at is null
                                   and (o.quality_id is null
                                        or exists (select from prima_web_profile_function h
                                                    where h.profile_id = o.id and h.function_code = :function)))""");
            parameters.put("function", query.function());
        }
        long total = jdbc.sql("select count(*) " + among)
                .params(parameters)
                .query(Long.class)
                .single();
        int number = query.numberAmong(total);
        List<ProfileUser> found = people(query, number, among.toString(), parameters, at);
        List<ProfileUser> shown = found.subList(0, Math.min(query.size(), found.size()));
        List<ProfileUser> users = withProfiles(quality, shown, query);
        return new Page(
                users,
                number,
                total,
                found.size() > shown.size() ? users.get(users.size() - 1).person() : null);
    }

    private List<ProfileUser> people(Asked query, int number, String among, Map<String, Object> shared, Instant at) {
        Map<String, Object> parameters = new HashMap<>(shared);
        parameters.put("at", Timestamp.from(at));
        parameters.put("limit", query.size() + 1);
        String condition = "";
        if (query.from() == null) {
            parameters.put("skipped", (number - 1) * query.size());
        } else {
            condition = """

                    and (u.sort_name, u.person_id) > (select c.sort_name, c.person_id from prima_web_user c
                                                       where c.quality_id = :quality and c.person_id = :from)""";
            parameters.put("from", query.from().value());
            parameters.put("skipped", 0);
        }
        return jdbc.sql("""
                        with page as (select u.* %s %s order by u.sort_name, u.person_id limit :limit offset :skipped)
                        select %s from page u join person p on p.id = u.person_id
                         order by u.sort_name, u.person_id""".formatted(among, condition, COLUMNS))
                .params(parameters)
                .query((row, each) -> user(row))
                .list();
    }

    private List<ProfileUser> withProfiles(QualityId quality, List<ProfileUser> users, Asked query) {
        Map<PersonId, List<Given>> given =
                given(quality, users.stream().map(ProfileUser::person).toList(), JdbcProfiles.nameIn(query.language()));
        return users.stream()
                .map(user -> with(user, given.getOrDefault(user.person(), List.of())))
                .toList();
    }

    private static ProfileUser with(ProfileUser user, List<Given> profiles) {
        return new ProfileUser(
                user.person(),
                user.name(),
                user.enteredAt(),
                user.deactivatedAt(),
                user.version(),
                user.standing(),
                profiles);
    }

    private Map<PersonId, List<Given>> given(QualityId quality, Collection<PersonId> people, String name) {
        Map<PersonId, List<Given>> given = new HashMap<>();
        jdbc.sql("""
                        select a.person_id, a.given_at, p.id, p.quality_id, p.name_fr, p.name_nl, p.name_de
                          from prima_web_assignment a join prima_web_profile p on p.id = a.profile_id
                         where a.quality_id = :quality and a.person_id = any(:people) and a.taken_at is null
                         order by plain_text(%s), p.id""".formatted(name))
                .param("quality", quality.value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(row -> {
                    given.computeIfAbsent(new PersonId(row.getObject("person_id", UUID.class)), id -> new ArrayList<>())
                            .add(new Given(
                                    new ProfileId(row.getObject("id", UUID.class)),
                                    row.getObject("quality_id") == null,
                                    JdbcProfiles.name(row),
                                    row.getTimestamp("given_at").toInstant()));
                });
        return given;
    }

    @Override
    public Optional<ProfileUser> find(QualityId quality, PersonId person, Instant at) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + "from prima_web_user u join person p on p.id = u.person_id where u.quality_id = :quality and u.person_id = :person")
                .param("quality", quality.value())
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> user(row))
                .optional()
                .map(user ->
                        with(user, given(quality, List.of(person), "p.name_fr").getOrDefault(person, List.of())));
    }

    @Override
    public void lock(QualityId quality, PersonId person) {
        jdbc.sql("select from prima_web_user where quality_id = :quality and person_id = :person for update")
                .param("quality", quality.value())
                .param("person", person.value())
                .query()
                .listOfRows();
        TransactionMemory.forgetAll();
    }

    @Override
    public List<Candidate> candidates(OrganisationId cpas, QualityId quality, String typed, int most, Instant at) {
        return jdbc.sql("""
                        with people as (
                            select r.person_id from responsibility r
                             where r.organisation_id = :cpas
                               and r.valid_from <= :at and (r.valid_until is null or r.valid_until > :at)
                            union
                            select w.person_id from working_relationship w
                             where w.organisation_id = :cpas
                               and w.valid_from <= :at and (w.valid_until is null or w.valid_until > :at))
                        select p.id, p.first_name || ' ' || p.last_name as name, %s as has_role,
                               u.person_id is not null as entered, u.deactivated_at is not null as deactivated
                          from people join person p on p.id = people.person_id
                          left join prima_web_user u on u.quality_id = :quality and u.person_id = p.id
                         where true %s
                         order by sort_name(p.last_name, p.first_name), p.id limit :most""".formatted(
                                "p.disabled_at is null and " + hasRole("p.id", ":quality") + " and not "
                                        + JdbcHeldRoles.BLOCKED.formatted("p.id", ":quality"),
                                named("sort_name(p.last_name, p.first_name)")))
                .param("cpas", cpas.value())
                .param("quality", quality.value())
                .param("typed", typed)
                .param("most", most)
                .param("at", Timestamp.from(at))
                .query((row, number) -> new Candidate(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getBoolean("has_role"),
                        row.getBoolean("entered"),
                        row.getBoolean("deactivated")))
                .list();
    }

    @Override
    public boolean enter(QualityId quality, PersonId person, Instant at) {
        return jdbc.sql("""
                        insert into prima_web_user (quality_id, person_id, sort_name, entered_at, confirmed_at)
                        values (:quality, :person, '', :at, :at)
                        on conflict (quality_id, person_id) do nothing""")
                        .param("quality", quality.value())
                        .param("person", person.value())
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    @Override
    public Set<ProfileId> hold(QualityId quality, Collection<ProfileId> profiles) {
        return jdbc
                .sql("""
                        select id from prima_web_profile
                         where id = any(:ids) and (quality_id = :quality or quality_id is null) and deleted_at is null
                         order by id for share""")
                .param("quality", quality.value())
                .param("ids", ids(profiles))
                .query((row, number) -> new ProfileId(row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void give(QualityId quality, PersonId person, Collection<ProfileId> profiles, PersonId by, Instant at) {
        decide("""
                insert into prima_web_assignment (id, quality_id, person_id, profile_id, given_at, given_by)
                select gen_random_uuid(), :quality, :person, profile, :at, :by from unnest(:ids) profile""", quality, person, profiles, by, at);
    }

    @Override
    public void take(QualityId quality, PersonId person, Collection<ProfileId> profiles, PersonId by, Instant at) {
        decide("""
                update prima_web_assignment set taken_at = greatest(given_at, :at), taken_by = :by
                 where quality_id = :quality and person_id = :person and profile_id = any(:ids) and taken_at is null""", quality, person, profiles, by, at);
    }

    private void decide(
            String sql, QualityId quality, PersonId person, Collection<ProfileId> profiles, PersonId by, Instant at) {
        if (!profiles.isEmpty()) {
            jdbc.sql(sql)
                    .param("quality", quality.value())
                    .param("person", person.value())
                    .param("ids", ids(profiles))
                    .param("by", by.value())
                    .param("at", Timestamp.from(at))
                    .update();
        }
    }

    @Override
    public void confirm(QualityId quality, PersonId person, Instant at) {
        set("confirmed_at", quality, person, at);
    }

    @Override
    public void deactivate(QualityId quality, PersonId person, @Nullable Instant at) {
        set("deactivated_at", quality, person, at);
    }

    private void set(String column, QualityId quality, PersonId person, @Nullable Instant at) {
        jdbc.sql("update prima_web_user set " + column
                        + " = :at, version = version + 1 where quality_id = :quality and person_id = :person")
                .param("quality", quality.value())
                .param("person", person.value())
                .param("at", at == null ? null : Timestamp.from(at))
                .update();
    }

    @Override
    public Set<String> functions(QualityId quality, PersonId person, Instant at) {
        return Set.copyOf(jdbc.sql(functions.given(":person", ":quality", AT) + """

                                and exists (select from person p
                                             where p.id = u.person_id and %s = 'STANDS')""".formatted(STANDING))
                .param("quality", quality.value())
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .query(String.class)
                .list());
    }

    @Override
    public List<Period> history(QualityId quality, PersonId person) {
        return jdbc.sql("""
                        select p.id, p.name_fr, p.name_nl, p.name_de, a.given_at, a.taken_at,
                               g.first_name || ' ' || g.last_name as given_by, t.first_name || ' ' || t.last_name as taken_by
                          from prima_web_assignment a
                          join prima_web_profile p on p.id = a.profile_id
                          join person g on g.id = a.given_by
                          left join person t on t.id = a.taken_by
                         where a.quality_id = :quality and a.person_id = :person
                         order by a.given_at desc, p.id
                         limit 200""")
                .param("quality", quality.value())
                .param("person", person.value())
                .query((row, number) -> new Period(
                        new ProfileId(row.getObject("id", UUID.class)),
                        JdbcProfiles.name(row),
                        row.getTimestamp("given_at").toInstant(),
                        row.getString("given_by"),
                        instant(row, "taken_at"),
                        row.getString("taken_by")))
                .list();
    }

    private static UUID[] ids(Collection<ProfileId> profiles) {
        return profiles.stream().map(ProfileId::value).toArray(UUID[]::new);
    }

    private static ProfileUser user(ResultSet row) throws SQLException {
        return new ProfileUser(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                row.getTimestamp("entered_at").toInstant(),
                instant(row, "deactivated_at"),
                row.getInt("version"),
                Standing.valueOf(row.getString("standing")),
                List.of());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
