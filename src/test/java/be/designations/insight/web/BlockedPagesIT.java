package be.designations.insight.web;

import static be.designations.testing.ManagedWorld.as;
import static org.assertj.core.api.Assertions.assertThat;

import be.designations.insight.OwnAccess;
import be.designations.management.Managers;
import be.designations.testing.Browser;
import be.designations.testing.ManagedWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is blocked is told so wherever they look, never that they have nothing. <i>Source: D28.</i> */
class BlockedPagesIT extends WholeApplication {

    @Autowired
    private Managers managers;

    @Autowired
    private OwnAccess own;

    private ManagedWorld world;

    @BeforeEach
    void aCpasWithItsPeople() {
        world = worlds.managed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/capacity", "/me", "/me/managers", "/work", "/cases", "/qualities/$quality"})
    void a_blocked_manager_reads_what_since_when_by_whom_and_whom_to_ask(String path) {
        managers.block(as(world.cpas.localManager), world.coLocalManagerId, "Congé de longue durée");

        Browser browser = browsers.signedIn(world.coLocalManager);
        var page = browser.follow(browser.get(path.replace(
                        "$quality", world.cpas.socialAction.id().value().toString())))
                .page();

        assertThat(page.select("section[aria-labelledby=blocked]").text())
                .contains(
                        "Co-Gestionnaire Local (co-GL) – Action sociale, CPAS de Testville",
                        "par " + world.cpas.localManager.displayName() + " – Gestionnaire Local (GL)");
        assertThat(page.select("section[aria-labelledby=blocked] a").attr("href"))
                .isEqualTo("/me/managers");
        assertThat(page.text())
                .doesNotContain("Aucune entité ne vous est attribuée", "aucune fonction ni responsabilité");
    }

    @Test
    void whoever_was_blocked_by_nobody_known_reads_since_when() {
        var page = browsers.signedIn(world.blockedCoPrincipal).get("/me").page();

        assertThat(page.select("section[aria-labelledby=blocked] li").text())
                .contains("Co-Responsable des Accès Entité", "bloqué depuis le 01/06/2025.");
    }

    @Test
    void an_open_session_tells_it_at_the_next_click() {
        Browser browser = browsers.signedIn(world.coLocalManager);
        assertThat(browser.get("/").page().select("#blocked")).isEmpty();

        managers.block(as(world.cpas.localManager), world.coLocalManagerId, null);

        var page = browser.follow(browser.get("/cases")).page();
        assertThat(page.text()).contains("elle a pris fin ou est bloquée", "Votre accès est bloqué");
        assertThat(page.select("#blocked")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "nl, Uw toegang is geblokkeerd",
        "de, Ihr Zugang ist gesperrt",
        "en, Your access is blocked",
    })
    void it_is_told_in_every_language(String language, String title) {
        var page = browsers.signedIn(world.blockedCoPrincipal).get("/capacity?lang=" + language);

        assertThat(page.page().select("h1").text()).isEqualTo(title);
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void the_api_tells_it_too_and_only_to_who_is_blocked() {
        managers.block(as(world.cpas.localManager), world.coLocalManagerId, null);

        var me = api.as(world.coLocalManager).get("/api/v1/me");
        assertThat(me.at("/capacities")).isEmpty();
        assertThat(me.text("/blocked/0/kind/code")).isEqualTo("CO_LOCAL_MANAGER");
        assertThat(me.text("/blocked/0/quality/id"))
                .isEqualTo(world.cpas.socialAction.id().value().toString());
        assertThat(me.text("/blocked/0/by")).isEqualTo(world.cpas.localManager.displayName());
        assertThat(me.text("/blocked/0/byCapacity/code")).isEqualTo("LOCAL_MANAGER");
        assertThat(api.as(world.cpas.localManager).get("/api/v1/me").at("/blocked"))
                .isEmpty();
    }

    @Test
    void one_statement_asks_for_all_of_it() {
        assertThat(StatementCount.of(() -> own.blocked(world.blockedCoLocalManager.id())))
                .isEqualTo(1);
    }
}
