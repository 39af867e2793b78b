package be.designations.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.ResponsibilityKind;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.identifier.Niss;
import be.designations.insight.AccessPages;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** “Rechercher utilisateur(s)”: the people of an entity over all its qualities, for those who manage it. */
class EntityUsersIT extends WholeApplication {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    AccessPages pages;

    CpasWorld world;

    @BeforeEach
    void aCpasWithItsPeople() {
        world = worlds.cpas();
        world.giveRight(world.user, "SOCIAL_WORKER", world.socialAction.id());
    }

    @Test
    void managers_of_the_entity_find_everybody_with_what_they_are_where() {
        for (Person manager : List.of(world.principalManager, world.coPrincipalManager, world.reviewer)) {
            var page = browsers.signedIn(manager).get(path());

            assertThat(page.status()).isEqualTo(200);
            assertThat(rows(page))
                    .hasSize(5)
                    .anySatisfy(row -> assertThat(row.text())
                            .contains(
                                    world.user.displayName(),
                                    "Utilisateur – Action sociale",
                                    "PRIMA-WEB – Agent social"))
                    .anySatisfy(row -> assertThat(row.text())
                            .contains(world.head.displayName(), "Responsable de la gestion quotidienne"))
                    .anySatisfy(
                            row -> assertThat(row.text()).contains(world.principalManager.displayName(), "RAE / GAP"));
            assertThat(page.page().select("#total").text()).startsWith("5 personnes");
            String niss = world.user.niss().formatted();
            if (manager.equals(world.reviewer)) {
                assertThat(page.body()).doesNotContain(niss);
            } else {
                assertThat(page.body()).contains(niss);
            }
        }
    }

