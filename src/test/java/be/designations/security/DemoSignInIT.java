package be.designations.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Language;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.TestPeople;
import be.designations.testing.TestPersonas;
import be.designations.testing.WholeApplication;
import be.designations.testing.WrittenLog;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

@Import({SignInProbes.Pages.class, SignInProbes.Api.class})
class DemoSignInIT extends WholeApplication {

    @Autowired
    TestPersonas personas;

    Browser browser;
    TestPeople people;
    Person ann;

    @BeforeEach
    void open() {
        browser = browsers.fresh();
        people = worlds.people();
        ann = people.person("Ann", Language.FR);
    }

    @Nested
    class SigningIn {

        @Test
        void nobody_sees_the_home_page_without_signing_in() {
            var answer = browser.get("/");

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.location()).contains("/sign-in");
        }

        @Test
        void a_persona_is_chosen_by_one_click() {
            personas.show(List.of(new Personas.Group(
                    "x", "CPAS d’Essai", List.of(TestPersonas.persona(ann.id(), ann.displayName())))));

            var page = browser.get("/sign-in").page();
            assertThat(page.select("section h2").text()).isEqualTo("CPAS d’Essai");
            var button = page.selectFirst("button[name=persona]");
            assertThat(button.text()).contains(ann.displayName(), "Agent du support CSAM");

            var home = browser.follow(browser.post("/sign-in", Map.of("persona", button.val())));
            assertThat(home.status()).isEqualTo(200);
            assertThat(home.page().select(".app-who").text()).contains(ann.displayName());
        }

        @Test
        void the_session_gets_another_id() {
            browser.signIn(ann.id());
            var before = browser.cookie("SESSION").orElseThrow();
            browser.get("/");

            browser.post("/sign-in", Map.of("persona", ann.id().toString()));

            assertThat(browser.cookie("SESSION")).isPresent().get().isNotEqualTo(before);
        }

        @Test
        void a_session_begins_by_signing_in() {
            assertThat(browser.get("/sign-in").header("Set-Cookie")).doesNotContain("SESSION=");

            browser.post("/sign-in", Map.of("persona", ann.id().toString()));

            assertThat(browser.cookie("SESSION")).isPresent();
        }

        @Test
        void the_cookie_is_kept_from_scripts_and_from_other_sites() {
            browser.get("/sign-in");
            var cookies = browser.post("/sign-in", Map.of("persona", ann.id().toString()))
                    .response()
                    .headers()
                    .allValues("Set-Cookie");

            assertThat(cookies)
                    .filteredOn(cookie -> cookie.startsWith("SESSION="))
                    .singleElement()
                    .asString()
                    .contains("HttpOnly", "SameSite=Lax")
                    .doesNotContain("Secure");
        }

        @Test
        void one_comes_back_to_the_page_that_was_asked_for() {
            browser.get("/probe/actor?x=1");

            assertThat(browser.signIn(ann.id()).location()).contains("/probe/actor?x=1");
        }

        @Test
        void a_part_of_a_page_is_not_come_back_to() {
            var part = browser.get("/probe/actor", "HX-Request", "true");

            assertThat(part.status()).isEqualTo(401);
            assertThat(part.header("HX-Redirect")).isEqualTo("/sign-in");
            assertThat(browser.signIn(ann.id()).location()).contains("/");
        }

        @Test
        void an_unknown_persona_stays_outside() {
            browser.get("/sign-in");

            var answer = browser.post("/sign-in", Map.of("persona", "nobody"));

            assertThat(browser.follow(answer).text()).contains("Cette personne n’existe pas dans la démonstration");
            assertThat(browser.get("/").location()).contains("/sign-in");
        }

        @Test
        void a_disabled_persona_stays_outside() {
            people.disable(ann);

            assertThat(browser.follow(browser.signIn(ann.id())).text())
                    .contains("L’accès de cette personne est désactivé");
            assertThat(browser.get("/").location()).contains("/sign-in");
        }

        @Test
        void signing_out_ends_the_session() {
            browser.signIn(ann.id());
            browser.get("/");

            var out = browser.post("/sign-out", Map.of());

            assertThat(browser.follow(out).text()).contains("Vous êtes déconnecté");
            assertThat(browser.get("/").location())
                    .hasValueSatisfying(path -> assertThat(path).startsWith("/sign-in"));
            assertThat(sessionsOf(ann)).isZero();
        }

