package be.designations.decisions.persistence;

import be.designations.decisions.ApplicationStore;
import be.designations.decisions.Asker;
import be.designations.decisions.Asker.OwnRole;
import be.designations.decisions.FunctionSource;
import be.designations.decisions.RegisteredApplication;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApplicationStore implements ApplicationStore {

    private static final String SELECT = """
            select a.client_id, a.name, a.sees_basis, a.follows_changes, a.registered_at, a.closed_at, a.version,
                   array(select r.role_code from registered_application_role r where r.client_id = a.client_id) as roles
              from registered_application a\s""";

    private final JdbcClient jdbc;
    /** Who asks is looked up as what they ask about is: pages keep their connections. */
    private final JdbcClient decisions;

    private final FunctionSource functions;

    JdbcApplicationStore(
            JdbcClient jdbc, @Qualifier(DecisionPool.NAME) DataSource decisions, FunctionSource functions) {
        this.jdbc = jdbc;
        this.decisions = JdbcClient.create(decisions);
        this.functions = functions;
    }

    @Override
    public List<RegisteredApplication> all() {
        return jdbc.sql(SELECT + "order by lower(a.name), a.client_id")
                .query((row, number) -> application(row, List.of()))
                .list();
    }

    @Override
    public Optional<RegisteredApplication> find(String clientId) {
        List<RegisteredApplication.Key> keys = jdbc.sql("""
                        select id, ending, made_at, withdrawn_at from registered_application_key
                         where client_id = :client order by made_at, id""")
                .param("client", clientId)
                .query((row, number) -> new RegisteredApplication.Key(
                        row.getObject("id", UUID.class),
                        row.getString("ending"),
                        row.getTimestamp("made_at").toInstant(),
                        instant(row.getTimestamp("withdrawn_at"))))
                .list();
        return jdbc.sql(SELECT + "where a.client_id = :client")
                .param("client", clientId)
                .query((row, number) -> application(row, keys))
                .optional();
    }

    @Override
    public void lock(String clientId) {
        jdbc.sql("select client_id from registered_application where client_id = :client for update")
                .param("client", clientId)
                .query(String.class)
                .optional();
    }

    @Override
    public void add(RegisteredApplication application, byte[] pageSecret, PersonId by) {
        jdbc.sql("""
                        insert into registered_application (client_id, name, sees_basis, follows_changes, page_secret, registered_at, registered_by)
                        values (:client, :name, :seesBasis, :followsChanges, :secret, :at, :by)""")
                .param("client", application.clientId())
                .param("name", application.name())
                .param("seesBasis", application.seesBasis())
                .param("followsChanges", application.followsChanges())
                .param("secret", pageSecret)
                .param("at", Timestamp.from(application.registeredAt()))
                .param("by", by.value())
                .update();
        addRoles(application);
    }

    @Override
    public void change(RegisteredApplication application) {
        Instant closedAt = application.closedAt();
        jdbc.sql("""
                        update registered_application
                           set name = :name, sees_basis = :seesBasis, follows_changes = :followsChanges, closed_at = :closedAt, version = :version
                         where client_id = :client""")
                .param("client", application.clientId())
                .param("name", application.name())
                .param("seesBasis", application.seesBasis())
                .param("followsChanges", application.followsChanges())
                .param("closedAt", closedAt == null ? null : Timestamp.from(closedAt))
                .param("version", application.version())
                .update();
        jdbc.sql("delete from registered_application_role where client_id = :client")
                .param("client", application.clientId())
                .update();
        addRoles(application);
    }

    private void addRoles(RegisteredApplication application) {
        jdbc.sql("""
                        insert into registered_application_role (client_id, role_code)
                        select :client, code from role where code in (:roles)""")
                .param("client", application.clientId())
                .param("roles", application.roles())
                .update();
    }

    @Override
    public void addKey(String clientId, RegisteredApplication.Key key, byte[] digest, PersonId by) {
        jdbc.sql("""
                        insert into registered_application_key (id, client_id, digest, ending, made_at, made_by)
                        values (:id, :client, :digest, :ending, :at, :by)""")
                .param("id", key.id())
                .param("client", clientId)
                .param("digest", digest)
                .param("ending", key.ending())
                .param("at", Timestamp.from(key.madeAt()))
                .param("by", by.value())
                .update();
    }

    @Override
    public void withdrawKey(UUID key, Instant at, PersonId by) {
        jdbc.sql("update registered_application_key set withdrawn_at = :at, withdrawn_by = :by where id = :id")
                .param("id", key)
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .update();
    }

    @Override
    public Optional<KnownAsker> findAsker(String clientId) {
        Map<String, OwnRole> roles = new HashMap<>();
        Map<String, SignInLevel> applications = new HashMap<>();
        decisions.sql("""
                        select r.code, h.needed_level as role_level, i.code as opened, i.needed_level
                          from registered_application_role own
                          join role r on r.code = own.role_code
                          join application h on h.code = r.application_code
                          join application i on i.code = r.application_code
                               or exists (select 1 from role_also_opens x where x.role_code = r.code and x.application_code = i.code)
                         where own.client_id = :client""").param("client", clientId).query(row -> {
            String opened = row.getString("opened");
            applications.put(opened, new SignInLevel(row.getInt("needed_level")));
            roles.merge(
                    row.getString("code"),
                    new OwnRole(row.getString("code"), new SignInLevel(row.getInt("role_level")), Set.of(opened)),
                    JdbcApplicationStore::openingBoth);
        });
        return decisions
                .sql("""
                        select a.sees_basis, a.page_secret,
                               array(select k.digest from registered_application_key k
                                      where k.client_id = a.client_id and k.withdrawn_at is null) as digests
                          from registered_application a where a.client_id = :client and a.closed_at is null""")
                .param("client", clientId)
                .query((row, number) -> new KnownAsker(
                        new Asker(
                                clientId,
                                row.getBoolean("sees_basis"),
                                roles,
                                applications,
                                roles.containsKey(functions.role()) ? functions.role() : null,
                                new Asker.Secret(row.getBytes("page_secret"))),
                        Arrays.asList((byte[][]) row.getArray("digests").getArray())))
                .optional();
    }

    private static OwnRole openingBoth(OwnRole one, OwnRole other) {
        Set<String> opened = new HashSet<>(one.opens());
        opened.addAll(other.opens());
        return new OwnRole(one.code(), one.neededLevel(), opened);
    }

    private static RegisteredApplication application(ResultSet row, List<RegisteredApplication.Key> keys)
            throws SQLException {
        return new RegisteredApplication(
                row.getString("client_id"),
                row.getString("name"),
                row.getBoolean("sees_basis"),
                row.getBoolean("follows_changes"),
                new TreeSet<>(List.of((String[]) row.getArray("roles").getArray())),
                keys,
                row.getTimestamp("registered_at").toInstant(),
                instant(row.getTimestamp("closed_at")),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
