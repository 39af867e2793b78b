package be.designations.management.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.QualityKind;
import be.designations.access.ResponsibilityKind;
import be.designations.testing.BrowserJourney;
import be.designations.testing.CpasWorld;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A morning of the principal access manager in a browser. */
class ManagerJourneyIT extends BrowserJourney {

    private CpasWorld world;
    private String entity;
    private String quality;

    @BeforeEach
    void aCpasWithItsPeople() {
        world = worlds.cpas();
        entity = "/entities/" + world.cpas.enterpriseNumber().value();
        quality = "/qualities/" + world.socialAction.id().value();
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360", "de, 360"})
    void a_principal_manager_runs_the_access_of_the_entity(String language, int width) {
        openWindow(width);
        window.signIn(world.principalManager, language);
        window.open(entity);
        window.open(entity + "/details");
        page.fill("[name=email]", "x");
        window.press("main form button");
        assertThat(page.locator(".govuk-error-summary").count()).isEqualTo(1);
        window.check();

        window.open(entity + "/qualities/new");
        page.check("[name=kind][value=PPL_EMPLOYER]");
        page.fill("[name=pplNumber]", "1879957-96");
        window.press("main form button");
        assertThat(page.locator("#pplNumber").inputValue()).isEqualTo("1879957-96");
        window.check();
        page.check("[name=kind][value=YOUTH_CARE]");
        window.press("main form button");
        window.check();
        String youthCare = "/qualities/"
                + access.findQuality(world.cpas.id(), QualityKind.YOUTH_CARE)
                        .orElseThrow()
                        .id()
                        .value();

        window.open(youthCare + "/local-manager/new");
        page.fill("[name=niss]", "123");
        window.press("main form button");
        window.check();
        page.fill("[name=niss]", world.candidate.niss().formatted());
        window.press("main form button");
        window.check();
        window.press("main form button[value=confirm]");
        assertThat(page.locator("#category-error").count()).isEqualTo(1);
        window.check();
        window.press("main form button[value=correct]");
        window.press("main form button[value=look]");
        page.selectOption("[name=category]", "PERMANENT");
        page.fill("[name=email]", "delphine@test.example");
        page.fill("[name=phone]", "081 12 34 56");
        window.press("main form button[value=confirm]");
        window.check();

        window.open(youthCare + "/subdivisions");
        page.fill("[name=name]", "Antenne");
        window.press("main form button");
        window.check();
        window.open(page.locator("main a[href$='/manager/new']").first().getAttribute("href"));
        page.fill("[name=niss]", world.candidate.niss().formatted());
        window.press("main form button[value=look]");
        window.press("main form button[value=confirm]");
        window.check();
        window.open(page.locator("main a[href$='/block']").first().getAttribute("href"));
        window.press("main form button");
        window.check();
        window.open(page.locator("main a[href$='/rename']").first().getAttribute("href"));
        window.open(youthCare + "/email");

        window.open(quality + "/co-managers/new");
        page.fill("[name=niss]", world.user.niss().formatted());
        window.press("main form button");
        assertThat(page.locator("#confirmRemoval").count()).isEqualTo(1);
        window.check();
        window.open(quality + "/local-manager/new");
        window.open(entity + "/co-managers");
        window.open(page.locator("main a[href$='/remove']").first().getAttribute("href"));
        window.press("main form button");
        window.check();
        assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
        assertThat(access.localManager(
                                access.findQuality(world.cpas.id(), QualityKind.YOUTH_CARE)
                                        .orElseThrow()
                                        .id(),
                                Instant.now())
                        .orElseThrow()
                        .person())
                .isEqualTo(world.candidate.id());
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void a_designation_needs_no_mouse_and_enter_confirms() {
        openWindow(1280);
        window.signIn(world.principalManager, "fr");
        window.open(entity + "/co-managers/new");
        page.focus("[name=niss]");
        page.keyboard().type(world.candidate.niss().value());
        page.keyboard().press("Enter");
        page.waitForSelector("[name=category]");
        page.selectOption("[name=category]", "OFFICIAL");
        page.focus("[name=email]");
        page.keyboard().type("delphine@test.example");
        page.keyboard().press("Tab");
        page.keyboard().type("081 12 34 56");
        page.keyboard().press("Enter");
        page.waitForURL("**" + entity + "/co-managers");

        assertThat(access.holders(
                        world.cpas.id(), List.of(ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER), Instant.now()))
                .contains(world.candidate.id());
        assertThat(window.complaints()).isEmpty();
    }
}
