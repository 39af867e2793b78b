package be.designations.primaweb.persistence;

import be.designations.access.QualityId;
import be.designations.access.Translated;
import be.designations.directory.Language;
import be.designations.directory.PersonId;
import be.designations.memory.TransactionMemory;
import be.designations.primaweb.Profile;
import be.designations.primaweb.ProfileId;
import be.designations.primaweb.ProfileStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProfiles implements ProfileStore {

    private static final String SELECT = """
            select p.*, array(select f.function_code from prima_web_profile_function f where f.profile_id = p.id) as functions
              from prima_web_profile p\s""";

    private static final String STANDS = " (p.quality_id = :quality or p.quality_id is null) and p.deleted_at is null ";

    private static final String USERS = """
            select count(*) from prima_web_assignment a
             where a.profile_id = p.id and a.quality_id = :quality and a.taken_at is null""";

    private final JdbcClient jdbc;

    JdbcProfiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The expression of the name of {@code p} in that language. */
    static String nameIn(Language language) {
        return switch (language) {
            case NL -> "p.name_nl";
            case DE -> "coalesce(p.name_de, p.name_fr)";
            case FR, EN -> "p.name_fr";
        };
    }

    @Override
    public List<Line> list(QualityId quality, Language language) {
        return jdbc.sql("select listed.*, (" + USERS.replace("p.id", "listed.id") + ") as users from (" + SELECT
                        + "where" + STANDS + ") listed order by plain_text("
                        + nameIn(language).replace("p.", "listed.") + "), listed.id")
                .param("quality", quality.value())
                .query((row, number) -> new Line(profile(row), row.getLong("users")))
                .list();
    }

    @Override
    public Optional<Profile> find(QualityId quality, ProfileId id) {
        return find(quality, id, "");
    }

    @Override
    public Optional<Profile> lock(QualityId quality, ProfileId id) {
        Optional<Profile> found = find(quality, id, " for update");
        TransactionMemory.forgetAll();
        return found;
    }

    private Optional<Profile> find(QualityId quality, ProfileId id, String locking) {
        return jdbc.sql(SELECT + "where p.id = :id and" + STANDS + locking)
                .param("quality", quality.value())
                .param("id", id.value())
                .query((row, number) -> profile(row))
                .optional();
    }

    @Override
    public Set<String> languagesTaken(QualityId quality, Translated name, @Nullable ProfileId besides) {
        return Set.copyOf(jdbc.sql("""
                        select distinct taken.language
                          from prima_web_profile p,
                               lateral (values ('fr', p.name_fr, :fr), ('nl', p.name_nl, :nl), ('de', p.name_de, :de))
                                   as taken (language, its, other)
                         where lower(taken.its) = lower(taken.other) and (cast(:besides as uuid) is null or p.id <> :besides) and""" + STANDS)
                .param("quality", quality.value())
                .param("fr", name.fr())
                .param("nl", name.nl())
                .param("de", name.de())
                .param("besides", besides == null ? null : besides.value())
                .query(String.class)
                .list());
    }

    @Override
    public List<Holder> holders(QualityId quality, ProfileId id) {
        return jdbc.sql("""
                        select u.person_id, p.first_name || ' ' || p.last_name as name,
                               array(select distinct f.function_code
                                       from prima_web_assignment o
                                       join prima_web_profile_function f on f.profile_id = o.profile_id
                                      where o.quality_id = a.quality_id and o.person_id = a.person_id
                                        and o.profile_id <> a.profile_id and o.taken_at is null) as functions,
                               exists (select from prima_web_assignment o
                                         join prima_web_profile e on e.id = o.profile_id and e.quality_id is null
                                        where o.quality_id = a.quality_id and o.person_id = a.person_id
                                          and o.profile_id <> a.profile_id and o.taken_at is null) as everything
                          from prima_web_assignment a
                          join prima_web_user u on u.quality_id = a.quality_id and u.person_id = a.person_id
                          join person p on p.id = u.person_id
                         where a.profile_id = :id and a.quality_id = :quality and a.taken_at is null
                         order by u.sort_name, u.person_id""")
                .param("quality", quality.value())
                .param("id", id.value())
                .query((row, number) -> new Holder(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("name"),
                        functions(row),
                        row.getBoolean("everything")))
                .list();
    }

    @Override
    public long users(QualityId quality, ProfileId id) {
        return jdbc.sql(USERS.replace("p.id", ":id"))
                .param("quality", quality.value())
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    @Override
    public void add(QualityId quality, Profile profile) {
        named(jdbc.sql("""
                        insert into prima_web_profile (id, quality_id, name_fr, name_nl, name_de, version, changed_at, changed_by)
                        values (:id, :quality, :fr, :nl, :de, :version, :at, :by)""").param("quality", quality.value()), profile).update();
        addFunctions(profile);
        addVersion(profile, false);
    }

    @Override
    public void change(Profile profile) {
        named(jdbc.sql("""
                        update prima_web_profile
                           set name_fr = :fr, name_nl = :nl, name_de = :de, version = :version, changed_at = :at, changed_by = :by
                         where id = :id"""), profile).update();
        jdbc.sql("delete from prima_web_profile_function where profile_id = :id")
                .param("id", profile.id().value())
                .update();
        addFunctions(profile);
        addVersion(profile, false);
    }

    @Override
    public void delete(Profile profile, PersonId by, Instant at) {
        Profile last =
                new Profile(profile.id(), false, profile.name(), profile.functions(), profile.version() + 1, at, by);
        jdbc.sql(
                        "update prima_web_profile set deleted_at = :at, version = :version, changed_at = :at, changed_by = :by where id = :id")
                .param("id", profile.id().value())
                .param("version", last.version())
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .update();
        addVersion(last, true);
    }

    @Override
    public List<Version> versions(QualityId quality, ProfileId id) {
        return jdbc.sql("""
                        select v.*, w.first_name || ' ' || w.last_name as by_name
                          from prima_web_profile p
                          join prima_web_profile_version v on v.profile_id = p.id
                          join person w on w.id = v.by_person
                         where p.id = :id and p.quality_id = :quality
                         order by v.version desc""")
                .param("quality", quality.value())
                .param("id", id.value())
                .query((row, number) -> new Version(
                        row.getInt("version"),
                        row.getTimestamp("at").toInstant(),
                        new PersonId(row.getObject("by_person", UUID.class)),
                        row.getString("by_name"),
                        name(row),
                        functions(row),
                        row.getBoolean("deleted")))
                .list();
    }

    private static JdbcClient.StatementSpec named(JdbcClient.StatementSpec statement, Profile profile) {
        return statement
                .param("id", profile.id().value())
                .param("fr", profile.name().fr())
                .param("nl", profile.name().nl())
                .param(
                        "de",
                        profile.name().de().isEmpty() ? null : profile.name().de())
                .param("version", profile.version())
                .param("at", Timestamp.from(profile.changedAt()))
                .param(
                        "by",
                        profile.changedBy() == null ? null : profile.changedBy().value());
    }

    private void addFunctions(Profile profile) {
        jdbc.sql(
                        "insert into prima_web_profile_function (profile_id, function_code) select :id, unnest(cast(:functions as text[]))")
                .param("id", profile.id().value())
                .param("functions", profile.functions().toArray(String[]::new))
                .update();
    }

    private void addVersion(Profile profile, boolean deleted) {
        named(jdbc.sql("""
                        insert into prima_web_profile_version
                            (profile_id, version, at, by_person, name_fr, name_nl, name_de, functions, deleted)
                        values (:id, :version, :at, :by, :fr, :nl, :de, :functions, :deleted)"""), profile)
                .param("functions", profile.functions().stream().sorted().toArray(String[]::new))
                .param("deleted", deleted)
                .update();
    }

    private static Profile profile(ResultSet row) throws SQLException {
        UUID by = row.getObject("changed_by", UUID.class);
        return new Profile(
                new ProfileId(row.getObject("id", UUID.class)),
                row.getObject("quality_id") == null,
                name(row),
                functions(row),
                row.getInt("version"),
                row.getTimestamp("changed_at").toInstant(),
                by == null ? null : new PersonId(by));
    }

    private static Set<String> functions(ResultSet row) throws SQLException {
        return Set.copyOf(JdbcFunctionTrees.texts(row, "functions"));
    }

    static Translated name(ResultSet row) throws SQLException {
        return new Translated(
                row.getString("name_fr"),
                row.getString("name_nl"),
                Objects.requireNonNullElse(row.getString("name_de"), ""));
    }
}
