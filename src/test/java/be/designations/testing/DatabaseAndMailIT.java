package be.designations.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(classes = DatabaseAndMailIT.DatabaseAndMail.class, webEnvironment = WebEnvironment.NONE)
@ActiveProfiles("test")
@Import(TestInfrastructure.class)
class DatabaseAndMailIT {

    @Configuration
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, MailSenderAutoConfiguration.class})
    static class DatabaseAndMail {}

    @Autowired
    DataSource dataSource;

    @Autowired
    TestDatabase database;

    @Autowired
    JavaMailSender mailSender;

    @Autowired
    GreenMail greenMail;

    @Test
    void a_context_gets_an_empty_database_whose_owner_makes_what_the_application_then_uses() {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        JdbcClient owner = JdbcClient.create(database.dataSource());

        assertThat(jdbc.sql("select count(*) from information_schema.tables where table_schema = 'public'")
                        .query(Long.class)
                        .single())
                .isZero();
        owner.sql("create extension btree_gist").update();
        assertThatThrownBy(() -> jdbc.sql("create table other (n int)").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        for (JdbcClient role : List.of(jdbc, owner)) {
            assertThat(role.sql("select usesuper from pg_user where usename = current_user")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
        }
    }

    @Test
    void databases_are_apart_and_gone_once_closed() throws SQLException {
        TestDatabase closed;
        try (TestDatabase first = TestDatabase.create();
                TestDatabase second = TestDatabase.create()) {
            JdbcClient.create(first.dataSource())
                    .sql("create table only_here (id int)")
                    .update();
            assertThat(JdbcClient.create(second.dataSource())
                            .sql("select to_regclass('only_here') is null")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
            closed = first;
        }
        assertThatThrownBy(() -> closed.dataSource().getConnection().close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void what_the_application_sends_arrives_at_the_mail_server_of_the_test() {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom("desk@designations.test");
        message.setTo("cpas@designations.test");
        message.setSubject("Avis");
        message.setText("…");

        mailSender.send(message);

        assertThat(greenMail.getReceivedMessages()).hasSize(1);
    }
}
