package be.designations.replacement.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.RelationshipCategory;
import be.designations.replacement.ReplacementSearch;
import be.designations.testing.BrowserJourney;
import be.designations.testing.ManagedWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** From the list of work to the end of a replacement, in a browser. */
class ReplacementJourneyIT extends BrowserJourney {

    @Autowired
    private ReplacementSearch search;

    private ManagedWorld world;

    @BeforeEach
    void aManagerWhoseTieHasEnded() {
        world = worlds.managed();
        world.cpas.tiedUntilYesterday(world.coLocalManager, RelationshipCategory.EXTERNAL);
        search.run();
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360"})
    void a_principal_manager_says_that_the_person_stays(String language, int width) {
        openWindow(width);
        window.signIn(world.cpas.principalManager, language);
        window.open("/work");
        page.locator("a[href^='/cases/REM-']").first().click();
        unfoldDrawing();
        window.check();

        page.locator("a[href$='/tie']").click();
        window.check();
        window.press("main form button");
        assertThat(page.locator(".govuk-error-summary").count()).isEqualTo(1);
        window.check();
        page.selectOption("[name=category]", "EXTERNAL");
        page.fill("[name=email]", "colette@test.example");
        page.fill("[name=phone]", "081 12 34 56");
        page.fill("[name=reason]", "Contrat prolongé");
        window.press("main form button");
        unfoldDrawing();
        window.check();

        assertThat(page.locator(".govuk-notification-banner, .app-notice").count())
                .isPositive();
        assertThat(page.locator("main").innerText()).contains("Contrat prolongé");
        assertThat(window.complaints()).isEmpty();
    }
}
