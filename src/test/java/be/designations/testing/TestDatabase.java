package be.designations.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * An empty database of its own, on the one PostgreSQL server that all tests of a JVM share. As in production
 * one role owns it and migrates, another one runs the application. Also usable without Spring: {@code TestDatabase.create()}.
 */
public final class TestDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final String OWNER = "designations";
    private static final String APPLICATION = "designations_app";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final long SECONDS_TO_CLOSE = 15;

    /** Whether the benchmarks run: these measure the database as it is in production, planner and durability. */
    private static final boolean MEASURED = Boolean.getBoolean("bench");

    private final String name;
    private final Map<String, HikariDataSource> pools = new HashMap<>();

    private TestDatabase(String name) {
        this.name = name;
    }

    /** Creates a database that holds nothing yet; takes some 50 ms once the server runs. */
    public static TestDatabase create() {
        return copyOf("template0");
    }

    /** Creates a database that holds the tables of the application, without those of the engine: migrated once, then copied. */
    public static TestDatabase migrated() {
        return copyOf(Migrated.TEMPLATE);
    }

    /** Creates a database that holds the tables as that migration left them; only its owner uses it before it is {@link #migrate migrated}. */
    public static TestDatabase migratedTo(String version) {
        TestDatabase database = create();
        database.flyway().target(version).skipDefaultCallbacks(true).load().migrate();
        return database;
    }

    /** Applies the migrations that it has not had. */
    public void migrate() {
        flyway().load().migrate();
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(dataSource())
                .placeholders(Map.of("application-role", APPLICATION))
                .javaMigrations(new V011__create_session_tables());
    }

    private static TestDatabase copyOf(String template) {
        TestDatabase database = new TestDatabase("test_" + COUNT.incrementAndGet());
        execute("create database " + database.name + " template " + template + " owner " + OWNER);
        if (!MEASURED) {
            // As with large tables: these are so small that the planner would read any of them whole, or one inside the
            // other.
            for (String setting : List.of(
                    "enable_seqscan = off",
                    "enable_hashjoin = off",
                    "enable_mergejoin = off",
                    "cpu_tuple_cost = 1",
                    "cpu_index_tuple_cost = 1")) {
                execute("alter database " + database.name + " set " + setting);
            }
        }
        Server.OPEN.register();
        return database;
    }

    /**
     * Creates a database that holds what this one holds by now; none but its pools may be open. For what takes long to make and
     * is changed by each test.
     */
    public TestDatabase copy() {
        closePools();
        return copyOf(name);
    }

    /** Of the owner, for many statements: a connection for each of them costs more than what it runs. */
    public DataSource ownersPool() {
        return pool(OWNER);
    }

    /** Of the role that runs the application. */
    public DataSource applicationsPool() {
        return pool(APPLICATION);
    }

    private synchronized DataSource pool(String role) {
        return pools.computeIfAbsent(role, user -> {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(getJdbcUrl());
            pool.setUsername(user);
            pool.setPassword(user);
            pool.setMaximumPoolSize(40);
            pool.setMinimumIdle(0);
            return pool;
        });
    }

    private synchronized void closePools() {
        pools.values().forEach(HikariDataSource::close);
        pools.clear();
    }

    /** Of the owner, without a pool. */
    public DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(getJdbcUrl());
        dataSource.setUser(OWNER);
        dataSource.setPassword(OWNER);
        return dataSource;
    }

    /** As whom tables are made. */
    public FlywayConnectionDetails owner() {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return OWNER;
            }

            @Override
            public String getPassword() {
                return OWNER;
            }

            @Override
            public String getJdbcUrl() {
                return TestDatabase.this.getJdbcUrl();
            }
        };
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + Server.POSTGRES.getPort() + "/" + name;
    }

    @Override
    public String getUsername() {
        return APPLICATION;
    }

    @Override
    public String getPassword() {
        return APPLICATION;
    }

    /** Drops the database, with whatever is still connected to it. */
    @Override
    public void close() {
        try {
            closePools();
            execute("drop database if exists " + name + " with (force)");
        } finally {
            Server.OPEN.arriveAndDeregister();
        }
    }

    private static void execute(String sql) {
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** As the application makes them. */
    @SuppressWarnings("TypeName") // Flyway reads it.
    private static final class V011__create_session_tables extends BaseJavaMigration {

        @Override
        public void migrate(Context context) {
            ScriptUtils.executeSqlScript(
                    context.getConnection(),
                    new ClassPathResource("org/springframework/session/jdbc/schema-postgresql.sql"));
        }
    }

    /** Made by the first test that asks for a migrated database; stays until the server stops. */
    private static final class Migrated {

        static final String TEMPLATE = make();

        private static String make() {
            TestDatabase database = create();
            database.migrate();
            Server.OPEN.arriveAndDeregister();
            return database.name;
        }
    }

    /** Started by the first test that asks for a database. */
    private static final class Server {

        static final Phaser OPEN = new Phaser(1);
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("unix_socket_directories", "")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", MEASURED ? "on" : "off")
                        .setServerConfig("synchronous_commit", MEASURED ? "on" : "off")
                        .setServerConfig("full_page_writes", MEASURED ? "on" : "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres), "stop-test-database"));
                try (Connection connection = postgres.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    for (String role : List.of(OWNER, APPLICATION)) {
                        statement.execute("create role " + role + " login password '" + role + "'");
                    }
                }
                return postgres;
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("The database of the tests does not start", e);
            }
        }

        /** Spring closes its contexts in a hook of its own, at the same time: they go first. */
        private static void stop(EmbeddedPostgres postgres) {
            try {
                OPEN.awaitAdvanceInterruptibly(OPEN.arrive(), SECONDS_TO_CLOSE, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                System.err.println("Some test has not closed its database");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
