package be.designations.notification;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.TestDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits while the application is replaced by a later version leaves with the facts that this one states. */
class WaitingMailsIT {

    @Test
    void a_mandate_that_ended_without_successor_states_its_last_day() {
        try (TestDatabase database = TestDatabase.migratedTo("100")) {
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            jdbc.sql("""
                            insert into notification (id, kind, recipient_name, to_address, language, subject, facts, link_path, message_id, created_at)
                            values (:id, 'mandate-without-successor', 'CPAS', 'dpd@cpas.example', 'fr', 'Sans successeur',
                                    '{"cpas": "CPAS de Namur", "effective-date": "01/03/2027"}', '/', :id, now())""").param("id", UUID.randomUUID()).update();

            database.migrate();

            assertThat(Facts.read(jdbc.sql("select facts from notification")
                            .query(String.class)
                            .single()))
                    .isEqualTo(Map.of(Detail.CPAS, "CPAS de Namur", Detail.LAST_DAY, "28/02/2027"));
        }
    }
}