        @Test
        void nobody_is_signed_out_by_a_link() {
            browser.signIn(ann.id());

            assertThat(browser.get("/sign-out").status()).isEqualTo(404);
            assertThat(browser.get("/").status()).isEqualTo(200);
        }

        @Test
        void a_disabled_person_is_out_at_the_next_click() {
            browser.signIn(ann.id());
            assertThat(browser.get("/").status()).isEqualTo(200);

            people.disable(ann);

            assertThat(browser.get("/").location()).contains("/sign-in?notice=disabled");
            assertThat(sessionsOf(ann)).isZero();
            assertThat(browser.get("/").location())
                    .hasValueSatisfying(path -> assertThat(path).startsWith("/sign-in"));
        }

        @Test
        void a_session_ends_after_ten_hours_however_much_it_is_used() {
            browser.signIn(ann.id());
            grow(ann, Duration.ofHours(10).minusMinutes(1));
            assertThat(browser.get("/").status()).isEqualTo(200);

            grow(ann, Duration.ofMinutes(2));

            assertThat(browser.get("/").location()).contains("/sign-in?notice=expired");
            assertThat(sessionsOf(ann)).isZero();
        }

        private void grow(Person person, Duration older) {
            jdbc.sql("update spring_session set creation_time = creation_time - :older where principal_name = :name")
                    .param("older", older.toMillis())
                    .param("name", person.id().toString())
                    .update();
        }

        @Test
        void one_sees_where_one_is_signed_in_and_ends_it_there() {
            var elsewhere = browsers.fresh();
            elsewhere.signIn(ann.id());
            browser.signIn(ann.id());
            var page = browser.get("/me/sessions").page();
            assertThat(page.select("main tbody tr")).hasSize(2);
            assertThat(page.html()).doesNotContain(browser.cookie("SESSION").orElseThrow());
            var end = page.select("main form").attr("action");

            var after = browser.follow(browser.post(end, Map.of()));

            assertThat(after.text()).contains("La session est terminée");
            assertThat(after.page().select("main tbody tr")).hasSize(1);
            assertThat(after.page().select("main form")).isEmpty();
            assertThat(elsewhere.get("/").location()).contains("/sign-in?notice=expired");
            assertThat(browser.follow(browser.post(end, Map.of())).page().select("main tbody tr"))
                    .hasSize(1);
        }

        @Test
        void nobody_ends_the_session_of_somebody_else() {
            var bea = browsers.fresh();
            bea.signIn(people.person("Bea", Language.FR).id());
            var elsewhere = browsers.fresh();
            elsewhere.signIn(ann.id());
            browser.signIn(ann.id());
            var end = browser.get("/me/sessions").page().select("main form").attr("action");

            bea.get("/me/sessions");
            bea.post(end, Map.of());

            assertThat(elsewhere.get("/").status()).isEqualTo(200);
        }

        @Test
        void the_session_keeps_no_niss() {
            browser.signIn(ann.id());
            browser.get("/");

            var attributes = people.sessions(ann);

            assertThat(attributes)
                    .isNotEmpty()
                    .noneMatch(bytes -> bytes.contains(ann.niss().value()));
        }

