package be.designations.notification;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL that has the table of this module and nothing else. */
final class NotificationDatabase implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    NotificationDatabase() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        new JdbcTemplate(dataSource())
                .execute(new ClassPathResource("db/migration/V005__create_notifications.sql")
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    DataSource dataSource() {
        return postgres.getPostgresDatabase();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
