package be.designations.management.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.testing.Browser;
import be.designations.testing.DomainWorld;
import be.designations.testing.WholeApplication;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the access managers of domains are named, and what their pages offer. */
class DomainPagesIT extends WholeApplication {

    private static final String GA = "Gestionnaire d’Accès d’un domaine (GA) – Finances";

    DomainWorld world;
    String entity;
    String federal;

    @BeforeEach
    void newWorld() {
        world = worlds.domains();
        entity = "/entities/" + world.cpas.cpas.enterpriseNumber().value();
        federal = "/qualities/" + world.federal.id().value();
    }

    @Test
    void every_list_names_the_access_manager_with_the_domain() {
        Browser principal = browsers.signedIn(world.cpas.principalManager);
        for (String path : List.of(
                entity,
                entity + "/users?q=fanny",
                entity + "/history",
                entity + "/history.csv",
                "/people/" + world.accessManager.id(),
                "/people/" + world.accessManager.id() + "/history")) {
            var answer = principal.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains(GA);
        }
        assertThat(principal.get(entity + "/history.pdf").status()).isEqualTo(200);

        Browser own = browsers.signedIn(world.accessManager);
        for (String path : List.of("/", "/capacity", "/me", "/entities", entity)) {
            assertThat(own.get(path).body()).as(path).contains(GA);
        }
        assertThat(browsers.signedIn(world.cpas.user).get("/me/managers").body())
                .contains(GA);
    }

    @Test
    void who_chooses_the_domain_comes_to_the_three_steps() {
        var answer = browsers.signedIn(world.accessManager)
                .post("/capacity", Map.of("organisation", world.cpas.cpas.id().toString(), "kind", "ACCESS_MANAGER"));

        assertThat(answer.location()).contains(entity + "/access-managers");
    }

    @Test
    void the_steps_speak_every_language_to_everybody_who_sees_the_entity() {
        for (Person reader : List.of(
                world.cpas.principalManager,
                world.cpas.head,
                world.accessManager,
                world.coAccessManager,
                world.cpas.user,
                world.cpas.reviewer)) {
            Browser browser = browsers.signedIn(reader);
            for (Language language : Language.values()) {
                var answer = browser.get(entity + "/access-managers?lang=" + language.code());
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.text()).doesNotContain("??").contains("Fanny");
            }
        }
        assertThat(browsers.signedIn(world.cpas.candidate)
                        .get(entity + "/access-managers")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void only_what_the_reader_may_do_is_offered() {
        assertThat(links(world.cpas.principalManager, "access-manager")).isEqualTo(6);
        assertThat(links(world.cpas.principalManager, "co-access-managers")).isEqualTo(6);
        assertThat(links(world.accessManager, "access-manager")).isZero();
        assertThat(links(world.accessManager, "co-access-managers")).isEqualTo(1);
        assertThat(links(world.coAccessManager, "co-access-managers")).isZero();
        assertThat(links(world.cpas.head, "access-manager")).isZero();
        assertThat(browsers.signedIn(world.cpas.head)
                        .get(entity + "/access-managers")
                        .page()
                        .select("a[href^=/principal-manager/]"))
                .hasSize(1);
        assertThat(browsers.signedIn(world.accessManager)
                        .get(entity + "/access-managers")
                        .page()
                        .select("a[href^=/principal-manager/]"))
                .isEmpty();
        var user = browsers.signedIn(world.accessManager)
                .get(federal + "/users/" + world.federalUser.id())
                .page();
        assertThat(user.select("button[value=add-applications]")).hasSize(1);
        assertThat(user.select("button[value=block], button[value=delete]")).isEmpty();
    }

    @Test
    void roles_to_give_and_to_take_back_are_those_of_the_domain() {
        Browser browser = browsers.signedIn(world.accessManager);
        browser.get(federal);
        for (String action : List.of("add-applications", "remove-applications")) {
            var page = browser.post(
                            federal + "/users/actions",
                            Map.of("person", world.federalUser.id().toString(), "action", action))
                    .page();
            assertThat(page.select("[name=roles]").eachAttr("value")).containsExactly(DomainWorld.CUSTOMS);
        }
        assertThat(browser.post(
                                federal + "/users/actions",
                                Map.of("person", world.federalUser.id().toString(), "action", "block"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_domain_that_there_is_not_leads_nowhere() {
        Browser principal = browsers.signedIn(world.cpas.principalManager);

        assertThat(principal.get(entity + "/domains/weather/access-manager").status())
                .isEqualTo(404);
        assertThat(principal.get(entity + "/domains/WEATHER/access-manager").status())
                .isBetween(400, 499);
    }

    private int links(Person reader, String end) {
        return browsers.signedIn(reader)
                .get(entity + "/access-managers")
                .page()
                .select("main a[href$=/" + end + "]")
                .size();
    }
}