    @Test
    void desks_neither_search_by_number_nor_are_sent_to_a_field_that_they_do_not_have() {
        var browser = browsers.signedIn(world.supportAgent("Suzanne"));

        assertThat(browser.get(path()).page().select("#niss")).isEmpty();
        var typed =
                browser.follow(browser.get(path() + "?q=" + world.user.niss().value()));
        assertThat(typed.text()).contains("Cherchez la personne par son nom").doesNotContain("utilisez le champ");
        assertThat(browser.post(path(), Map.of("niss", world.user.niss().value()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoever_is_something_else_there_may_not_and_strangers_find_no_entity() {
        var foreign = worlds.cpas();
        for (Person other : List.of(world.localManager, world.user, world.head)) {
            var browser = browsers.signedIn(other);
            assertThat(browser.get(path()).status()).isEqualTo(403);
            assertThat(browser.get(path()).text()).contains("réservée au RAE / GAP");
            assertThat(browser.post(path(), Map.of("niss", world.user.niss().value()))
                            .status())
                    .isEqualTo(403);
            assertThat(api.as(other).get("/api/v1" + path()).status()).isEqualTo(403);
        }
        for (Person stranger : List.of(foreign.principalManager, world.candidate)) {
            assertThat(browsers.signedIn(stranger).get(path()).status()).isEqualTo(404);
            assertThat(api.as(stranger).get("/api/v1" + path()).status()).isEqualTo(404);
        }
    }

    @Test
    void a_blocked_manager_finds_nothing() {
        worlds.people().block(world.coPrincipalManager);

        assertThat(browsers.signedIn(world.coPrincipalManager).get(path()).status())
                .isEqualTo(404);
        assertThat(browsers.signedIn(world.principalManager).get(path()).page().select("tbody tr:contains(co-RAE)"))
                .singleElement()
                .satisfies(row -> assertThat(row.text()).contains("Bloqué"));
    }

    @Test
    void what_has_ended_is_not_shown() {
        jdbc.sql("update responsibility set valid_until = now() where person_id = :person")
                .param("person", world.user.id().value())
                .update();

        var page = browsers.signedIn(world.principalManager).get(path());

        assertThat(page.text()).doesNotContain(world.user.displayName());
        assertThat(page.page().select("#total").text()).startsWith("4 personnes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ursule", "URS", "úrsúlé"})
    void names_are_found_by_their_beginning_without_accents(String typed) {
        assertThat(rows(browsers.signedIn(world.principalManager)
                        .get(path() + "?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))))
                .singleElement()
                .satisfies(row -> assertThat(row.text()).contains(world.user.displayName()));
    }

    @Test
    void people_with_a_legal_function_are_found_by_name_too() {
        assertThat(rows(browsers.signedIn(world.principalManager).get(path() + "?q=henri")))
                .singleElement()
                .satisfies(row -> assertThat(row.text()).contains(world.head.displayName()));
    }

    @Test
    void a_niss_finds_its_person_and_stands_in_no_address() {
        var browser = browsers.signedIn(world.principalManager);
        browser.get(path());

        var page = browser.post(path(), Map.of("niss", world.user.niss().formatted()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(rows(page)).singleElement().satisfies(row -> assertThat(row.text())
                .contains(world.user.displayName()));
        assertThat(page.page().select("[href], [action]")).noneMatch(link -> (link.attr("href") + link.attr("action"))
                .contains(world.user.niss().value()));
        assertThat(browser.post(path(), Map.of("niss", world.candidate.niss().value()))
                        .text())
                .contains("Personne avec ce NISS n’est connu dans cette entité");
    }

    @Test
    void a_niss_finds_who_is_still_known_under_the_numbers_that_it_replaced() {
        String between = Niss.withCheckDigits(LocalDate.of(1960, 1, 1).plusDays(COUNT.incrementAndGet()), 903)
                .value();
        String now = Niss.withCheckDigits(LocalDate.of(1960, 1, 1).plusDays(COUNT.incrementAndGet()), 903)
                .value();
        jdbc.sql("insert into withdrawn_niss (niss, replaced_by, since) values (:old, :between, current_date),"
                        + " (:between, :now, current_date)")
                .param("old", world.user.niss().value())
                .param("between", between)
                .param("now", now)
                .update();
        var browser = browsers.signedIn(world.principalManager);
        browser.get(path());

        for (String typed : List.of(now, between, world.user.niss().value())) {
            assertThat(rows(browser.post(path(), Map.of("niss", typed))))
                    .as(typed)
                    .singleElement()
                    .satisfies(row -> assertThat(row.text()).contains(world.user.displayName()));
        }
    }

    @Test
    void a_niss_that_cannot_be_one_is_kept_with_a_message_at_the_field() {
        var browser = browsers.signedIn(world.principalManager);
        browser.get(path());

        var page = browser.post(path(), Map.of("niss", "85.07.30-033.29"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#niss").val()).isEqualTo("85.07.30-033.29");
        assertThat(page.page().select("#niss-error").text()).contains("Vérifiez les 11 chiffres");
        assertThat(page.page().title()).startsWith("Erreur");
    }

    @ParameterizedTest
    @ValueSource(strings = {"85073003328", "85.07.30-033.28", "Dupont 85 07 30 033 29"})
    void a_niss_typed_as_a_name_is_sent_to_its_field_and_leaves_the_address(String typed) {
        var browser = browsers.signedIn(world.principalManager);

        var answer = browser.get(path() + "?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));

        assertThat(answer.location()).contains(path());
        var page = browser.follow(answer).page();
        assertThat(page.select("#q-error").text()).contains("C’est un NISS", "utilisez le champ");
        assertThat(page.select("#q").val()).isEmpty();
        assertThat(api.as(world.principalManager)
                        .get("/api/v1" + path() + "?q=85073003328")
                        .issues())
                .containsExactly("q: access.niss-in-search");
    }

    @Test
    void five_thousand_people_take_as_many_statements_as_ten() {
        var reader = CpasWorld.as(world.principalManager);
        var number = world.cpas.enterpriseNumber();
        users(5);
        int withTen = StatementCount.of(() -> pages.users(reader, number, "", null));
        int typed = StatementCount.of(() -> pages.users(reader, number, "marie", null));
        users(4_990);

        assertThat(StatementCount.of(() -> pages.users(reader, number, "", null)))
                .isEqualTo(withTen)
                .isPositive()
                .isLessThanOrEqualTo(10);
        assertThat(StatementCount.of(() -> pages.users(reader, number, "marie", null)))
                .isEqualTo(typed);
        assertThat(pages.users(reader, number, "", null).total()).isEqualTo(5_000);
    }

    @Test
    void pages_lead_forth_and_back_over_equal_names_and_name_nobody_twice() {
        users(115);
        world.give(world.head, ResponsibilityKind.USER, world.socialAction.id());
        var browser = browsers.signedIn(world.principalManager);

        List<List<String>> forth = new ArrayList<>();
        Answer page = browser.get(path());
        forth.add(people(page));
        while (page.link("next") != null) {
            page = browser.get(page.link("next"));
            forth.add(people(page));
        }
        assertThat(forth).extracting(List::size).containsExactly(50, 50, 20);
        assertThat(forth.stream().flatMap(List::stream)).doesNotHaveDuplicates();
        Answer back = browser.get(page.link("prev"));
        assertThat(people(back)).isEqualTo(forth.get(1));
        assertThat(people(browser.get(back.link("prev")))).isEqualTo(forth.get(0));
    }

    @Test
    void the_api_pages_through_the_same_people() {
        users(60);
        var caller = api.as(world.principalManager);

        var first = caller.get("/api/v1" + path());
        assertThat(first.at("/items")).hasSize(50);
        var second = caller.get(first.text("/next"));
        assertThat(second.at("/items")).hasSize(15);
        assertThat(second.at("/next").isMissingNode()).isTrue();
        var user = caller.get("/api/v1" + path() + "?q=ursule");
        assertThat(user.text("/items/0/niss")).isEqualTo(world.user.niss().value());
        assertThat(user.text("/items/0/positions/0/kind/code")).isEqualTo("USER");
        assertThat(user.text("/items/0/positions/0/rights/0/role")).isEqualTo("SOCIAL_WORKER");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_page_speaks_every_language(Language language) {
        var page = browsers.signedIn(world.principalManager).get(path() + "?lang=" + language.code());

        assertThat(page.page().selectFirst("html").attr("lang")).isEqualTo(language.code());
        assertThat(page.text()).doesNotContain("??");
    }

    private void users(int number) {
        jdbc.sql("""
                        insert into responsibility (id, kind, organisation_id, quality_id, person_id, valid_from, basis_id)
                        select gen_random_uuid(), 'USER', :organisation, :quality, id, now() - interval '1 day',
                               (select id from basis limit 1)
                          from unnest(:people) id""")
                .param("people", worlds.people().crowd(number, "Peeters").toArray(UUID[]::new))
                .param("organisation", world.cpas.id().value())
                .param("quality", world.socialAction.id().value())
                .update();
    }

    private String path() {
        return "/entities/" + world.cpas.enterpriseNumber().value() + "/users";
    }

    private static List<Element> rows(Answer answer) {
        return answer.page().select("#found tbody tr");
    }

    private static List<String> people(Answer answer) {
        return answer.page().select("#found tbody th a").eachAttr("href");
    }
}
