package be.designations.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseIT {

    /** The unpacked programs, which all tests share. */
    @TempDir
    static Path programs;

    @TempDir
    Path temporary;

    Path data;

    @BeforeEach
    void share_the_programs() throws IOException {
        data = temporary.resolve("data");
        DemoDirectory.open(data).close();
        Files.createSymbolicLink(data.resolve("binaries"), programs);
    }

    @Test
    void data_stay_from_one_start_to_the_next() {
        try (DemoDirectory directory = DemoDirectory.open(data)) {
            try (EmbeddedDatabase first = EmbeddedDatabase.start(directory, 0)) {
                write(first, "before");
            }
            try (EmbeddedDatabase second = EmbeddedDatabase.start(directory, 0)) {
                assertThat(read(second)).containsExactly("before");
            }
        }
    }

    @Test
    void a_server_that_a_killed_JVM_left_running_is_stopped_and_its_data_are_found() throws Exception {
        kill(Demonstration.startInOwnProcess(data, "committed").toHandle());
        ProcessHandle leftover = postmaster().orElseThrow();

        try (DemoDirectory directory = DemoDirectory.open(data);
                EmbeddedDatabase next = EmbeddedDatabase.start(directory, 0)) {
            assertThat(read(next)).containsExactly("committed");
            assertThat(leftover.isAlive()).isFalse();
        }
    }

    @Test
    void what_was_committed_survives_when_JVM_and_server_are_killed() throws Exception {
        kill(Demonstration.startInOwnProcess(data, "committed").toHandle());
        kill(postmaster().orElseThrow());

        try (DemoDirectory directory = DemoDirectory.open(data);
                EmbeddedDatabase next = EmbeddedDatabase.start(directory, 0)) {
            assertThat(read(next)).containsExactly("committed");
        }
    }

    @Test
    void a_process_that_now_bears_the_number_of_a_dead_server_is_left_alone() throws Exception {
        kill(Demonstration.startInOwnProcess(data, "committed").toHandle());
        kill(postmaster().orElseThrow());
        Process innocent = new ProcessBuilder("sleep", "60").start();
        List<String> lines = new ArrayList<>(Files.readAllLines(pidFile()));
        lines.set(0, Long.toString(innocent.pid()));
        Files.write(pidFile(), lines);

        try (DemoDirectory directory = DemoDirectory.open(data);
                EmbeddedDatabase next = EmbeddedDatabase.start(directory, 0)) {
            assertThat(read(next)).containsExactly("committed");
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroy();
        }
    }

    @Test
    void a_second_process_is_refused_and_the_first_goes_on() throws Exception {
        Process first = Demonstration.startInOwnProcess(data, "committed");
        try {
            assertThatThrownBy(() -> DemoDirectory.open(data))
                    .isInstanceOf(DemoStartException.class)
                    .hasMessageContaining("process " + first.pid() + ")");
            assertThat(postmaster()).isPresent();
        } finally {
            kill(first.toHandle());
            stopTheServerLeftBehind();
        }
    }

    @Test
    void a_database_whose_first_start_was_cut_off_is_made_anew() throws IOException {
        try (DemoDirectory directory = DemoDirectory.open(data)) {
            Files.createDirectories(directory.database());
            Files.writeString(directory.database().resolve("postgresql.conf"), "half of it");

            try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0)) {
                write(database, "works");
                assertThat(read(database)).containsExactly("works");
            }
        }
    }

    @Test
    void a_server_that_cannot_start_shows_the_end_of_its_log() throws IOException {
        try (DemoDirectory directory = DemoDirectory.open(data)) {
            EmbeddedDatabase.start(directory, 0).close();
            Files.writeString(directory.database().resolve("PG_VERSION"), "9.6\n");

            assertThatThrownBy(() -> EmbeddedDatabase.start(directory, 0, Duration.ofSeconds(3)))
                    .isInstanceOf(DemoStartException.class)
                    .hasMessageContaining("database files are incompatible with server");
        }
    }

    @Test
    void commits_are_durable_and_the_application_is_no_superuser() {
        try (DemoDirectory directory = DemoDirectory.open(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0)) {
            JdbcClient jdbc = jdbc(database);

            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(jdbc.sql("show " + setting).query(String.class).single())
                        .as(setting)
                        .isEqualTo("on");
            }
            assertThat(jdbc.sql("select usesuper from pg_user where usename = current_user")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
            jdbc.sql("create extension btree_gist").update();
            assertThat(jdbc.sql("select 'élise' ilike 'É%'")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    @Test
    void nobody_gets_in_without_the_password() {
        try (DemoDirectory directory = DemoDirectory.open(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0)) {
            for (String user : List.of("designations", "postgres")) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), user, "guess")
                                .close())
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    private static void write(EmbeddedDatabase database, String value) {
        Demonstration.write(database, value);
    }

    private static List<String> read(EmbeddedDatabase database) {
        return jdbc(database).sql("select text from note").query(String.class).list();
    }

    private static JdbcClient jdbc(EmbeddedDatabase database) {
        return Demonstration.jdbc(database);
    }

    private Path pidFile() {
        return data.resolve("postgres/postmaster.pid");
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).get(0)));
    }

    /** Until it is gone: a server that still stops writes into the directory while JUnit takes it away. */
    private void stopTheServerLeftBehind() {
        try (DemoDirectory directory = DemoDirectory.open(data)) {
            LeftoverServer.stop(directory);
        }
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }
}
