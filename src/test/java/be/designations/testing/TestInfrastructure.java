package be.designations.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A database and a mail server for one Spring context. Inject {@link GreenMail} to see what was sent. */
@TestConfiguration(proxyBeanMethods = false)
public class TestInfrastructure {

    @Bean
    TestDatabase testDatabase() {
        return TestDatabase.create();
    }

    /** Not where it is measured: explaining takes time. */
    @Bean
    @ConditionalOnProperty(name = "bench", havingValue = "false", matchIfMissing = true)
    static IndexedStatements indexedStatements() {
        return new IndexedStatements();
    }

    @Bean
    FlywayConnectionDetails databaseOwner(TestDatabase database) {
        return database.owner();
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail greenMail() {
        return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    /** Made when a test asks for it, since the port is known by then. */
    @Bean
    @Lazy
    ApiCaller apiCaller(@LocalServerPort int port) {
        return ApiCaller.at(port);
    }

    @Bean
    Clamd clamd() {
        return new Clamd();
    }

    @Bean
    TestPersonas personas() {
        return new TestPersonas();
    }

    @Bean
    DynamicPropertyRegistrar addressesOfServers(GreenMail greenMail, Clamd clamd) {
        return registry -> {
            registry.add("designations.clamav.port", clamd::port);
            registry.add("spring.mail.host", () -> "127.0.0.1");
            registry.add("spring.mail.port", () -> greenMail.getSmtp().getPort());
        };
    }
}
