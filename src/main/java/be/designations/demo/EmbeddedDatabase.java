package be.designations.demo;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL server inside the demonstration, whose data outlive it: what was committed is on disk,
 * whatever ends the JVM. One role owns the database and migrates, another one runs the application, as in production.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final String NAME = "designations";
    private static final String APPLICATION = "designations_app";
    /** Written into the data directory once the database is complete: without it the first start was cut off. */
    private static final String COMPLETE = "designations-complete";

    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final int LOG_LINES_SHOWN = 10;

    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the server on the loopback address.
     *
     * @param port 0 for a free one
     * @throws DemoStartException when the server does not start
     */
    static EmbeddedDatabase start(DemoDirectory directory, int port) {
        return start(directory, port, START_PATIENCE);
    }

    /**
     * @param patience how long the server may take to answer, the repair after a crash included
     */
    static EmbeddedDatabase start(DemoDirectory directory, int port, Duration patience) {
        LeftoverServer.stop(directory);
        try {
            Path complete = directory.database().resolve(COMPLETE);
            if (!Files.exists(complete)) {
                FileSystemUtils.deleteRecursively(directory.database());
                writePassword(directory.databasePassword());
            }
            Files.deleteIfExists(directory.databaseLog());
            String password = Files.readString(directory.databasePassword());
            EmbeddedPostgres server = startServer(directory, port, password, patience);
            try {
                createDatabase(server, password);
                markComplete(complete);
            } catch (SQLException | IOException | RuntimeException e) {
                server.close();
                throw e;
            }
            return new EmbeddedDatabase(server, password);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new DemoStartException(
                    "The embedded PostgreSQL server does not start. The end of its log "
                            + directory.databaseLog()
                            + ":"
                            + System.lineSeparator()
                            + endOf(directory.databaseLog()),
                    "Mend what the log names. If the data may go, start with --designations.demo.fresh=true",
                    e);
        }
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME;
    }

    @Override
    public String getUsername() {
        return APPLICATION;
    }

    @Override
    public String getPassword() {
        return password;
    }

    /** As whom tables are made. */
    FlywayConnectionDetails owner() {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return NAME;
            }

            @Override
            public String getPassword() {
                return password;
            }

            @Override
            public String getJdbcUrl() {
                return EmbeddedDatabase.this.getJdbcUrl();
            }
        };
    }

    /** Stops the server; to be called when nothing uses it any more. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres startServer(DemoDirectory directory, int port, String password, Duration patience)
            throws IOException {
        Redirect log = Redirect.appendTo(directory.databaseLog().toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                // Its own hook would stop the server while the application still closes.
                .setRegisterShutdownHook(false)
                .setCleanDataDirectory(false)
                .setDataDirectory(directory.database())
                // Not in the system's temporary directory, which is emptied under a server that runs for weeks.
                .setOverrideWorkingDirectory(directory.binaries().toFile())
                .setPgBinaryResolver(new Binaries(directory.binaries()))
                .setPGStartupWait(patience)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                // Sorts by code point like "C", but knows what upper and lower case of é are.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                // Passed to initdb: no user of this machine gets in without the password.
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("pwfile", directory.databasePassword().toString())
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                // For a country; a small demonstration touches neither. Whole pages go into the log once a checkpoint.
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                // The library switches off what makes commits durable.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
        if (port != 0) {
            builder.setPort(port);
        }
        return builder.start();
    }

    private static void createDatabase(EmbeddedPostgres server, String password) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String role : List.of(NAME, APPLICATION)) {
                if (isAbsent(statement, "pg_roles", "rolname", role)) {
                    statement.execute("create role " + role + " login password '" + password + "'");
                }
            }
            if (isAbsent(statement, "pg_database", "datname", NAME)) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        }
    }

    /** On disk before any data are: a marker lost in a power cut would cost them at the next start. */
    private static void markComplete(Path complete) throws IOException {
        if (!Files.exists(complete)) {
            try (FileChannel file = FileChannel.open(complete, CREATE_NEW, WRITE)) {
                file.force(true);
            }
        }
    }

    private static boolean isAbsent(Statement statement, String catalogue, String column, String name)
            throws SQLException {
        try (ResultSet found =
                statement.executeQuery("select 1 from " + catalogue + " where " + column + " = '" + name + "'")) {
            return !found.next();
        }
    }

    private static void writePassword(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(random));
    }

    private static String endOf(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return String.join(
                    System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    /** The library remembers, for each resolver, where it unpacked: this makes it once for each directory. */
    private record Binaries(Path directory) implements PgBinaryResolver {

        @Override
        public InputStream getPgBinary(String system, String machineHardware) throws IOException {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware);
        }
    }
}
