package be.designations.demo;

import java.time.Clock;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Database and mail server of the demonstration. Spring closes beans after those that depend on them: the
 * connection pool before the database, the database before the lock on its directory.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo & !prod")
@EnableConfigurationProperties({DemoProperties.class, MailProperties.class})
class DemoInfrastructure {

    @Bean
    DemoDirectory demoDirectory(DemoProperties properties) {
        DemoDirectory directory = DemoDirectory.open(properties.directory());
        if (properties.fresh()) {
            LeftoverServer.stop(directory);
            directory.empty();
        }
        return directory;
    }

    @Bean
    EmbeddedDatabase embeddedDatabase(DemoDirectory directory, DemoProperties properties) {
        return EmbeddedDatabase.start(directory, properties.databasePort());
    }

    @Bean
    FlywayConnectionDetails databaseOwner(EmbeddedDatabase database) {
        return database.owner();
    }

    @Bean
    DemoMailbox demoMailbox(DemoDirectory directory) {
        return new DemoMailbox(directory.mails(), Clock.systemUTC());
    }

    @Bean
    DemoMailServer demoMailServer(DemoMailbox mailbox, DemoProperties properties) {
        return DemoMailServer.start(mailbox, properties.smtpPort());
    }

    @Bean
    JavaMailSenderImpl mailSender(DemoMailServer server, MailProperties properties) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(DemoMailServer.HOST);
        sender.setPort(server.port());
        sender.setDefaultEncoding(properties.getDefaultEncoding().name());
        sender.getJavaMailProperties().putAll(properties.getProperties());
        return sender;
    }
}
