package be.designations.primaweb;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.BrowserJourney;
import be.designations.testing.CpasWorld;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the first entry of a user over a profile made by keyboard to the lit menu, in a browser. */
class PrimaWebJourneyIT extends BrowserJourney {

    private CpasWorld world;
    private String path;

    @BeforeEach
    void aCpas() {
        world = worlds.cpas();
        path = "/primaweb/" + world.cpas.enterpriseNumber().value();
        world.giveRight(world.user, PrimaWebRole.SOCIAL_WORKER_CODE, world.socialAction.id());
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360", "de, 360"})
    void a_user_enters_gets_a_profile_and_finds_the_menu_lit(String language, int width) {
        openWindow(width);
        window.signIn(world.user, language);
        window.open(path);
        window.press("main form button");
        window.check();
        assertThat(page.locator(".app-menu__lit").count()).isZero();
        page.locator("details.app-menu__dark summary").first().click();
        window.check();

        window.signIn(world.localManager, language);
        window.open(path + "/profiles/new");
        page.fill("[name='name.fr']", "Aide");
        page.fill("[name='name.nl']", "Hulp");
        tickByKeyboard();
        window.check();
        window.press("button[value=save]");
        window.check();
        assertThat(page.url()).endsWith("/access");

        page.locator("main a[href$='/profiles'][href*='/users/']").click();
        page.waitForURL("**/profiles");
        window.check();
        page.locator("label:has-text('" + (language.equals("nl") ? "Hulp" : "Aide") + "')")
                .click();
        window.press("main form button");
        window.check();
        for (String print : new String[] {"/profiles/", "/users/"}) {
            window.open(page.locator("main a[href$='/print'][href*='" + print + "']")
                    .first()
                    .getAttribute("href"));
            window.open(path + "/access");
        }

        window.signIn(world.user, language);
        window.open(path + "/home?role=SOCIAL_WORKER");
        assertThat(page.locator(".app-menu__lit").count()).isPositive();
        window.open(path + "/my-access");
        assertThat(window.complaints()).isEmpty();
    }

    /** Opens two blocks within each other and ticks a function there, which brings another one along. */
    private void tickByKeyboard() {
        Locator dossiers =
                page.locator("details:has(#function-CASES_FIND) > summary").first();
        dossiers.focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#function-CASES_FIND").isVisible()).isTrue();
        page.keyboard().press("ArrowRight");
        assertThat(isFocused(page.locator("#function-CASES_FIND"))).isTrue();
        page.keyboard().press("ArrowUp");
        assertThat(isFocused(dossiers)).isTrue();
        Locator aid = page.locator("details:has(#function-AID_LIST) > summary").last();
        aid.focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        assertThat(isFocused(page.locator("#function-AID_LIST"))).isTrue();
        page.keyboard().press("Space");
        assertThat(page.locator("#function-AID_LIST").isChecked()).isTrue();
        assertThat(page.locator("#function-CASES_FIND").isChecked()).isTrue();
        assertThat(page.locator("[data-tree-brought]").textContent()).isNotBlank();
        page.keyboard().press("ArrowLeft");
        assertThat(isFocused(aid)).isTrue();
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("#function-AID_LIST").isVisible()).isFalse();
        page.locator("button[value='all:MUTATIONS']").click();
        assertThat(page.locator("#function-MUTATIONS_PENSIONS_MARK").isChecked())
                .isTrue();
        assertThat(page.locator("[data-tree-count]").textContent()).startsWith("16 ");
    }
}
