package be.designations.casework.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.DossierNumber;
import be.designations.testing.BrowserJourney;
import be.designations.testing.CpasWorld;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reviewer works through the list by keyboard, and on a telephone. */
class WorkJourneyIT extends BrowserJourney {

    CpasWorld world;
    DossierNumber number;
    String list;

    @BeforeEach
    void aDossier() {
        world = worlds.cpas();
        number = acts.submit(world.forCpas(world.head), world.answers());
        list = "/work?entity=" + world.cpas.enterpriseNumber().value();
    }

    @Test
    void the_keys_that_the_sheet_names_do_what_it_says() {
        openWindow(1440);
        window.signIn(world.reviewer, "nl");
        window.open(list);
        Locator line = page.locator("[data-line='" + number + "']");

        page.keyboard().press("j");
        assertThat(isFocused(line.locator("[data-open]"))).isTrue();
        page.keyboard().press("p");
        assertThat(page.locator("#preview h2")).containsText(number.value());
        assertThat(page.locator("#work-news")).containsText(number.value());
        window.check();

        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        window.check();
        page.locator("#keys-on").uncheck();
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isHidden();
        page.locator("[data-shortcuts]").click();
        page.locator("#keys-on").check();
        page.keyboard().press("Escape");

        page.locator("#q").focus();
        page.keyboard().type("jt?");
        assertThat(page.locator("#q")).hasValue("jt?");
        line.locator("[data-open]").focus();
        page.keyboard().press("t");
        assertThat(page.locator(".govuk-notification-banner--success")).containsText(number.value());
        assertThat(line).containsText("U Vrijgeven");
        line.locator("[data-open]").focus();
        page.keyboard().press("h");
        assertThat(page.locator("#colleague")).isVisible();
        window.check();
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void a_telephone_shows_the_list_in_every_language() {
        openWindow(360);
        for (String language : new String[] {"fr", "nl", "de", "en"}) {
            window.signIn(world.reviewer, language);
            window.open(list + "&step=GIVE_OPINION&preview=" + number);
            window.open("/work/hand-over?dossiers=" + number);
            window.open("/cases?q=testville");
        }
        assertThat(window.complaints()).isEmpty();
    }
}
