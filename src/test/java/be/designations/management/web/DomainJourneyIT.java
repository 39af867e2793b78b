package be.designations.management.web;

import static be.designations.testing.DomainWorld.CUSTOMS;
import static be.designations.testing.DomainWorld.FINANCE;
import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.Qualities;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Person;
import be.designations.testing.BrowserJourney;
import be.designations.testing.CpasWorld;
import be.designations.testing.DomainWorld;
import be.designations.testing.Mails.Mail;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** From the principal access manager over the access manager of a domain to a right, in a browser. */
class DomainJourneyIT extends BrowserJourney {

    @Autowired
    private Qualities qualities;

    private CpasWorld cpas;
    private DomainWorld world;
    private String steps;
    private String federal;

    @BeforeEach
    void aCpasWithFederalServices() {
        cpas = worlds.cpas();
        world = new DomainWorld(cpas, directory, access, qualities);
        steps = "/entities/" + cpas.cpas.enterpriseNumber().value() + "/access-managers";
        federal = "/qualities/" + world.federal.id().value();
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360"})
    void an_access_manager_is_named_gives_a_right_and_is_replaced(String language, int width) {
        openWindow(width);
        window.signIn(cpas.principalManager, language);
        window.open(steps);
        assertThat(page.locator("#domain-MOBILITY td").first().innerText()).doesNotContain("Delphine");

        name("MOBILITY", cpas.candidate, true);
        assertThat(page.url()).endsWith(steps);
        assertThat(page.locator("#domain-MOBILITY").innerText()).contains("Delphine");
        name("FINANCE", cpas.candidate, false);
        assertThat(page.locator("#domain-FINANCE").innerText())
                .contains("Delphine")
                .doesNotContain("Fanny");
        assertThat(isAccessManager(world.accessManager)).isFalse();
        assertThat(told(world.accessManager)).singleElement().asString().contains("– Finances");
        assertThat(told(cpas.candidate)).hasSize(2);
        window.check();

        window.signIn(world.accessManager, language);
        assertThat(page.navigate(window.address(federal)).status()).isEqualTo(404);
        window.signIn(cpas.candidate, language);
        window.open(steps);
        assertThat(page.locator("main a[href$='/access-manager']").count()).isZero();
        window.open(page.locator("main a[href='" + federal + "']").first().getAttribute("href"));
        assertThat(page.locator("#action option").count()).isEqualTo(3);
        window.open(federal + "/users/new");
        page.fill("[name=niss]", world.colleague.niss().formatted());
        window.press("main form button");
        window.check();
        assertThat(page.locator("[name=roles]").count()).isEqualTo(1);
        window.press("main form button.govuk-button:not(.govuk-button--secondary)");
        assertThat(page.locator("#roles-error").count()).isEqualTo(1);
        window.check();
        page.check("[name=roles][value=" + CUSTOMS + "]");
        window.press("main form button.govuk-button:not(.govuk-button--secondary)");
        window.check();
        assertThat(page.locator("main form button[value=delete]").count()).isZero();
        assertThat(access.rights(world.federal.id(), world.colleague.id(), Instant.now()))
                .containsExactly(CUSTOMS);

        window.signIn(cpas.coPrincipalManager, language);
        window.open(steps);
        window.open(page.locator("#domain-FINANCE a[href$='/block']").first().getAttribute("href"));
        window.press("main form button");
        window.check();
        assertThat(page.locator("#domain-FINANCE .app-tag").count()).isEqualTo(2);
        window.open("/entities/" + cpas.cpas.enterpriseNumber().value());
        window.open(federal);
        window.open("/me/managers");
        assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
        assertThat(window.complaints()).isEmpty();
    }

    private void name(String domain, Person person, boolean unknown) {
        window.open(page.locator("#domain-" + domain + " a[href$='/access-manager']")
                .getAttribute("href"));
        page.fill("[name=niss]", person.niss().formatted());
        window.press("main form button[value=look]");
        window.check();
        if (unknown) {
            window.press("main form button[value=confirm]");
            assertThat(page.locator("#category-error").count()).isEqualTo(1);
            page.selectOption("[name=category]", "EXTERNAL");
            page.fill("[name=email]", "delphine@test.example");
            page.fill("[name=phone]", "081 12 34 56");
        }
        window.press("main form button[value=confirm]");
        window.check();
    }

    private List<String> told(Person person) {
        return mails.to(person.id()).stream().map(Mail::text).toList();
    }

    private boolean isAccessManager(Person person) {
        return access
                .incumbents(ResponsibilityKind.ACCESS_MANAGER, cpas.cpas.id(), null, null, FINANCE, Instant.now())
                .stream()
                .anyMatch(held -> held.person().equals(person.id()));
    }
}
