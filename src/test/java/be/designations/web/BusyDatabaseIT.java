package be.designations.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.ResponsibilityKind;
import be.designations.testing.CpasWorld;
import be.designations.testing.TestDatabase;
import be.designations.testing.WholeApplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nodes that freeze in the middle of a decision do not keep the others from deciding. */
class BusyDatabaseIT extends WholeApplication {

    /** Of every lane of the audit log, as its trigger takes one. */
    private static final String THE_LOCKS =
            "select pg_advisory_xact_lock(6006001, lane) from generate_series(1, 32) lane";

    @Autowired
    private TestDatabase database;

    private CpasWorld world;
    private String actions;

    @BeforeEach
    void aCpasWithItsPeople() {
        world = worlds.cpas();
        actions = "/api/v1/qualities/" + world.socialAction.id().value() + "/user-actions";
    }

    @Test
    void who_waits_too_long_is_told_to_try_again_and_nothing_is_half_done() throws SQLException {
        String block = "{'action': 'BLOCK', 'people': ['" + world.user.id().value() + "']}";
        var caller = api.as(world.localManager);

        try (Connection frozen = frozen()) {
            var refused = caller.post(actions, block);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).contains("10");
            assertThat(refused.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
            assertThat(refused.text("/type")).isEqualTo("urn:problem-type:belgif:serviceUnavailable");
            assertThat(blocks()).isZero();

            frozen.rollback();
            var done = caller.post(actions, block);
            assertThat(done.status()).isEqualTo(200);
            assertThat(done.text("/people/0/outcome")).isEqualTo("DONE");
        }
        assertThat(blocks()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "fr, L’application est très occupée",
        "nl, De toepassing is overbelast",
        "de, Die Anwendung ist stark ausgelastet",
        "en, The application is very busy"
    })
    void a_page_says_so_in_the_language_of_the_reader(String language, String title) throws SQLException {
        var browser = browsers.signedIn(world.localManager);
        String page = "/qualities/" + world.socialAction.id().value() + "/email";
        String before =
                access.findQuality(world.socialAction.id()).orElseThrow().email();
        assertThat(browser.get(page + "?lang=" + language).status()).isEqualTo(200);

        try (Connection frozen = frozen()) {
            var refused = browser.post(page, Map.of("email", "autre@test.example"));

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("10");
            assertThat(refused.page().select("h1").text()).isEqualTo(title);
            assertThat(refused.text()).doesNotContain("lock", "SQL", "??");
            frozen.rollback();
        }
        assertThat(access.findQuality(world.socialAction.id()).orElseThrow().email())
                .isEqualTo(before);
    }

    @Test
    void who_waits_for_their_own_session_is_told_so_too() throws SQLException {
        var browser = browsers.signedIn(world.localManager);

        try (Connection frozen = database.dataSource().getConnection();
                Statement statement = frozen.createStatement()) {
            frozen.setAutoCommit(false);
            statement.execute("lock table spring_session in access exclusive mode");

            var refused = browser.get("/entities");

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("10");
            assertThat(refused.page().select("h1").text()).isEqualTo("L’application est très occupée");
            frozen.rollback();
        }
        assertThat(browser.get("/entities").status()).isEqualTo(200);
    }

    @Test
    void while_one_is_frozen_the_others_write_in_other_lanes() throws SQLException {
        try (Connection frozen = database.dataSource().getConnection();
                Statement statement = frozen.createStatement()) {
            frozen.setAutoCommit(false);
            statement.execute("insert into audit_event (at, operation, subject_type, subject_id)"
                    + " values (now(), 'probe.frozen', 'probe', '1')");

            var done = api.as(world.localManager)
                    .post(
                            actions,
                            "{'action': 'BLOCK', 'people': ['" + world.user.id().value() + "']}");

            assertThat(done.status()).isEqualTo(200);
            frozen.rollback();
        }
    }

    /** The same as a node that froze: its connection is open, and silent in the middle of a transaction. */
    @Test
    void the_database_takes_the_connection_from_who_is_silent_and_the_others_go_on() throws SQLException {
        try (Connection frozen = database.dataSource().getConnection();
                Statement statement = frozen.createStatement()) {
            frozen.setAutoCommit(false);
            statement.execute("set idle_in_transaction_session_timeout = '500ms'");
            statement.execute(THE_LOCKS);

            var done = api.as(world.localManager)
                    .post(
                            actions,
                            "{'action': 'BLOCK', 'people': ['" + world.user.id().value() + "']}");

            assertThat(done.status()).isEqualTo(200);
            assertThat(blocks()).isOne();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "idle_in_transaction_session_timeout, 1min",
        "lock_timeout, 3s",
        "statement_timeout, 10min",
    })
    void each_connection_of_the_application_has_its_limits(String setting, String limit) {
        assertThat(jdbc.sql("show " + setting).query(String.class).single()).isEqualTo(limit);
    }

    private Connection frozen() throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(THE_LOCKS);
        }
        return connection;
    }

    private long blocks() {
        return access
                .incumbents(ResponsibilityKind.USER, world.cpas.id(), world.socialAction.id(), null, Instant.now())
                .stream()
                .filter(held -> held.person().equals(world.user.id()))
                .mapToLong(held -> jdbc.sql("select count(*) from responsibility_block where responsibility_id = :id")
                        .param("id", held.id())
                        .query(Long.class)
                        .single())
                .sum();
    }
}
