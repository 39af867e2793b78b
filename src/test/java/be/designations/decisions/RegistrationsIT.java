package be.designations.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Person;
import be.designations.testing.ApiCaller;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.WholeApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages on which the support desk registers applications that ask, and asks as one of them. */
class RegistrationsIT extends WholeApplication {

    private static final String PAGES = "/operations/applications";
    private static final String ROLE = "SOCIAL_WORKER";

    @Autowired
    Registrations registrations;

    AskingWorld world;
    Browser browser;
    String id;

    @BeforeEach
    void anAgent() {
        world = new AskingWorld(worlds.managed(), registrations, jdbc);
        browser = browsers.signedIn(world.managed.supportAgent);
        id = "prima-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void an_agent_registers_an_application_and_its_key_is_shown_once() {
        assertThat(browser.get("/operations/mails").page().select("nav a[href=" + PAGES + "]"))
                .hasSize(1);
        assertThat(browser.get(PAGES + "/new")
                        .page()
                        .select("input[name=roles]")
                        .eachAttr("value"))
                .contains(ROLE, "E_BOX_USER");

        Answer registered = browser.follow(browser.post(
                PAGES + "/new", Map.of("clientId", id, "name", "PRIMA-WEB", "roles", ROLE, "seesBasis", "true")));
        assertThat(registered.page().select("h1").text()).isEqualTo(id + " PRIMA-WEB");
        assertThat(browser.get(PAGES).page().select("table").text()).contains(id, ROLE);

        Answer made = browser.follow(browser.post(PAGES + '/' + id + "/keys", Map.of()));
        String key = made.page().select("#key").text();
        assertThat(key).hasSize(43);
        assertThat(browser.get(PAGES + '/' + id).body()).doesNotContain(key).contains(key.substring(39));

        world.right(world.managed.cpas.user, ROLE);
        ApiCaller.Answer answer = AskingWorld.by(api, id, key)
                .post(
                        "/access/v1/evaluation",
                        "{'subject':{'type':'person','id':'" + world.managed.cpas.user.id()
                                + "'},'action':{'name':'use'},'resource':{'type':'role','id':'" + ROLE
                                + "'},'context':{'sign_in_level':450}}");
        assertThat(answer.at("/decision").asBoolean()).isTrue();
        assertThat(answer.text("/context/basis/id")).isEqualTo(world.basis());
        assertThat(audited()).contains("decisions.application-registered", "decisions.key-made");
        assertThat(jdbc.sql("select string_agg(to_jsonb(e)::text, '') from audit_event e where subject_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .doesNotContain(key);
    }

    @Test
    void nobody_else_sees_or_does_any_of_it() {
        id = world.application(false, ROLE);
        for (Person other : List.of(
                world.managed.cpas.principalManager,
                world.managed.cpas.localManager,
                world.managed.cpas.user,
                world.managed.cpas.approver)) {
            Browser reader = browsers.signedIn(other);
            for (String path : List.of("", "/new", '/' + id, '/' + id + "/ask")) {
                assertThat(reader.get(PAGES + path).status()).as(path).isEqualTo(403);
            }
            for (String path : List.of("/new", '/' + id + "/keys", '/' + id + "/close", '/' + id + "/ask")) {
                assertThat(reader.post(PAGES + path, Map.of("clientId", "mine", "name", "Mine", "roles", ROLE))
                                .status())
                        .as(path)
                        .isEqualTo(403);
            }
        }
        assertThat(registrations.find(world.agent, id).keys()).isEmpty();
        assertThat(registrations.find(world.agent, id).closedAt()).isNull();
    }

    @Test
    void what_cannot_be_registered_comes_back_with_everything_typed() {
        Answer refused =
                browser.post(PAGES + "/new", Map.of("clientId", "Prima Web", "name", "PRIMA-WEB", "seesBasis", "true"));

        assertThat(refused.status()).isEqualTo(422);
        Document page = refused.page();
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#clientId", "#roles");
        assertThat(page.select("#clientId-error, #roles-error")).hasSize(2);
        assertThat(page.select("#name").val()).isEqualTo("PRIMA-WEB");
        assertThat(page.select("#seesBasis").hasAttr("checked")).isTrue();
        String taken = world.application(false, ROLE);
        assertThat(browser.post(PAGES + "/new", Map.of("clientId", taken, "name", "X", "roles", ROLE))
                        .page()
                        .select("#clientId-error")
                        .text())
                .isEqualTo("Une autre application a déjà cet identifiant.");
        assertThat(browser.post(PAGES + "/new", Map.of("clientId", id, "name", "X", "roles", "MADE_UP"))
                        .page()
                        .select("#roles-error")
                        .text())
                .isEqualTo("Un rôle choisi n’existe pas.");
        assertThat(browser.get(PAGES + '/' + id).status()).isEqualTo(404);
    }

    @Test
    void an_agent_changes_it_and_who_was_slower_is_told() {
        id = world.application(true, ROLE);
        Map<String, String> change = Map.of("name", "Re\u202enamed", "roles", "E_BOX_USER", "version", "1");

        assertThat(browser.follow(browser.post(PAGES + '/' + id, change))
                        .page()
                        .select("h1")
                        .text())
                .isEqualTo(id + " Renamed");
        Answer late = browser.post(PAGES + '/' + id, Map.of("name", "Other", "roles", "E_BOX_USER", "version", "1"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page().select(".govuk-error-summary").text()).contains("entre-temps");
        RegisteredApplication now = registrations.find(world.agent, id);
        assertThat(now.name()).isEqualTo("Renamed");
        assertThat(now.seesBasis()).isFalse();
        assertThat(now.roles()).containsExactly("E_BOX_USER");
        assertThat(audited()).contains("decisions.application-changed");
    }

    @Test
    void two_keys_hold_at_a_time_and_one_is_withdrawn_for_another() {
        id = world.application(false, ROLE);
        world.key(id);
        world.key(id);

        Answer third = browser.post(PAGES + '/' + id + "/keys", Map.of());
        assertThat(third.status()).isEqualTo(422);
        assertThat(third.page().select("#key")).isEmpty();
        UUID first = registrations.find(world.agent, id).keys().get(0).id();
        assertThat(browser.follow(browser.post(PAGES + '/' + id + "/keys/" + first + "/withdraw", Map.of()))
                        .text())
                .contains("retirée");
        assertThat(browser.post(PAGES + '/' + id + "/keys/" + UUID.randomUUID() + "/withdraw", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(browser.follow(browser.post(PAGES + '/' + id + "/keys", Map.of("keys", "2")))
                        .page()
                        .select("#key"))
                .hasSize(1);
        assertThat(audited()).contains("decisions.key-withdrawn");
    }

    @Test
    void a_second_click_makes_no_second_key() {
        id = world.application(false, ROLE);
        String seen = browser.get(PAGES + '/' + id).page().select("[name=keys]").attr("value");

        browser.follow(browser.post(PAGES + '/' + id + "/keys", Map.of("keys", seen)));
        Answer again = browser.post(PAGES + '/' + id + "/keys", Map.of("keys", seen));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("#key")).isEmpty();
        assertThat(registrations.find(world.agent, id).keys()).hasSize(1);
    }

    @Test
    void an_application_is_closed_and_opened_again() {
        id = world.application(false, ROLE);

        browser.post(PAGES + '/' + id + "/close", Map.of());
        assertThat(registrations.find(world.agent, id).closedAt()).isNotNull();
        assertThat(browser.get(PAGES + '/' + id).page().select("form[action$=/open]"))
                .hasSize(1);
        browser.post(PAGES + '/' + id + "/open", Map.of());
        assertThat(registrations.find(world.agent, id).closedAt()).isNull();
        assertThat(audited()).contains("decisions.application-closed", "decisions.application-opened");
    }

    @Test
    void the_tester_shows_what_the_application_would_be_answered_and_why() {
        id = world.application(true, ROLE);
        Person user = world.managed.cpas.user;
        world.right(user, ROLE);
        Map<String, String> asked = Map.of(
                "person", user.niss().formatted(),
                "action", "use",
                "resourceType", "entity",
                "resource", world.entity(),
                "level", "500");

        Document permitted = browser.post(PAGES + '/' + id + "/ask", asked).page();
        assertThat(permitted.select("#words").text()).isEqualTo("Un droit en cours le permet.");
        assertThat(permitted.select("pre").text()).contains("\"decision\" : true", world.basis());
        assertThat(permitted.select("a[href], form[action]").stream()
                        .map(Element::outerHtml)
                        .toList())
                .noneMatch(html -> html.contains(user.niss().value()));

        Map<String, String> weak = new HashMap<>(asked);
        weak.put("level", "100");
        Document refused = browser.post(PAGES + '/' + id + "/ask", weak).page();
        assertThat(refused.select("#words").text()).startsWith("Niveau d’authentification ");
        assertThat(refused.select("#person").val()).isEqualTo(user.niss().formatted());

        weak.put("time", "yesterday");
        assertThat(browser.post(PAGES + '/' + id + "/ask", weak).status()).isEqualTo(422);
        weak.put("time", "01/10/2019 10:30");
        weak.put("level", "500");
        assertThat(browser.post(PAGES + '/' + id + "/ask", weak)
                        .page()
                        .select("#words")
                        .text())
                .startsWith("Commence le 01/01/2020");
        assertThat(audited()).contains("decisions.tried");
        assertThat(browsers.signedIn(user).get("/me").text())
                .as("the person reads who looked")
                .contains(world.managed.supportAgent.displayName());
        registrations.close(world.agent, id, true);
        assertThat(browser.post(PAGES + '/' + id + "/ask", asked).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "nl", "de", "en"})
    void every_page_speaks_the_four_languages(String language) {
        id = world.application(true, ROLE);
        world.key(id);
        for (String path : List.of("", "/new", '/' + id, '/' + id + "/ask")) {
            Answer answer = browser.get(PAGES + path + "?lang=" + language);
            Document page = answer.status() == 302 ? browser.follow(answer).page() : answer.page();
            assertThat(page.select("html").attr("lang")).isEqualTo(language);
            assertThat(page.text()).doesNotContain("??");
            assertThat(page.select("h1")).hasSize(1);
        }
    }

    private List<String> audited() {
        return jdbc.sql(
                        "select operation from audit_event where subject_type = 'registered-application' and subject_id = :id")
                .param("id", id)
                .query(String.class)
                .list();
    }
}
