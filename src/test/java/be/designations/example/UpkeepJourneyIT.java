package be.designations.example;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.DossierNumber;
import be.designations.directory.Person;
import be.designations.scheduling.RecurringJob;
import be.designations.testing.BrowserJourney;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Support looks after the application, in a browser, by keyboard where it acts. */
class UpkeepJourneyIT extends BrowserJourney {

    @Autowired
    Examples examples;

    @Autowired
    ExampleStep step;

    @Autowired
    ExampleVersions versions;

    @Autowired
    @Qualifier("supportRunsJob")
    RecurringJob runs;

    @AfterEach
    void onlyTheFirstVersionIsLeft() {
        step.isFailing(false);
        versions.remove();
        jdbc.sql("delete from notification where subject like 'Essai de parcours%'")
                .update();
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360", "de, 360", "en, 360"})
    void what_failed_is_seen_and_tried_again_and_dossiers_are_led_over(String language, int width) {
        var world = worlds.cpas();
        Person support = world.supportAgent("Sarah");
        DossierNumber old = examples.open(world.forCpas(world.principalManager), world.cpas.id());
        versions.deploy(ExampleVersions::withAStepApart);
        step.isFailing(true);
        DossierNumber number = examples.open(world.forCpas(world.principalManager), world.cpas.id());
        versions.fail(number);
        step.isFailing(false);
        failedMail();
        openWindow(width);
        window.signIn(support, language);

        for (String page : List.of(
                "/operations/mails",
                "/operations/mails?q=85.07.30-033.28",
                "/operations/health",
                "/operations/audit?operation=x",
                "/operations/processes",
                "/operations/processes/example/versions/1",
                "/operations/processes/example/suspension",
                "/operations/processes/example/versions/1/migration")) {
            window.open(page);
        }
        assertThat(page.locator("#rehearsal .app-tag--positive")).not().hasCount(0);
        page.locator("form[action$='/migration'] button").press("Enter");
        page.waitForURL("**/operations/runs/*");
        assertThat(page.locator("#run")).hasAttribute("hx-get", Pattern.compile("/operations/runs/\\d+"));
        window.check();
        runs.work().run();

        // Without a reload.
        assertThat(page.locator("#run .app-tag--active")).hasCount(0);
        window.check();

        window.open("/operations/failures");
        assertThat(page.locator("tbody tr").first()).containsText(number.value());
        tabTo(page.locator("form[action$='/failures/again'] button").last());
        page.keyboard().press("Enter");
        page.waitForURL("**/operations/runs/*");
        runs.work().run();
        assertThat(page.locator("#run .app-tag--positive")).hasCount(1);
        window.check();
        window.open("/operations/failures");
        assertThat(page.locator("tbody tr")).hasCount(0);
        assertThat(old).isNotNull();
        assertThat(window.complaints()).isEmpty();
    }

    private void failedMail() {
        jdbc.sql("""
                        insert into notification (id, kind, recipient_name, to_address, language, subject, text_body, html_body,
                                                  message_id, created_at, attempts, failure, last_error, given_up_at)
                        values (gen_random_uuid(), 'probe', 'Destinataire avec un nom assez long pour une petite page',
                                'une.adresse.assez.longue@une-organisation-au-nom-long.example', 'fr',
                                'Essai de parcours ' || gen_random_uuid(), 'x', '<p>x</p>', '<' || gen_random_uuid() || '@test.example>',
                                now() - interval '3 days', 4, 'unknown-mailbox', '550 5.1.1 User unknown', now())""").update();
    }
}
