package be.designations.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.Browser;
import be.designations.testing.WholeApplication;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What it costs the database that somebody is signed in. */
class SessionCostIT extends WholeApplication {

    Browser browser;

    @BeforeEach
    void signIn() {
        browser = browsers.signedIn(worlds.cpas().user);
        browser.get("/help");
    }

    @Test
    void a_page_reads_the_session_once_and_writes_nothing() {
        assertThat(statementsOnSessions()).hasSize(1).first().asString().startsWith("SELECT");
    }

    @Test
    void a_minute_after_it_was_written_it_is_written_again() {
        jdbc.sql("update spring_session set last_access_time = last_access_time - 61000")
                .update();

        assertThat(statementsOnSessions()).hasSize(2).last().asString().startsWith("UPDATE");
        assertThat(statementsOnSessions()).hasSize(1);
    }

    private List<String> statementsOnSessions() {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = logger.getLevel();
        var written = new ListAppender<ILoggingEvent>();
        written.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(written);
        try {
            assertThat(browser.get("/help").status()).isEqualTo(200);
        } finally {
            logger.detachAppender(written);
            logger.setAdditive(true);
            logger.setLevel(before);
        }
        return List.copyOf(written.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains("SPRING_SESSION"))
                .map(line -> line.replaceFirst("(?s).*?\\[", "").strip().toUpperCase(Locale.ROOT))
                .toList();
    }
}
