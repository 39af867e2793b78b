package be.designations.decisions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.BrowserJourney;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application that asks is registered, gets a key, is tried out and closed, in a browser. */
class ApplicationsJourneyIT extends BrowserJourney {

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360", "de, 360"})
    void an_agent_registers_an_application_gives_it_a_key_and_asks_as_it(String language, int width) {
        String id = "browser-" + UUID.randomUUID().toString().substring(0, 8);
        openWindow(width);
        window.signIn(worlds.cpas().supportAgent("Suzanne"), language);
        window.open("/operations/applications");
        window.check();

        window.open("/operations/applications/new");
        window.press("main .app-article form button");
        window.check();
        assertThat(page.locator("#clientId-error, #name-error, #roles-error")).hasCount(3);
        page.fill("#clientId", id);
        page.fill("#name", "Journey");
        page.locator("input[name=roles][value=SOCIAL_WORKER]").check();
        window.press("main .app-article form button");
        assertThat(page.locator("#name")).hasValue("Journey");

        window.press("form[action$='/keys'] button");
        window.check();
        assertThat(page.locator("#key")).isVisible();
        assertThat(isFocused(page.locator("#new-key")))
                .as("the new key is what comes next")
                .isTrue();
        window.open("/operations/applications/" + id);
        assertThat(page.locator("#key")).hasCount(0);

        window.open("/operations/applications/" + id + "/ask");
        window.check();
        page.fill("#person", UUID.randomUUID().toString());
        page.fill("#resource", "SOCIAL_WORKER");
        page.selectOption("#resourceType", "role");
        window.press("main .app-article form button");
        window.check();
        assertThat(page.locator("main")).containsText("no-right");

        window.open("/operations/applications/" + id);
        window.press("form[action$='/close'] button");
        window.check();
        assertThat(page.locator("form[action$='/open']")).hasCount(1);
        assertThat(window.complaints()).isEmpty();
    }
}
