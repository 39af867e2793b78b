package be.designations.management.web;

import static be.designations.testing.DomainWorld.CUSTOMS;
import static be.designations.testing.DomainWorld.ONEGATE;
import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.ResponsibilityKind;
import be.designations.access.Rights;
import be.designations.calendar.Days;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.DomainWorld;
import be.designations.testing.WholeApplication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The daily tool of who manages rights, page by page. */
class RightsPagesIT extends WholeApplication {

    @Autowired
    Rights rights;

    private final LocalDate today = Days.of(Instant.now());

    private DomainWorld world;
    private String home;
    private Browser manager;

    @BeforeEach
    void makeTheWorld() {
        world = worlds.domains();
        home = "/entities/" + world.cpas.cpas.enterpriseNumber().value() + "/rights";
        manager = browsers.signedIn(world.cpas.principalManager);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl|Gebruikersbeheer Lokale Besturen|(Wissel van organisatie)|Snel recht toekennen|Nieuwe persoon toevoegen|Gebruikersrechten per doelgroep|Hulp nodig?",
                "fr|Gestion des utilisateurs – Pouvoirs locaux|(Changer d’organisation)|Accorder rapidement un droit|Ajouter une nouvelle personne|Droits des utilisateurs par groupe cible|Besoin d’aide ?"
            })
    void the_home_page_has_the_tiles_of_the_source(
            String language, String title, String change, String quick, String add, String groups, String help) {
        Answer page = manager.get(home + "?lang=" + language);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(title, change, quick, add, groups, help);
        assertThat(page.page().select("main .app-card")).hasSize(6);
        for (Element link : page.page().select("main a[href^=/], .app-rights-head a[href]")) {
            assertThat(manager.get(link.attr("href")).status())
                    .as(link.attr("href"))
                    .isIn(200, 302);
        }
    }

    @Test
    void the_start_leads_to_the_home_page_and_that_to_what_the_reader_may_do() {
        String entity = home.substring(0, home.lastIndexOf('/'));
        Browser local = browsers.signedIn(world.cpas.localManager);
        Browser user = browsers.signedIn(world.cpas.user);

        assertThat(manager.get(home).page().select("main a[href=" + entity + "/import]"))
                .hasSize(1);
        assertThat(local.get(home).page().select("main a[href=" + entity + "/reports]"))
                .hasSize(1);
        assertThat(local.get(home).page().select("main a[href=" + entity + "/import]"))
                .isEmpty();
        local.get("/");
        assertThat(local.get("/").page().select("main a[href=/rights]")).hasSize(1);
        user.get("/");
        assertThat(user.get("/").page().select("main a[href=/rights]")).isEmpty();
    }

    @Test
    void a_person_is_added_and_given_a_right() {
        Person newcomer = world.cpas.person("Lucas");

        Answer relationship = manager.post(
                home + "/people/new", Map.of("niss", newcomer.niss().formatted()));
        assertThat(relationship.status()).isEqualTo(200);
        assertThat(relationship.text()).contains(newcomer.displayName());
        assertThat(relationship
                        .page()
                        .select("input[name=relationshipLastDay-year]")
                        .attr("value"))
                .isEqualTo(String.valueOf(today.plusYears(10).getYear()));
        assertThat(relationship.page().location())
                .doesNotContain(newcomer.niss().value());

        Answer wrong = manager.post(
                home + "/people/new/confirm",
                with(relationshipOf(newcomer), "phone", "geen", "category", "", "reason", "Nouveau"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#category-error, #phone-error")).hasSize(2);
        assertThat(wrong.page().select("#reason").text()).isEqualTo("Nouveau");

        Answer added = manager.post(home + "/people/new/confirm", relationshipOf(newcomer));
        String right = added.location().orElseThrow();
        assertThat(right).endsWith(home + "/grant/right?person=" + newcomer.id());
        assertThat(manager.post(home + "/people/new/confirm", relationshipOf(newcomer))
                        .location())
                .hasValueSatisfying(again -> assertThat(again).endsWith(right.substring(right.indexOf("/entities"))));
        assertThat(directory.relationships(List.of(newcomer.id()), world.cpas.cpas.id()))
                .singleElement()
                .satisfies(tie -> assertThat(tie.reason()).isEqualTo("Nieuwe medewerker"));

        Answer offered = manager.follow(added);
        assertThat(offered.page().select("input[name=role][value=" + CUSTOMS + "]"))
                .hasSize(1);
        assertThat(offered.page().select("input[name=role]")).allSatisfy(role -> assertThat(offered.page()
                        .getElementById(role.attr("aria-describedby"))
                        .text())
                .isNotEmpty());
    }

    @Test
    void a_right_is_confirmed_in_full_words_and_given_once() {
        String person = world.colleague.id().toString();
        Answer details = manager.post(home + "/grant/details", Map.of("person", person, "role", CUSTOMS));
        assertThat(details.status()).isEqualTo(200);
        assertThat(details.page().select("input[name=lastDay-year]").attr("value"))
                .isEqualTo(String.valueOf(today.plusMonths(48).getYear()));
        Map<String, String> typed = with(period(person, CUSTOMS, today, today.plusYears(1)), "reason", "Douane");

        manager.get(home + "?lang=nl");
        Answer confirm = manager.post(home + "/grant/confirm", typed);
        assertThat(confirm.text())
                .contains("Bent u zeker dat u " + world.colleague.displayName() + " voor de entiteit "
                        + world.cpas.cpas.name(Language.NL) + " volgend recht wil toekennen:")
                .contains("Douane");
        Map<String, String> sent = hidden(confirm);
        Answer done = manager.post(home + "/grant/carry-out", sent);
        assertThat(done.location()).hasValueSatisfying(to -> assertThat(to).endsWith(home));
        Answer banner = manager.follow(done);
        assertThat(banner.text()).contains("Recht succesvol toegekend");
        assertThat(banner.page().select(".govuk-notification-banner a[href$=" + person + "]"))
                .hasSize(1);

        assertThat(manager.post(home + "/grant/carry-out", sent).location())
                .hasValueSatisfying(to -> assertThat(to).endsWith(home));
        assertThat(rights.of(world.federal.id(), List.of(world.colleague.id()), Instant.now()))
                .hasSize(1);
    }

    @Test
    void what_is_wrong_comes_back_at_its_field_with_all_that_was_typed() {
        String person = world.colleague.id().toString();

        Answer none = manager.post(home + "/grant/details", Map.of("person", person));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.page().select("#role-error")).hasSize(1);

        Answer late = manager.post(
                home + "/grant/confirm",
                with(period(person, "MATCH_IT_READER", today, today.plusYears(9)), "reason", "Toujours"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page().select("#context-error, #lastDay-error")).hasSize(2);
        assertThat(late.page().select("#reason").text()).isEqualTo("Toujours");
        assertThat(late.page().select("input[name=lastDay-year]").attr("value"))
                .isEqualTo(String.valueOf(today.plusYears(9).getYear()));

        Answer self = manager.post(
                home + "/grant/confirm",
                period(world.federalUser.id().toString(), "NO_SUCH", today, today.plusYears(1)));
        assertThat(self.status()).isEqualTo(422);
    }

    @Test
    void of_many_each_is_told_and_the_result_can_be_read_again() {
        Person disabled = world.cpas.person("Désiré");
        worlds.people().tie(disabled, world.cpas.cpas, RelationshipCategory.PERMANENT, null);
        worlds.people().disable(disabled);
        String both = world.colleague.id() + "&person=" + disabled.id();

        Answer confirm =
                manager.post(home + "/grant/confirm?person=" + both, period(null, CUSTOMS, today, today.plusYears(1)));
        assertThat(confirm.page().select(".app-verdicts tbody tr")).hasSize(2);
        Answer done = manager.post(home + "/grant/carry-out?person=" + both, hiddenWithoutPeople(confirm));
        assertThat(done.location()).hasValueSatisfying(to -> assertThat(to).endsWith(home + "/result"));
        assertThat(manager.follow(done).page().select(".app-verdicts tbody tr")).hasSize(2);
        assertThat(browsers.signedIn(world.cpas.coPrincipalManager)
                        .get(home + "/result")
                        .location())
                .hasValueSatisfying(to -> assertThat(to).endsWith(home));

        Answer which = manager.post(home + "/revoke?person=" + both, Map.of());
        assertThat(which.page().select("input[name=roles][value=" + CUSTOMS + "]"))
                .hasSize(1);
        Answer sure = manager.post(
                home + "/revoke/confirm?person=" + both, Map.of("roles", CUSTOMS, "reason", "Autre fonction"));
        assertThat(sure.page().select(".app-verdicts tbody tr")).hasSize(2);
        assertThat(sure.page().select(".app-verdicts").text())
                .contains(world.colleague.displayName(), disabled.displayName());
        manager.post(home + "/revoke/carry-out?person=" + both, hiddenWithoutPeople(sure));
        assertThat(rights.of(world.federal.id(), List.of(world.colleague.id()), Instant.now()))
                .isEmpty();
    }

    @Test
    void what_was_looked_up_is_taken_back_and_nothing_else() {
        Answer found = manager.get(home + "/look-up?q=ulla&state=running");
        List<Element> ticks = found.page().select("input[name=right]");
        assertThat(ticks).hasSize(2);
        String right =
                found.page().select("tr:contains(Customs) input[name=right]").attr("value");

        Answer why = manager.post(home + "/revoke/rights", Map.of("right", right));
        assertThat(why.status()).isEqualTo(200);
        Answer sure = manager.post(home + "/revoke/confirm", with(hidden(why), "reason", "Fin de mission"));
        Answer done = manager.post(home + "/revoke/carry-out", hidden(sure));
        assertThat(done.status()).isEqualTo(302);
        assertThat(rights.of(world.federal.id(), List.of(world.federalUser.id()), Instant.now()))
                .singleElement()
                .satisfies(left -> assertThat(left.role()).isNotEqualTo(CUSTOMS));
        assertThat(manager.get(home + "/look-up?q=ulla&state=ended").page().select("tbody tr"))
                .hasSize(1);
        assertThat(browsers.signedIn(world.otherAccessManager)
                        .post(home + "/revoke/rights", Map.of("right", right))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_right_of_somebody_who_is_tied_no_more_is_taken_back_with_those_of_others() {
        Person director = world.cpas.head;
        world.give(director, ResponsibilityKind.USER, world.federal.id(), null);
        world.cpas.giveRight(director, CUSTOMS, world.federal.id());
        worlds.people().endFunctions(director);
        List<String> ticks = manager.get(home + "/look-up?role=" + CUSTOMS)
                .page()
                .select("input[name=right]")
                .eachAttr("value");
        assertThat(ticks).hasSize(2);
        String ticked = "?right=" + String.join("&right=", ticks);
        String both = ticked + "&person=" + director.id() + "&person=" + world.federalUser.id();
        Map<String, String> why = Map.of("roles", CUSTOMS, "reason", "Fin de fonction");

        assertThat(manager.post(home + "/revoke/rights" + ticked, Map.of()).text())
                .contains(director.displayName());
        Answer sure = manager.post(home + "/revoke/confirm" + both, why);
        assertThat(sure.page().select(".app-verdicts").text())
                .contains(director.displayName(), world.federalUser.displayName());
        assertThat(sure.page().select("input[name=person]").eachAttr("value"))
                .containsExactlyInAnyOrder(
                        director.id().toString(), world.federalUser.id().toString());
        Person stranger = world.cpas.person("Étienne");
        assertThat(manager.post(home + "/revoke/confirm" + both + "&person=" + stranger.id(), why)
                        .status())
                .as("of whom no right was ticked")
                .isEqualTo(404);
        assertThat(browsers.signedIn(world.otherAccessManager)
                        .post(home + "/revoke/confirm" + both, Map.of("roles", ONEGATE, "reason", "Fin"))
                        .status())
                .as("of whose right somebody else decides")
                .isEqualTo(404);
        Answer done = manager.post(home + "/revoke/carry-out" + both, why);
        assertThat(manager.follow(done).page().select(".app-verdicts").text())
                .contains(director.displayName(), world.federalUser.displayName());
        assertThat(rights.of(world.federal.id(), List.of(director.id(), world.federalUser.id()), Instant.now()))
                .singleElement()
                .satisfies(left -> assertThat(left.role()).isEqualTo(ONEGATE));
    }

    @Test
    void what_differs_is_said_in_words_and_one_is_given_what_another_has() {
        String both = "person=" + world.federalUser.id() + "&person=" + world.colleague.id();
        Answer compared = manager.get(home + "/compare?" + both + "&lang=nl");
        assertThat(compared.page().select("tr:contains(Customs)").text()).contains("Verschilt", "Nee");

        Map<String, String> give = Map.of(
                "from",
                world.federalUser.id().toString(),
                "to",
                world.colleague.id().toString());
        Answer preview = manager.post(home + "/compare/give", give);
        assertThat(preview.page().select("input[name=roles]:not([disabled])")).hasSize(2);
        Answer done = manager.post(home + "/compare/carry-out", with(give, "roles", CUSTOMS, "reason", "Comme elle"));
        assertThat(done.location()).isPresent();
        assertThat(rights.of(world.federal.id(), List.of(world.colleague.id()), Instant.now()))
                .singleElement()
                .satisfies(given -> assertThat(given.role()).isEqualTo(CUSTOMS));
        manager.post(home + "/compare/carry-out", with(give, "roles", CUSTOMS));
        assertThat(rights.of(world.federal.id(), List.of(world.colleague.id()), Instant.now()))
                .hasSize(1);
    }

    @Test
    void one_foreign_person_among_the_compared_is_as_one_who_does_not_exist() {
        String stranger = world.cpas.person("Étienne").id().toString();
        String unknown = UUID.randomUUID().toString();
        for (String foreign : List.of(stranger, unknown)) {
            assertThat(manager.get(home + "/compare?person=" + world.colleague.id() + "&person=" + foreign)
                            .status())
                    .isEqualTo(404);
            assertThat(manager.post(
                                    home + "/compare/give",
                                    Map.of(
                                            "from",
                                            foreign,
                                            "to",
                                            world.colleague.id().toString()))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(manager.get(home + "/compare?person=" + world.colleague.id()).status())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/people",
                "/grant",
                "/people/new",
                "/look-up",
                "/groups/economic-actors",
                "/people?view=table",
                "/people?for=compare",
                "/people?for=grant&sort=end&order=desc&size=10&page=3",
                "/people?q=cl%C3%A9ment"
            })
    void pages_are_for_who_manages_rights_there(String page) {
        assertThat(manager.get(home + page).status()).isEqualTo(200);
        assertThat(browsers.signedIn(world.accessManager).get(home + page).status())
                .isEqualTo(200);
        assertThat(browsers.signedIn(world.federalUser).get(home + page).status())
                .isEqualTo(403);
        assertThat(browsers.signedIn(worlds.cpas().principalManager)
                        .get(home + page)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_national_number_typed_as_a_name_stays_in_no_address() {
        Answer answer = manager.get(home + "/people?q=" + world.colleague.niss().value());

        assertThat(answer.location()).hasValueSatisfying(to -> assertThat(to).endsWith(home + "/people"));
        assertThat(manager.follow(answer).page().select(".govuk-error-summary")).hasSize(1);
    }

    @Test
    void support_staff_write_news_and_managers_read_them() {
        Browser support = browsers.signedIn(world.cpas.supportAgent("Sophie"));
        Map<String, String> item = new LinkedHashMap<>();
        for (String language : List.of("Fr", "Nl", "De", "En")) {
            item.put(
                    "title" + language,
                    "Titel " + world.cpas.cpas.enterpriseNumber().value() + language);
            item.put("text" + language, "Woorden");
        }
        assertThat(support.post("/operations/news/new", item).status()).isEqualTo(422);
        put(item, "firstDay", today);
        assertThat(support.post("/operations/news/new", item).status()).isEqualTo(302);

        assertThat(manager.get(home + "?lang=nl").text()).contains(item.get("titleNl"));
        Answer list = support.get("/operations/news");
        String address = list.page()
                .select("a:contains(" + item.get("titleFr") + "), a:contains(" + item.get("titleNl") + ")")
                .attr("href");
        assertThat(state(list, address)).isEqualTo("SHOWN");
        put(item, "lastDay", today.minusDays(1));
        assertThat(support.post(address, with(item, "version", "1")).status()).isEqualTo(422);
        put(item, "firstDay", today.minusDays(3));
        assertThat(support.post(address, with(item, "version", "1")).status()).isEqualTo(302);
        assertThat(support.post(address, with(item, "version", "1")).status()).isEqualTo(422);
        assertThat(manager.get(home + "?lang=nl").text()).doesNotContain(item.get("titleNl"));
        assertThat(state(support.get("/operations/news"), address)).isEqualTo("ENDED");
        assertThat(support.post(address + "/remove", Map.of("version", "2")).status())
                .isEqualTo(302);
        assertThat(support.get(address).status()).isEqualTo(404);
        assertThat(manager.get("/operations/news").status()).isEqualTo(403);
    }

    @Test
    void a_second_click_publishes_no_news_twice() {
        Browser support = browsers.signedIn(world.cpas.supportAgent("Sophie"));
        Map<String, String> item = new LinkedHashMap<>();
        item.put(
                "key",
                support.get("/operations/news/new")
                        .page()
                        .select("input[name=key]")
                        .val());
        String title = "Tweemaal " + world.cpas.cpas.enterpriseNumber().value();
        for (String language : List.of("Fr", "Nl", "De", "En")) {
            item.put("title" + language, title);
            item.put("text" + language, "Woorden");
        }
        put(item, "firstDay", today);

        Answer first = support.post("/operations/news/new", item);
        Answer second = support.post("/operations/news/new", item);

        assertThat(first.status()).isEqualTo(302);
        assertThat(second.status()).isEqualTo(302);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(support.get("/operations/news").page().select("a:contains(" + title + ")"))
                .hasSize(1);
        assertThat(support.post("/operations/news/new", with(item, "textFr", "Autre chose"))
                        .status())
                .as("other words under the same key are not lost without a word")
                .isEqualTo(422);
    }

    /** How that news stands in the list of support staff. */
    private static String state(Answer list, String address) {
        return list.page().select("tr:has(a[href='" + address + "'])").attr("data-state");
    }

    private Map<String, String> relationshipOf(Person person) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("niss", person.niss().value());
        typed.put("category", "PERMANENT");
        typed.put("email", "lucas@test.example");
        typed.put("phone", "+3212345678");
        typed.put("reason", "Nieuwe medewerker");
        put(typed, "firstDay", today);
        put(typed, "relationshipLastDay", today.plusYears(10));
        return typed;
    }

    private static Map<String, String> period(@Nullable String person, String role, LocalDate first, LocalDate last) {
        Map<String, String> typed = new LinkedHashMap<>();
        if (person != null) {
            typed.put("person", person);
        }
        typed.put("role", role);
        put(typed, "firstDay", first);
        put(typed, "lastDay", last);
        return typed;
    }

    private static void put(Map<String, String> typed, String field, LocalDate day) {
        typed.put(field + "-day", String.valueOf(day.getDayOfMonth()));
        typed.put(field + "-month", String.valueOf(day.getMonthValue()));
        typed.put(field + "-year", String.valueOf(day.getYear()));
    }

    private static Map<String, String> with(Map<String, String> typed, String... more) {
        Map<String, String> all = new LinkedHashMap<>(typed);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static Map<String, String> hidden(Answer page) {
        Map<String, String> fields = new LinkedHashMap<>();
        page.page()
                .select("main form[method=post] input[type=hidden]:not([name=_csrf])")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        return fields;
    }

    private static Map<String, String> hiddenWithoutPeople(Answer page) {
        Map<String, String> fields = hidden(page);
        fields.remove("person");
        return fields;
    }
}
