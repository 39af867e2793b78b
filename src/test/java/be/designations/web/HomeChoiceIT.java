package be.designations.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.ResponsibilityKind;
import be.designations.directory.Language;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.Person;
import be.designations.insight.OwnPlaces;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.TestPeople;
import be.designations.testing.WholeApplication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** “Cliquez sur le lien souhaité”: each thing that a person is leads to where it is exercised. */
class HomeChoiceIT extends WholeApplication {

    @Autowired
    OwnPlaces places;

    CpasWorld world;
    TestPeople people;

    @BeforeEach
    void aCpasWithItsPeople() {
        world = worlds.cpas();
        people = worlds.people();
    }

    @Test
    void a_co_manager_goes_to_the_entity_or_to_one_of_its_qualities() {
        String number = world.cpas.enterpriseNumber().formatted();
        var browser = browsers.signedIn(world.coPrincipalManager);

        assertThat(links(browser.get("/capacity")))
                .extracting(HomeChoiceIT::words)
                .containsExactly(
                        "Dénomination : CPAS de Testville – Co-Responsable des Accès Entité (co-RAE / co-GAP)",
                        "Qualité : Action sociale – Numéro d’entreprise : " + number
                                + " – Co-Responsable des Accès Entité (co-RAE / co-GAP)");
        assertThat(choose(browser, 0).location())
                .contains("/entities/" + world.cpas.enterpriseNumber().value());
        assertThat(choose(browser, 1).location()).contains(quality());
        assertThat(browser.get("/").page().select(".app-who").text()).contains("co-RAE / co-GAP");
    }

    @Test
    void a_local_manager_goes_to_the_quality() {
        var browser = browsers.signedIn(world.localManager);

        assertThat(choose(browser, 0).location()).contains(quality());
        assertThat(browser.get("/").page().select(".app-who").text()).contains("Gestionnaire Local");
    }

    @Test
    void a_manager_of_a_subdivision_goes_to_its_users() {
        UUID subdivision = world.subdivision("Antenne Nord");
        var browser = browsers.signedIn(world.subdivisionManager(subdivision));

        assertThat(links(browser.get("/capacity")))
                .extracting(HomeChoiceIT::words)
                .containsExactly("Subdivision : Antenne Nord – Qualité : Action sociale – Gestionnaire de Subdivision");
        assertThat(choose(browser, 0).location()).contains(quality() + "?subdivision=" + subdivision + "#users");
    }

    @Test
    void an_official_goes_to_the_work_of_the_desk() {
        var browser = browsers.signedIn(world.reviewer);

        assertThat(links(browser.get("/capacity")).get(0).text()).contains("Examinateur BCSS");
        assertThat(choose(browser, 0).location()).contains("/work");
        assertThat(browser.get("/").page().select(".app-who").text()).contains("Examinateur BCSS");
    }

    @Test
    void a_user_goes_to_their_own_access_by_each_right() {
        world.giveRight(world.user, "SOCIAL_WORKER", world.socialAction.id());
        var browser = browsers.signedIn(world.user);

        assertThat(links(browser.get("/capacity"))).hasSize(2).last().satisfies(link -> assertThat(words(link))
                .isEqualTo("Droit : PRIMA-WEB – Agent social – Qualité : Action sociale"));
        assertThat(choose(browser, 1).location()).contains("/me");
    }

    @Test
    void what_is_blocked_or_has_ended_is_no_link() {
        people.give(world.user, LegalFunctionKind.DIRECTOR, people.enterprise("Ailleurs"));
        world.give(world.user, ResponsibilityKind.TECHNICAL_USER, world.socialAction.id());
        jdbc.sql("""
                        insert into responsibility_block (id, responsibility_id, blocked_from, basis_id)
                        select gen_random_uuid(), id, now() - interval '1 hour', basis_id
                          from responsibility where person_id = :person and kind = 'USER'""").param("person", world.user.id().value()).update();
        var browser = browsers.signedIn(world.user);

        assertThat(links(browser.get("/capacity")))
                .extracting(HomeChoiceIT::words)
                .noneMatch(text -> text.endsWith("– Utilisateur"))
                .anyMatch(text -> text.endsWith("– Utilisateur Technique"));

        jdbc.sql("update responsibility set valid_until = now() where person_id = :person")
                .param("person", world.user.id().value())
                .update();
        assertThat(browser.get("/capacity").page().select(".app-entity h2").eachText())
                .singleElement()
                .asString()
                .startsWith("Ailleurs");
    }

    @Test
    void a_quality_that_the_capacity_does_not_reach_cannot_be_chosen() {
        var foreign = worlds.cpas();
        var browser = browsers.signedIn(world.localManager);
        browser.get("/capacity");

        assertThat(browser.post(
                                "/capacity",
                                Map.of(
                                        "organisation",
                                        world.cpas.id().toString(),
                                        "kind",
                                        "LOCAL_MANAGER",
                                        "quality",
                                        foreign.socialAction.id().value().toString()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void two_hundred_entities_take_as_many_statements_as_two_and_are_found_by_typing() {
        Person officer = world.person("Otto");
        people.manageSchools(officer, 2);
        var actor = CpasWorld.as(officer);
        int withTwo = StatementCount.of(() -> places.page(actor, "", Language.FR, null));
        people.manageSchools(officer, 198);

        assertThat(StatementCount.of(() -> places.page(actor, "", Language.FR, null)))
                .isEqualTo(withTwo)
                .isPositive()
                .isLessThanOrEqualTo(10);

        var browser = browsers.signedIn(officer);
        List<String> seen = new ArrayList<>();
        Answer page = browser.get("/capacity");
        seen.addAll(names(page));
        while (page.link("next") != null) {
            page = browser.get(page.link("next"));
            seen.addAll(names(page));
        }
        assertThat(seen).hasSize(200).doesNotHaveDuplicates();
        assertThat(names(browser.get(page.link("prev")))).isEqualTo(seen.subList(150, 175));
        assertThat(page.text()).contains("Vous travaillez pour 200 entités");
        String last = seen.get(199);
        assertThat(names(browser.get("/capacity?q=" + last.replaceAll(".* ", ""))))
                .containsExactly(last);
        assertThat(StatementCount.of(() -> places.page(actor, "ecole", Language.FR, null)))
                .isEqualTo(withTwo);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_choice_speaks_every_language(Language language) {
        var page = browsers.signedIn(world.principalManager).get("/capacity?lang=" + language.code());

        assertThat(page.page().selectFirst("html").attr("lang")).isEqualTo(language.code());
        assertThat(page.text()).doesNotContain("??");
        assertThat(links(page)).hasSize(2);
    }

    private String quality() {
        return "/qualities/" + world.socialAction.id().value();
    }

    private static Answer choose(Browser browser, int which) {
        Element form = links(browser.get("/capacity")).get(which).closest("form");
        Map<String, String> fields = new HashMap<>();
        form.select("input[type=hidden]:not([name=_csrf])")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        return browser.post("/capacity", fields);
    }

    /** With plain spaces. */
    private static String words(Element link) {
        return link.text().replace('\u00a0', ' ');
    }

    private static List<Element> links(Answer answer) {
        return answer.page().select(".app-entity__places button");
    }

    private static List<String> names(Answer answer) {
        return answer.page().select(".app-entity h2").eachText();
    }
}
