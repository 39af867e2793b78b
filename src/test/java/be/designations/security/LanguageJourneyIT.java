package be.designations.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Language;
import be.designations.testing.BrowserJourney;
import be.designations.testing.CpasWorld;
import org.junit.jupiter.api.Test;

/** A reader keeps the language of a page that is in use. */
class LanguageJourneyIT extends BrowserJourney {

    @Test
    void keeping_a_language_keeps_what_was_typed_on_a_page_that_came_back_with_errors() {
        CpasWorld world = worlds.cpas();
        openWindow(360);
        window.signIn(world.reviewer, "de");
        window.open("/mandates");
        page.fill("#officer", "Quetzalcoatl");
        page.fill("#on", "31/02/2026");
        press("form:has(#officer) button[type=submit]");
        assertThat(page.locator("#on-error")).isVisible();
        page.fill("#cpas", "noch nicht gesendet");

        for (int times = 0; times < 2; times++) {
            press("form[action='/me/language'] button");
            assertThat(page.locator(".govuk-notification-banner")).containsText("Diese Sprache");
        }

        assertThat(page.locator("#officer")).hasValue("Quetzalcoatl");
        assertThat(page.locator("#on")).hasValue("31/02/2026");
        assertThat(page.locator("#on-error")).isVisible();
        assertThat(page.locator("#cpas")).hasValue("noch nicht gesendet");
        assertThat(page.locator(".govuk-notification-banner")).hasCount(1);
        assertThat(directory.person(world.reviewer.id()).language()).isEqualTo(Language.DE);
        window.check();
        assertThat(window.complaints()).isEmpty();
    }
}
