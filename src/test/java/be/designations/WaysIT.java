package be.designations;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Person;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.EnterpriseWorld;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the home page to what somebody came to do: each link is on the page before, and the last page has its form. */
class WaysIT extends WholeApplication {

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de"})
    void whoever_manages_the_entity_changes_its_local_manager_in_one_click(String language) {
        CpasWorld world = worlds.cpas();
        var dossier = acts.approved(world, world.answers());

        assertThat(way(world.principalManager, language, "main a[href*='/cases/" + dossier + "']")
                        .select("main form[method=post] input[name=niss]"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de"})
    void whoever_files_for_a_cpas_proposes_its_officer_in_one_click(String language) {
        assertThat(way(worlds.cpas().head, language, "main a[href*='/dpd/applications/new']")
                        .select("main form[method=post][action*='/dpd/applications'] button"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de"})
    void a_local_manager_grants_a_right_in_three(String language) {
        ManagedWorld world = worlds.managed();

        Document page = way(
                world.cpas.localManager,
                language,
                "main a[href=/rights]",
                "main a[href$=/rights/grant]",
                "main a[href*='/rights/grant/right?person=']");

        assertThat(page.select("main form[method=post]")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de"})
    void a_legal_representative_designates_the_principal_manager_in_two(String language) {
        EnterpriseWorld world = worlds.enterprise();

        Document page = way(
                world.director,
                language,
                "main a[href=/principal-manager]",
                "main a[href='/principal-manager/"
                        + world.enterprise.enterpriseNumber().value() + "']");

        assertThat(page.select("main form[method=post] input[name=who]")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de"})
    void support_finds_the_mails_that_were_not_sent_in_one_click(String language) {
        way(worlds.cpas().supportAgent("Sacha"), language, "nav a[href=/operations/mails]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de"})
    void a_reviewer_finds_a_colleague_as_deputy_in_two_clicks_and_a_name(String language) {
        Document page = way(worlds.cpas().reviewer, language, "main a[href=/deputies]", "main a[href=/deputies/new]");

        assertThat(page.select("main form[role=search] input[name=q]")).hasSize(1);
    }

    private Document way(Person person, String language, String... links) {
        Browser browser = browsers.signedIn(person);
        Document page = browser.get("/?lang=" + language).page();
        for (String selector : links) {
            Element link = page.selectFirst(selector);
            assertThat(link).as(selector + " on " + page.title()).isNotNull();
            assertThat(link.text()).as(selector).isNotBlank();
            var next = browser.follow(browser.get(link.attr("href")));
            assertThat(next.status()).as(link.attr("href")).isEqualTo(200);
            page = next.page();
        }
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
        return page;
    }
}
