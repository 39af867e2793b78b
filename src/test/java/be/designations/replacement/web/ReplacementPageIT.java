package be.designations.replacement.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.replacement.ReplacementSearch;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The dossier of a replacement, as each of its readers sees it. */
class ReplacementPageIT extends WholeApplication {

    private static final Map<String, String> TIE = Map.of(
            "category",
            "EXTERNAL",
            "email",
            "colette@test.example",
            "phone",
            "081 12 34 56",
            "reason",
            "Contrat prolongé");

    @Autowired
    private ReplacementSearch search;

    private ManagedWorld world;

    @BeforeEach
    void aCpasWithItsPeople() {
        world = worlds.managed();
    }

    @Test
    void the_page_says_who_is_to_be_replaced_as_what_why_and_by_when() {
        String path = asked(world.coLocalManager, world.coLocalManagerId);

        var page = browsers.signedIn(world.cpas.principalManager).get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "Remplacement demandé",
                        world.coLocalManager.displayName(),
                        "Co-Gestionnaire Local (co-GL) – Action sociale, depuis le 01/01/2020",
                        "lien de travail comme collaborateur externe ; dernier jour : ",
                        "Le RAE / GAP ou un co-RAE remplace ce gestionnaire",
                        "Rien n’est coupé automatiquement")
                .doesNotContain(world.coLocalManager.niss().formatted());
        assertThat(page.page()
                        .select("a[href=/qualities/"
                                + world.cpas.socialAction.id().value() + "]"))
                .hasSize(1);
        assertThat(page.page().select("a[href=" + path + "/tie]")).hasSize(1);
        assertThat(page.page().select("figure")).hasSize(1);
        assertThat(page.page().select("#mails ~ details tbody tr")).hasSize(3);
    }

    @Test
    void a_dossier_is_found_in_small_letters_too() {
        String path = asked(world.coLocalManager, world.coLocalManagerId);

        var page = browsers.signedIn(world.cpas.principalManager).get(path.toLowerCase(Locale.ROOT));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("a[href=" + path + "/tie]")).hasSize(1);
    }

    @Test
    void a_manager_who_has_left_too_reads_why_they_do_not_decide() {
        String path = asked(world.coLocalManager, world.coLocalManagerId);
        asked(world.cpas.coPrincipalManager, world.coPrincipalManagerId);
        Browser former = browsers.signedIn(world.cpas.coPrincipalManager);

        assertThat(former.get(path).text())
                .contains("quelqu’un qui y est encore lié doit dire que cette personne reste");
        assertThat(former.get(path + "/tie").status()).isEqualTo(403);
        assertThat(former.post(path + "/tie", TIE).status()).isEqualTo(403);
    }

    @Test
    void where_nobody_manages_the_entity_the_page_leads_a_representative_to_a_principal_manager() {
        jdbc.sql("update responsibility set valid_until = now() - interval '2 days' where organisation_id = :entity"
                        + " and kind in ('PRINCIPAL_ACCESS_MANAGER', 'CO_PRINCIPAL_ACCESS_MANAGER')")
                .param("entity", world.cpas.cpas.id().value())
                .update();
        String path = asked(world.coLocalManager, world.coLocalManagerId);
        Browser head = browsers.signedIn(world.cpas.head);

        var page = head.get(path);

        assertThat(page.text()).contains("Plus personne ne gère les accès de cette entité");
        assertThat(page.page()
                        .select("a[href=/principal-manager/"
                                + world.cpas.cpas.enterpriseNumber().value() + "]"))
                .hasSize(1);
        assertThat(head.get("/work").text()).contains("Désigner un Gestionnaire d’Accès Principal");
    }

    @Test
    void the_local_manager_of_social_action_is_replaced_through_an_application() {
        String path = asked(world.cpas.localManager, world.localManagerId);

        assertThat(browsers.signedIn(world.cpas.principalManager).get(path).text())
                .contains("un autre le devient par une demande de désignation d’un DPD");
    }

    @Test
    void readers_who_do_not_decide_see_it_without_its_buttons() {
        String path = asked(world.coLocalManager, world.coLocalManagerId);

        for (Person reader : new Person[] {world.cpas.head, world.supportAgent}) {
            Browser browser = browsers.signedIn(reader);
            var page = browser.get(path);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.page().select("main .app-actions a")).isEmpty();
            assertThat(browser.get(path + "/tie").status()).isEqualTo(403);
        }
        ManagedWorld other = worlds.managed();
        for (Person foreign : new Person[] {other.cpas.principalManager, world.coLocalManager}) {
            assertThat(browsers.signedIn(foreign).get(path).status()).isEqualTo(404);
            assertThat(browsers.signedIn(foreign).get(path + "/tie").status()).isEqualTo(404);
        }
    }

    @Test
    void whoever_it_is_about_reads_why_somebody_else_decides() {
        String path = asked(world.cpas.coPrincipalManager, world.coPrincipalManagerId);
        Browser self = browsers.signedIn(world.cpas.coPrincipalManager);

        assertThat(self.get(path).text()).contains("quelqu’un d’autre doit dire que vous restez lié");
        assertThat(self.get(path + "/tie").status()).isEqualTo(403);
        assertThat(self.post(path + "/tie", TIE).status()).isEqualTo(403);
    }

    @Test
    void what_is_wrong_is_told_at_the_field_and_all_typed_is_kept() {
        String path = asked(world.cpas.coPrincipalManager, world.coPrincipalManagerId) + "/tie";
        Browser browser = browsers.signedIn(world.cpas.principalManager);
        browser.get(path);

        var empty = browser.post(path, Map.of("reason", "Contrat"));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.page().selectFirst("#category-error")).isNotNull();
        assertThat(empty.page().selectFirst("textarea[name=reason]").text()).isEqualTo("Contrat");
        assertThat(empty.text()).contains("Seul un membre du personnel");

        var external = browser.post(path, TIE);
        assertThat(external.status()).isEqualTo(422);
        assertThat(external.page().selectFirst("#category-error")).isNotNull();
        assertThat(external.page().selectFirst("input[name=email]").val()).isEqualTo("colette@test.example");
    }

    @Test
    void a_declared_tie_settles_it_once() {
        String path = asked(world.coLocalManager, world.coLocalManagerId);
        Browser browser = browsers.signedIn(world.cpas.principalManager);
        Browser late = browsers.signedIn(world.cpas.coPrincipalManager);
        browser.get(path + "/tie");
        late.get(path + "/tie");

        Answer first = browser.post(path + "/tie", TIE);
        Answer again = browser.post(path + "/tie", TIE);
        Answer second = late.post(path + "/tie", TIE);

        assertThat(first.location()).contains(path);
        assertThat(again.location()).contains(path);
        assertThat(browser.follow(first).text())
                .contains("Reste lié à l’entité", "Contrat prolongé", world.cpas.principalManager.displayName());
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains(world.cpas.principalManager.displayName() + " a déjà traité cette étape");
        assertThat(late.get(path + "/tie").location()).contains(path);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Remplacement demandé",
        "nl, Vervanging gevraagd",
        "de, Ersetzung erbeten",
        "en, Replacement asked for"
    })
    void the_pages_speak_four_languages(String language, String status) {
        String path = asked(world.coLocalManager, world.coLocalManagerId);
        Browser browser = browsers.signedIn(world.cpas.principalManager);

        assertThat(browser.get(path + "?lang=" + language).text()).contains(status);
        assertThat(browser.get(path + "/tie").status()).isEqualTo(200);
        assertThat(browser.get("/cases").text()).contains(status);
        assertThat(browser.get("/work").status()).isEqualTo(200);
    }

    @Test
    void an_unknown_number_is_not_found() {
        Browser browser = browsers.signedIn(world.cpas.principalManager);

        assertThat(browser.get("/cases/REM-2020-99999").status()).isEqualTo(404);
        assertThat(browser.get("/cases/REM-x").status()).isEqualTo(404);
    }

    private String asked(Person person, UUID responsibility) {
        world.cpas.tiedUntilYesterday(
                person,
                person.equals(world.coLocalManager) ? RelationshipCategory.EXTERNAL : RelationshipCategory.OFFICIAL);
        search.run();
        return "/cases/"
                + jdbc.sql("select c.dossier_number from manager_replacement m join case_file c on c.id = m.case_id"
                                + " where m.responsibility_id = :id")
                        .param("id", responsibility)
                        .query(String.class)
                        .single();
    }
}