        private long sessionsOf(Person person) {
            return jdbc.sql("select count(*) from spring_session where principal_name = :name")
                    .param("name", person.id().toString())
                    .query(Long.class)
                    .single();
        }
    }

    @Nested
    class Forgery {

        @Test
        void a_form_without_token_is_not_taken() {
            browser.signIn(ann.id());

            assertThat(browser.postWithoutToken("/probe/form", Map.of()).status())
                    .isEqualTo(403);
            browser.get("/");
            assertThat(browser.post("/probe/form", Map.of()).body()).isEqualTo("taken");
        }

        @Test
        void a_form_of_an_ended_session_leads_back_to_the_sign_in_page() {
            var answer = browser.postWithoutToken("/probe/form", Map.of("_csrf", "old"));

            assertThat(answer.location()).contains("/sign-in?notice=expired");
            assertThat(browser.follow(answer).text()).contains("Votre session est terminée");
        }

        @ParameterizedTest
        @CsvSource({"/sign-in", "/", "/help", "/assets/app.css", "/healthz", "/api/v1/probe/actor", "/nowhere"})
        void every_answer_says_what_a_browser_may_do_with_it(String path) {
            var answer = browser.get(path);

            assertThat(answer.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                            + "font-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
                            + "frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).contains("geolocation=()", "camera=()");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        }

        @Test
        void another_spelling_of_an_address_of_the_api_is_the_api_too() {
            browser.signIn(ann.id());

            for (String spelling :
                    List.of("/%61pi/v1/probe/actor", "/api/%76%31/probe/actor", "/ap%69/v1/probe/actor")) {
                assertThat(browser.get(spelling).status()).as(spelling).isEqualTo(401);
                assertThat(browser.get(spelling, "Authorization", basic(ann)).body())
                        .as(spelling)
                        .isEqualTo(ann.id() + " null 500");
            }
        }

        @Test
        void the_documentation_of_the_api_may_style_but_not_script() {
            var policy = browser.get("/swagger-ui/index.html").header("Content-Security-Policy");

            assertThat(policy).contains("script-src 'self';", "style-src 'self' 'unsafe-inline';");
        }

        @Test
        void pages_stay_out_of_caches_and_assets_do_not() {
            assertThat(browser.get("/sign-in").header("Cache-Control")).contains("no-store");
            assertThat(browser.get("/assets/app.css").header("Cache-Control")).doesNotContain("no-store");
        }

        @Test
        void what_needs_no_session_starts_none() {
            browser.get("/healthz");
            browser.get("/help");
            browser.get("/api/v1/probe/actor", "Authorization", basic(ann));

            assertThat(browser.cookie("SESSION")).isEmpty();
        }
    }

    @Nested
    class Log {

        @Test
        void what_a_rule_refuses_is_logged_with_its_code() {
            browser.signIn(ann.id());
            try (var log = new WrittenLog()) {
                browser.get("/probe/not-allowed");

                assertThat(log.lastEvent())
                        .isEqualTo(Map.of(
                                "event", "operation-refused",
                                "person", ann.id().toString(),
                                "code", "security.not-acting-for",
                                "operation", "GET /probe/{what}"));
            }
        }

        @Test
        void a_persona_who_is_refused_is_logged_without_what_was_typed() {
            browser.get("/sign-in");
            try (var log = new WrittenLog()) {
                browser.post("/sign-in", Map.of("persona", "x\nFORGED"));

                assertThat(log.lastEvent()).isEqualTo(Map.of("event", "sign-in-refused", "code", "unknown"));
                assertThat(log.lines()).noneMatch(line -> line.contains("FORGED"));
            }
        }
    }

    @Nested
    @ExtendWith(OutputCaptureExtension.class)
    class Languages {

        @Test
        void a_reader_is_answered_in_their_language() {
            assertThat(language(browser.get("/sign-in"))).isEqualTo("fr");
            assertThat(language(browser.get("/sign-in", "Accept-Language", "da, de-BE;q=0.9, nl;q=0.8")))
                    .isEqualTo("de");
            assertThat(language(browser.get("/sign-in", "Accept-Language", "da")))
                    .isEqualTo("fr");
        }

        @Test
        void the_language_of_a_visitor_is_remembered_in_a_cookie() {
            assertThat(language(browser.get("/sign-in?lang=nl"))).isEqualTo("nl");
            assertThat(language(browser.get("/help", "Accept-Language", "de"))).isEqualTo("nl");
        }

        @Test
        void the_language_chosen_before_signing_in_is_the_one_seen_after() {
            browser.get("/sign-in?lang=de");
            browser.signIn(ann.id());

            assertThat(language(browser.get("/"))).isEqualTo("de");
            assertThat(language(browser.get("/"))).isEqualTo("de");
            assertThat(directory.person(ann.id()).language()).isEqualTo(Language.FR);
        }

        @Test
        void what_one_person_chose_nobody_else_has_chosen() {
            browser.get("/sign-in?lang=de");
            browser.signIn(people.person("Bea", Language.FR).id());
            browser.follow(browser.get("/"));
            assertThat(language(browser.follow(browser.post("/sign-out", Map.of()))))
                    .isEqualTo("de");

            browser.signIn(ann.id());

            assertThat(language(browser.get("/"))).isEqualTo("fr");
        }

        @Test
        void the_language_of_a_person_is_remembered_with_them_when_they_say_so() {
            browser.signIn(ann.id());
            assertThat(language(browser.get("/"))).isEqualTo("fr");
            assertThat(browser.get("/").page().select("form[action=/me/language]"))
                    .isEmpty();

            assertThat(language(browser.get("/?lang=nl"))).isEqualTo("nl");

            var page = browser.get("/me?x=1");
            assertThat(language(page)).isEqualTo("nl");
            assertThat(directory.person(ann.id()).language()).isEqualTo(Language.FR);
            var elsewhere = browsers.fresh();
            elsewhere.signIn(ann.id());
            assertThat(language(elsewhere.get("/"))).isEqualTo("fr");

            var form = page.page().select("form[action=/me/language]");
            var after = browser.post(
                    form.attr("action"),
                    Map.of(
                            "lang", form.select("[name=lang]").val(),
                            "page", form.select("[name=page]").val()));

            assertThat(after.location()).contains("/me?x=1");
            assertThat(browser.follow(after).text()).contains("Deze taal is behouden");
            assertThat(directory.person(ann.id()).language()).isEqualTo(Language.NL);
            assertThat(language(elsewhere.get("/"))).isEqualTo("nl");
        }

        @Test
        void a_link_on_another_site_changes_nothing_that_lasts() {
            assertThat(language(browser.get("/sign-in?lang=de", "Sec-Fetch-Site", "cross-site")))
                    .isEqualTo("de");
            assertThat(language(browser.get("/sign-in"))).isEqualTo("fr");
            browser.signIn(ann.id());

            assertThat(language(browser.get("/?lang=de", "Sec-Fetch-Site", "cross-site")))
                    .isEqualTo("de");

            assertThat(language(browser.get("/"))).isEqualTo("fr");
            assertThat(browser.postWithoutToken("/me/language", Map.of("lang", "de"))
                            .status())
                    .isEqualTo(403);
            assertThat(directory.person(ann.id()).language()).isEqualTo(Language.FR);
        }

        @Test
        void keeping_a_language_leads_to_no_other_site() {
            browser.signIn(ann.id());
            browser.get("/");

            for (String page : List.of("//evil.example", "https://evil.example", "/\\evil.example", "")) {
                assertThat(browser.post("/me/language", Map.of("lang", "fr", "page", page))
                                .location())
                        .as(page)
                        .contains("/");
            }
        }

        @Test
        void a_language_that_is_no_text_is_none(CapturedOutput log) {
            var answer = browser.get("/help?lang=%00");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(language(answer)).isEqualTo("fr");
            assertThat(log.getAll()).doesNotContain("RequestRejectedException");
        }

        @Test
        void a_language_that_is_not_spoken_changes_nothing() {
            browser.signIn(ann.id());

            assertThat(language(browser.get("/?lang=xx"))).isEqualTo("fr");
            assertThat(directory.person(ann.id()).language()).isEqualTo(Language.FR);
        }

        private String language(Answer answer) {
            return answer.page().select("html").attr("lang");
        }
    }

    @Nested
    class ActingFor {

        private Organisation one;

        @BeforeEach
        void found() {
            one = people.cpas("CPAS Un");
            people.give(ann, LegalFunctionKind.HEAD_OF_DAILY_MANAGEMENT, one);
        }

        @Test
        void the_only_organisation_is_chosen_by_itself() {
            browser.signIn(ann.id());

            var home = browser.follow(browser.get("/"));

            assertThat(home.page().select("h1").text()).isEqualTo("CPAS Un");
            assertThat(home.page().select(".app-who").text())
                    .contains("Responsable de la gestion quotidienne – CPAS Un");
            assertThat(home.page().select("a[href=/dpd/applications/new]").text())
                    .isEqualTo("Désigner un DPD");
            assertThat(browser.get("/probe/actor").body()).isEqualTo(ann.id() + " " + one.id() + " 500");
        }

        @Test
        void of_several_organisations_one_is_chosen() {
            var two = people.enterprise("Deux SA");
            people.give(ann, LegalFunctionKind.DIRECTOR, two);
            browser.signIn(ann.id());

            var choice = browser.get("/").page();
            assertThat(choice.select("h1").text())
                    .isEqualTo("Choisissez l’entreprise ou l’organisation pour laquelle vous souhaitez travailler");
            assertThat(choice.select(".app-entity h2").eachText()).hasSize(2);
            assertThat(browser.get("/probe/actor").body()).isEqualTo(ann.id() + " null 500");

            var chosen =
                    browser.post("/capacity", Map.of("organisation", two.id().toString(), "kind", "DIRECTOR"));
            assertThat(chosen.location())
                    .contains("/entities/" + two.enterpriseNumber().value());
            var home = browser.get("/");
            assertThat(home.page().select("h1").text()).isEqualTo("Deux SA");
            assertThat(home.page().select("a[href=/dpd/applications/new]")).isEmpty();
            assertThat(home.page().select("a[href=/capacity]")).hasSize(1);
            assertThat(browser.get("/probe/actor").body()).isEqualTo(ann.id() + " " + two.id() + " 500");
        }

        @Test
        void a_capacity_that_is_not_held_cannot_be_chosen() {
            var foreign = people.cpas("CPAS d’Autrui");
            browser.signIn(ann.id());
            browser.follow(browser.get("/"));

            var answer = browser.post(
                    "/capacity", Map.of("organisation", foreign.id().toString(), "kind", "HEAD_OF_DAILY_MANAGEMENT"));

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("Vous n’avez aucune fonction ni responsabilité dans cette entreprise");
            assertThat(browser.get("/probe/actor").body()).contains(one.id().toString());
        }

        @Test
        void more_than_twelve_entities_can_be_searched() {
            for (int i = 0; i < 12; i++) {
                people.give(ann, LegalFunctionKind.DIRECTOR, people.enterprise("Firme " + (char) ('A' + i)));
            }
            browser.signIn(ann.id());

            assertThat(browser.get("/").page().select("form[role=search] input[name=q]"))
                    .hasSize(1);
            var found = browser.get("/capacity?q=firme+c").page();
            assertThat(found.select(".app-entity h2").eachText())
                    .singleElement()
                    .asString()
                    .startsWith("Firme C");
            assertThat(found.text()).contains("Vous travaillez pour 13 entités");
            assertThat(browser.get("/capacity?q=xyz").text()).contains("Aucune entité ne correspond à « xyz »");
            assertThat(browser.get("/capacity?q=" + one.enterpriseNumber().value())
                            .page()
                            .select(".app-entity h2")
                            .text())
                    .startsWith("CPAS Un");
        }

        @Test
        void a_capacity_that_has_ended_is_let_go_with_a_notice() {
            browser.signIn(ann.id());
            browser.follow(browser.get("/"));

            people.endFunctions(ann);

            var answer = browser.get("/probe/actor");
            assertThat(answer.location()).contains("/");
            var home = browser.follow(answer);
            assertThat(home.text()).contains("Vous n’agissez plus dans la qualité choisie", "Aucune entité");
            assertThat(browser.get("/probe/actor").body()).isEqualTo(ann.id() + " null 500");
        }

        @Test
        void callers_of_the_api_name_the_organisation_by_number() {
            assertThat(browser.get("/api/v1/probe/actor", "Authorization", basic(ann))
                            .body())
                    .isEqualTo(ann.id() + " null 500");
            assertThat(actorFor(one.enterpriseNumber().formatted()).body())
                    .isEqualTo(ann.id() + " " + one.id() + " 500");
            assertThat(actorFor(" ").body()).isEqualTo(ann.id() + " null 500");
        }

        @Test
        void callers_of_the_api_act_for_their_own_organisations_only() throws Exception {
            var foreign = people.cpas("CPAS Étranger");

            for (String number : List.of(foreign.enterpriseNumber().value(), "0403019261")) {
                var answer = actorFor(number);
                assertThat(answer.status()).isEqualTo(403);
                assertThat(json(answer).get("type").asText()).isEqualTo("urn:problem-type:belgif:missingPermission");
                assertThat(json(answer).get("code").asText()).isEqualTo("security.not-acting-for");
            }
            var unreadable = actorFor("12");
            assertThat(unreadable.status()).isEqualTo(400);
            assertThat(json(unreadable).at("/issues/0/name").asText()).isEqualTo("Acting-For");
            assertThat(json(unreadable).at("/issues/0/in").asText()).isEqualTo("header");
        }

        private Answer actorFor(String number) {
            return browser.get("/api/v1/probe/actor", "Authorization", basic(ann), "Acting-For", number);
        }
    }

    @Nested
    class Problems {

        @Test
        void a_caller_who_says_nothing_is_asked_who_they_are_in_their_language() throws Exception {
            var answer = browser.get("/api/v1/probe/actor", "Accept-Language", "nl-BE");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
            assertThat(answer.header("Content-Language")).isEqualTo("nl-BE");
            assertThat(json(answer).get("type").asText()).isEqualTo("urn:problem-type:belgif:noAccessToken");
            assertThat(json(answer).get("title").asText()).isEqualTo("Identificatie vereist");
            assertThat(json(answer).get("status").asInt()).isEqualTo(401);
        }

        @ParameterizedTest
        @CsvSource({"'', fr-BE", "'da, de;q=0.5', de-BE", "da, fr-BE", "en-GB, en"})
        void a_problem_is_told_in_french_unless_a_language_of_ours_is_asked_for(String accepted, String told) {
            String[] headers = accepted.isEmpty() ? new String[0] : new String[] {"Accept-Language", accepted};

            assertThat(browser.get("/api/v1/probe/actor", headers).header("Content-Language"))
                    .isEqualTo(told);
        }

        @Test
        void a_caller_who_is_disabled_is_refused() throws Exception {
            people.disable(ann);

            var answer = api("/actor");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(json(answer).get("type").asText()).isEqualTo("urn:problem-type:belgif:invalidAccessToken");
        }

        @Test
        void the_session_of_the_pages_opens_no_api() {
            browser.signIn(ann.id());

            assertThat(browser.get("/api/v1/probe/actor").status()).isEqualTo(401);
        }

        @ParameterizedTest
        @CsvSource({
            "/not-found, 404, urn:problem-type:belgif:resourceNotFound",
            "/no/where/at/all, 404, urn:problem-type:belgif:resourceNotFound",
            "/not-allowed, 403, urn:problem-type:belgif:missingPermission",
            "/rejected, 400, urn:problem-type:belgif:badRequest",
            "/already-handled, 409, urn:problem-type:designations:already-handled",
            "/id/no-uuid, 404, urn:problem-type:belgif:resourceNotFound",
            "/number?value=x, 400, urn:problem-type:belgif:badRequest",
            "/number, 400, urn:problem-type:belgif:badRequest",
            "/only-post/x, 405, urn:problem-type:designations:method-not-allowed",
            "/broken, 500, urn:problem-type:belgif:internalServerError"
        })
        void what_goes_wrong_in_the_api_is_a_problem(String path, int status, String type) throws Exception {
            var answer = api(path);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(json(answer).get("type").asText()).isEqualTo(type);
            assertThat(json(answer).get("detail").asText()).isNotBlank();
        }

        @Test
        void a_broken_rule_is_an_issue_with_its_field() throws Exception {
            var issue = json(api("/rejected")).at("/issues/0");

            assertThat(issue.get("type").asText())
                    .isEqualTo("urn:problem-type:designations:input-validation:security.not-acting-for");
            assertThat(issue.get("in").asText()).isEqualTo("query");
            assertThat(issue.get("name").asText()).isEqualTo("hours");
            assertThat(issue.get("detail").asText()).startsWith("Vous n’avez aucune fonction");
        }

        @Test
        void who_was_faster_is_told_with_the_time() throws Exception {
            assertThat(json(api("/already-handled")).get("detail").asText())
                    .isEqualTo("Bea a déjà traité cette étape le 02/03/2026 à 10:05. Votre action n’a rien changé.");
        }

        @Test
        void what_the_server_does_not_read_is_refused_without_details() throws Exception {
            var wrongType = browser.send(browser.request("/api/v1/probe/form")
                    .headers("Authorization", basic(ann), "Content-Type", "text/csv")
                    .POST(BodyPublishers.ofString("a;b"))
                    .build());
            var wrongJson = browser.send(browser.request("/api/v1/probe/form")
                    .headers("Authorization", basic(ann), "Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{"))
                    .build());

            assertThat(wrongType.status()).isEqualTo(415);
            assertThat(wrongJson.status()).isEqualTo(400);
            assertThat(json(wrongJson).get("type").asText()).isEqualTo("urn:problem-type:belgif:badRequest");
            assertThat(api("/broken").body()).doesNotContain("secret");
        }

        private Answer api(String path) {
            return browser.get("/api/v1/probe" + path, "Authorization", basic(ann));
        }
    }

    @Nested
    class ErrorPages {

        @ParameterizedTest
        @CsvSource({
            "/not-found, 404, Page introuvable",
            "/not-allowed, 403, Vous n’avez aucune fonction ni responsabilité",
            "/rejected, 400, Vous n’avez aucune fonction ni responsabilité",
            "/already-handled, 409, Bea a déjà traité cette étape le 02/03/2026 à 10:05",
            "/id/no-uuid, 404, Page introuvable",
            "/no/where/at/all, 404, Page introuvable",
            "/only-post/x, 405, Cela n’a pas fonctionné",
            "/broken, 500, L’application a un problème"
        })
        void what_goes_wrong_on_a_page_is_explained_on_a_page(String path, int status, String text) {
            browser.signIn(ann.id());

            var answer = browser.get("/probe" + path);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.text()).contains(text, ann.displayName()).doesNotContain("secret");
        }

        @Test
        void a_page_that_takes_another_method_names_it() {
            browser.signIn(ann.id());

            assertThat(browser.get("/probe/only-post/x").header("Allow")).isEqualTo("POST");
        }

        @Test
        void a_file_that_is_too_large_is_said_to_be_too_large() {
            browser.signIn(ann.id());
            browser.get("/");

            assertThat(upload(9).body()).isEqualTo("taken");
            for (int size : new int[] {11, 30}) {
                var answer = upload(size);
                assertThat(answer.status()).isEqualTo(413);
                assertThat(answer.text()).contains("Le fichier est trop grand");
            }
        }

        @Test
        void a_form_that_is_too_large_or_in_too_many_parts_gets_the_page_that_fits() {
            browser.signIn(ann.id());
            browser.get("/");

            var large = browser.send(browser.request("/probe/form")
                    .headers("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html")
                    .POST(BodyPublishers.ofString("text=" + "x".repeat(4 << 20)))
                    .build());
            assertThat(large.status()).isEqualTo(413);
            assertThat(large.text()).contains("Le fichier est trop grand", ann.displayName());

            Map<String, String> fields = new HashMap<>();
            for (int i = 0; i < 400; i++) {
                fields.put("f" + i, "x");
            }
            var many = browser.postFiles("/probe/upload", fields, "file", Map.of("a.pdf", new byte[1]));
            assertThat(many.status()).isEqualTo(413);
            assertThat(many.text()).contains("trop grand", ann.displayName());
        }

        private Answer upload(int mebibytes) {
            String head = """
                    --xxx\r
                    Content-Disposition: form-data; name="_csrf"\r
                    \r
                    %s\r
                    --xxx\r
                    Content-Disposition: form-data; name="file"; filename="a.pdf"\r
                    Content-Type: application/pdf\r
                    \r
                    """.formatted(browser.token());
            return browser.send(browser.request("/probe/upload")
                    .header("Content-Type", "multipart/form-data; boundary=xxx")
                    .POST(BodyPublishers.concat(
                            BodyPublishers.ofString(head),
                            BodyPublishers.ofByteArray(new byte[mebibytes << 20]),
                            BodyPublishers.ofString("\r\n--xxx--\r\n")))
                    .build());
        }
    }

    private static String basic(Person person) {
        return "Basic "
                + Base64.getEncoder().encodeToString((person.id() + ":any").getBytes(StandardCharsets.US_ASCII));
    }

    private static JsonNode json(Answer answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
