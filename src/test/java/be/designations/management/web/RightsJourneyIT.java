package be.designations.management.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Person;
import be.designations.testing.BrowserJourney;
import be.designations.testing.DomainWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A manager’s daily tool in a browser: somebody new gets a right, people are compared, what was granted is found and taken back. */
class RightsJourneyIT extends BrowserJourney {

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360"})
    void somebody_new_gets_a_right_and_loses_it_again(String language, int width) {
        DomainWorld world = worlds.domains();
        String home = "/entities/" + world.cpas.cpas.enterpriseNumber().value() + "/rights";
        Person newcomer = world.cpas.person("Lucas");
        openWindow(width);
        window.signIn(world.cpas.principalManager, language);
        window.open(home);
        window.check();

        window.open(home + "/grant");
        window.check();
        window.open(home + "/people/new");
        press("main form button");
        window.check();
        page.fill("#niss", newcomer.niss().formatted());
        press("main form button");
        window.check();
        page.locator("#category").selectOption("PERMANENT");
        page.fill("#email", "lucas@test.example");
        page.fill("#phone", "+3212345678");
        press("main form button");
        window.check();

        page.fill("#narrow", "fauna");
        assertThat(page.locator("#role-list .govuk-radios__item:visible").count())
                .isEqualTo(1);
        page.locator("#role-list label:visible").click();
        press("main form button");
        window.check();
        press("main form button[type=submit]:not([formaction])");
        window.check();
        press("main form button[type=submit]:not([formaction])");
        window.check();
        assertThat(page.locator(".govuk-notification-banner--success a").innerText())
                .contains(newcomer.displayName());

        for (String list : new String[] {"/people", "/people?view=table", "/look-up", "/groups/local-authorities"}) {
            window.open(home + list);
            window.check();
        }
        window.open(home + "/compare?person=" + newcomer.id() + "&person=" + world.federalUser.id());
        window.check();
        press("main form button");
        window.check();

        window.open(home + "/look-up?q=lucas");
        page.locator("main label[for^=tick-]").first().click();
        press("main form[method=post] button");
        window.check();
        press("main form button");
        window.check();
        press("main form button.govuk-button--warning");
        window.check();
        window.open(home + "/look-up?q=lucas");
        assertThat(page.locator("main tbody tr").count()).isZero();
        assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void a_right_is_granted_with_the_keyboard_only() {
        DomainWorld world = worlds.domains();
        String home = "/entities/" + world.cpas.cpas.enterpriseNumber().value() + "/rights";
        openWindow(1280);
        window.signIn(world.cpas.principalManager, "nl");
        window.open(home + "/grant?q=cl%C3%A9ment");

        tabTo(page.locator("#people a").first());
        page.keyboard().press("Enter");
        page.waitForURL("**/grant/right**");
        tabTo(page.locator("#narrow"));
        page.keyboard().type("fauna");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        tabTo(page.locator("main form button").first());
        page.keyboard().press("Enter");
        page.waitForURL("**/grant/details");
        tabTo(page.locator("main form button").first());
        page.keyboard().press("Enter");
        page.waitForURL("**/grant/confirm");
        tabTo(page.locator("main form button").first());
        page.keyboard().press("Enter");
        page.waitForURL("**" + home);

        assertThat(page.locator(".govuk-notification-banner--success").innerText())
                .contains("Recht succesvol toegekend");
        assertThat(window.complaints()).isEmpty();
    }
}
