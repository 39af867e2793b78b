package be.designations.notification;

import be.designations.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database that has the table of this module and nothing else. */
final class NotificationDatabase implements AutoCloseable {
    private final TestDatabase database;

    NotificationDatabase() throws IOException {
        database = TestDatabase.create();
        for (String script : List.of("V005__create_notifications.sql", "V036__send_mails_from_their_table.sql")) {
            new JdbcTemplate(dataSource())
                    .execute(
                            new ClassPathResource("db/migration/" + script).getContentAsString(StandardCharsets.UTF_8));
        }
    }

    DataSource dataSource() {
        return database.dataSource();
    }

    @Override
    public void close() {
        database.close();
    }
}
