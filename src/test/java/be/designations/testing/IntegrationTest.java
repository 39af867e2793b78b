package be.designations.testing;

import be.designations.notification.MailReader;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test of the whole application on a free port, under the profile {@code test}: real PostgreSQL, migrated
 * by Flyway as in production, and a real mail server.
 *
 * <p>Classes with the same configuration share one context and so one database: let each test bring its own
 * data and look for those only. Most extend {@link WholeApplication}, which has what they need for that.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import({
    Browsers.class,
    CheckedWindow.RulesAtHand.class,
    DossierActs.class,
    MailReader.class,
    Mails.class,
    StuckRows.class,
    TestInfrastructure.class,
    TestRegister.InFrontOfTheLocalOne.class,
    TestWorlds.class
})
public @interface IntegrationTest {}
