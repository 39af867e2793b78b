package be.designations.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on which support agents keep the catalogue. */
class CataloguePagesIT extends WholeApplication {

    CpasWorld world;
    Person agent;
    Browser browser;
    String code;

    @BeforeEach
    void anAgent() {
        world = worlds.cpas();
        agent = world.supportAgent("Suzanne");
        browser = browsers.signedIn(agent);
        code = ("T_" + Long.toString(System.nanoTime(), 36)).toUpperCase(Locale.ROOT);
    }

    @Test
    void everybody_else_is_refused_in_words_and_changes_nothing() {
        for (Person other : List.of(world.principalManager, world.localManager, world.reviewer, world.approver)) {
            var reader = browsers.signedIn(other);
            for (String path : List.of(
                    "/catalogue",
                    "/catalogue/applications/new",
                    "/catalogue/applications/PRIMA_WEB",
                    "/catalogue/roles/new",
                    "/catalogue/roles/SOCIAL_WORKER")) {
                var answer = reader.get(path);
                assertThat(answer.status()).as(path).isEqualTo(403);
                assertThat(answer.text()).contains("Seuls les agents du support");
            }
            for (String path : List.of(
                    "/catalogue/applications/new",
                    "/catalogue/applications/PRIMA_WEB",
                    "/catalogue/applications/PRIMA_WEB/retire",
                    "/catalogue/applications/PRIMA_WEB/bring-back",
                    "/catalogue/roles/new",
                    "/catalogue/roles/SOCIAL_WORKER",
                    "/catalogue/roles/SOCIAL_WORKER/retire",
                    "/catalogue/roles/SOCIAL_WORKER/bring-back")) {
                Map<String, String> form = path.contains("roles") ? role(code) : application(code);
                assertThat(reader.post(path, with(form, "version", "1")).status())
                        .as(path)
                        .isEqualTo(403);
            }
        }
        assertThat(audited(code)).isEmpty();
        assertThat(browser.get("/catalogue/applications/PRIMA_WEB").text()).contains("Disponible");
    }

    @Test
    void agents_find_it_among_their_pages() {
        assertThat(browser.get("/operations/mails").page().select("nav a[href=/catalogue]"))
                .hasSize(1);
        assertThat(browser.get("/catalogue").page().select("nav a[href=/operations/mails]"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_pages_speak_every_language(Language language) {
        for (String path : List.of(
                "/catalogue",
                "/catalogue?q=qqqqq",
                "/catalogue/applications/new",
                "/catalogue/applications/IRIS",
                "/catalogue/domains/new",
                "/catalogue/domains/FINANCE",
                "/catalogue/domains/MOBILITY",
                "/catalogue/roles/new",
                "/catalogue/roles/PRIMA_WEB_CONFIGURATION")) {
            var answer = browser.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language.code());
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.text()).as(path).doesNotContain("??");
        }
        for (String path : List.of("/catalogue/applications/new", "/catalogue/domains/new", "/catalogue/roles/new")) {
            var answer = browser.post(path, Map.of("code", "x", "onlyFor", "ANY"));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).doesNotContain("??");
        }
    }

    /** D20 */
    @Test
    void a_role_shows_what_it_excludes_and_who_has_both_already() {
        var reviewer = browser.get("/catalogue/roles/DPD_REVIEWER").page();
        assertThat(reviewer.select("input[name=excludes][checked]").eachAttr("value"))
                .containsExactly("DPD_APPROVER");
        assertThat(reviewer.select("input[name=excludes]").eachAttr("value")).doesNotContain("DPD_REVIEWER");
        browser.post("/catalogue/applications/new", application(code));
        Map<String, String> one = role(code);
        Map<String, String> other = with(one, "code", code + "_S");
        for (Map<String, String> role : List.of(one, other)) {
            browser.post("/catalogue/roles/new", role);
            world.giveRight(world.user, role.get("code"), world.socialAction.id());
        }
        String page = "/catalogue/roles/" + code + "_R";

        assertThat(notice(browser.post(page, with(with(one, "version", "1"), "excludes", code + "_S"))))
                .contains("est enregistré");

        assertThat(browser.get(page).text()).contains("Une personne a ce rôle en même temps qu’un rôle qu’il exclut");
        String report = "/operations/duties?role=" + code + "_R";
        assertThat(browser.get(page)
                        .page()
                        .select("main a[href^=/operations/duties]")
                        .attr("href"))
                .isEqualTo(report);
        var line = browser.get(report).page().select("tbody tr");
        assertThat(line.text()).contains(world.user.displayName(), "Rôle " + code, "CPAS de Testville", "depuis le");
        assertThat(line).hasSize(1);
        assertThat(browser.get("/operations/duties.csv?role=" + code + "_R")
                        .body()
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(world.user.displayName(), "2020-01-01");
        for (Language language : Language.values()) {
            assertThat(browser.get(report + "&lang=" + language.code()).text()).doesNotContain("??", "{0");
            assertThat(browser.get(page + "?lang=" + language.code()).text()).doesNotContain("??", "{0");
        }
        assertThat(jdbc.sql("select count(*) from audit_event where operation = 'access.duty-conflicts-read'"
                                + " and subject_id = :role and actor_person = :agent")
                        .param("role", code + "_R")
                        .param("agent", agent.id().value())
                        .query(Integer.class)
                        .single())
                .as("once a day")
                .isOne();
        assertThat(browsers.signedIn(world.localManager).get(report).status()).isEqualTo(403);
        var choosing = browsers.signedIn(world.localManager);
        choosing.get("/qualities/" + world.socialAction.id().value());
        assertThat(choosing.post(
                                "/qualities/" + world.socialAction.id().value() + "/users/actions",
                                Map.of(
                                        "action",
                                        "add-applications",
                                        "person",
                                        world.user.id().toString()))
                        .text())
                .as("before choosing")
                .contains("Pas en même temps que : Essai " + code + " – Rôle " + code);
    }

    @Test
    void what_is_typed_is_found_in_any_order_without_accents_and_capitals() {
        assertThat(codes("?q=cpas+CONFIG")).contains("PRIMA_WEB_CONFIGURATION").doesNotContain("SOCIAL_WORKER");
        assertThat(codes("?q=s%C3%A9curit%C3%A9+Audit")).containsExactly("SECURITY_ADVISER_AUDIT");
        assertThat(codes("?q=securite+audit")).containsExactly("SECURITY_ADVISER_AUDIT");
        assertThat(codes("?q=zzz%00zzz")).isEmpty();
    }

    @Test
    void a_quality_shows_what_belongs_to_it() {
        assertThat(codes("?quality=SOCIAL_SECURITY"))
                .contains("DESIGNATIONS", "DPD_REVIEWER")
                .doesNotContain("PRIMA_WEB", "SOCIAL_WORKER");
        assertThat(codes("?quality=NOTHING")).contains("DESIGNATIONS", "PRIMA_WEB");
    }

    @Test
    void a_domain_is_added_renamed_retired_when_it_is_empty_and_brought_back() {
        Map<String, String> domain =
                Map.of("code", code, "name.fr", "Climat " + code, "name.nl", "Klimaat", "name.de", "Klima");
        assertThat(notice(browser.post("/catalogue/domains/new", domain)))
                .contains("« Climat " + code + " » est ajouté");
        assertThat(browser.get("/catalogue/domains/" + code).text()).contains("n’a pas encore d’application");
        assertThat(notice(browser.post(
                        "/catalogue/domains/" + code,
                        with(with(domain, "version", "1"), "name.fr", "Environnement " + code))))
                .contains("« Environnement " + code + " » est enregistré");
        assertThat(notice(browser.post("/catalogue/domains/" + code + "/retire", Map.of("version", "2"))))
                .contains("est retiré");
        assertThat(browser.get("/catalogue/applications/new").text()).doesNotContain("Environnement " + code);
        assertThat(notice(browser.post("/catalogue/domains/" + code + "/bring-back", Map.of("version", "3"))))
                .contains("de nouveau disponible");
        assertThat(browser.get("/catalogue/applications/new").text()).contains("Environnement " + code);
        browser.post("/catalogue/domains/" + code + "/retire", Map.of("version", "4"));

        var full = browser.post("/catalogue/domains/FINANCE/retire", Map.of("version", "1"));
        assertThat(full.status()).isEqualTo(422);
        assertThat(full.text()).contains("Ce domaine a encore des applications disponibles");
    }

    @Test
    void an_application_and_its_role_are_added_changed_retired_and_brought_back() {
        assertThat(notice(browser.post("/catalogue/applications/new", application(code))))
                .contains("« Essai " + code + " » est ajoutée");
        assertThat(notice(browser.post("/catalogue/roles/new", role(code)))).contains("est ajouté");

        Document page = browser.get("/catalogue/applications/" + code).page();
        assertThat(page.select("select[name=quality] option[selected]").val()).isEqualTo("SOCIAL_ACTION");
        assertThat(page.select("select[name=domain] option[selected]").val()).isEqualTo("SOCIAL_SECURITY");
        assertThat(page.select("select[name=neededLevel] option[selected]").val())
                .isEqualTo("450");
        assertThat(page.select("a[href=/catalogue/roles/" + code + "_R]")).hasSize(1);
        assertThat(page.text()).contains("Modifié le", agent.displayName());

        assertThat(notice(browser.post(
                        "/catalogue/roles/" + code + "_R",
                        with(with(role(code), "version", "1"), "longestMonths", "12"))))
                .contains("est enregistré");
        assertThat(browser.get("/catalogue/roles/" + code + "_R")
                        .page()
                        .select("[id=longestMonths]")
                        .val())
                .isEqualTo("12");

        assertThat(notice(browser.post("/catalogue/applications/" + code + "/retire", Map.of("version", "1"))))
                .contains("est retirée", "les droits déjà accordés restent");
        assertThat(browser.get("/catalogue/roles/" + code + "_R").text())
                .contains("ce rôle ne peut pas être accordé tant qu’elle l’est");
        assertThat(notice(browser.post("/catalogue/applications/" + code + "/bring-back", Map.of("version", "2"))))
                .contains("de nouveau disponible");

        assertThat(audited(code))
                .containsExactly(
                        "catalogue.application-added",
                        "catalogue.application-retired",
                        "catalogue.application-brought-back");
        assertThat(audited(code + "_R")).containsExactly("catalogue.role-added", "catalogue.role-changed");
    }

    @Test
    void what_was_granted_stays_when_its_role_is_retired() {
        browser.follow(browser.post("/catalogue/roles/new", with(role(code), "application", "PRIMA_WEB")));
        world.giveRight(world.user, code + "_R", world.socialAction.id());

        assertThat(notice(browser.post("/catalogue/roles/" + code + "_R/retire", Map.of("version", "1"))))
                .contains("les droits déjà accordés restent");

        assertThat(browsers.signedIn(world.user).get("/me").text()).contains("PRIMA-WEB – Rôle " + code);
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_everything_typed_is_kept() {
        Map<String, String> typed = with(with(role(code), "name.nl", " "), "longestMonths", "quatre");

        Answer answer = browser.post("/catalogue/roles/new", with(typed, "alsoOpens", "DESIGNATIONS"));

        assertThat(answer.status()).isEqualTo(422);
        Document page = answer.page();
        assertThat(page.title()).startsWith("Erreur");
        assertThat(page.select(".govuk-error-summary__list a").eachAttr("href"))
                .containsExactly("#name.nl", "#application", "#longestMonths");
        page.select(".govuk-error-summary__list a").forEach(link -> assertThat(
                        page.getElementById(link.attr("href").substring(1)))
                .as(link.attr("href"))
                .isNotNull());
        assertThat(page.select("[id=code]").val()).isEqualTo(code + "_R");
        assertThat(page.select("[id=name.fr]").val()).isEqualTo("Rôle " + code);
        assertThat(page.select("[id=longestMonths]").val()).isEqualTo("quatre");
        assertThat(page.select("[id=longestMonths]").attr("aria-describedby")).contains("longestMonths-error");
        assertThat(page.select("input[name=alsoOpens][checked]").eachAttr("value"))
                .containsExactly("DESIGNATIONS");
        assertThat(page.select("input[name=onlyFor][checked]").val()).isEqualTo("CPAS");
        assertThat(audited(code + "_R")).isEmpty();
    }

    @Test
    void a_page_that_a_colleague_has_overtaken_says_who_and_keeps_what_was_typed() {
        browser.follow(browser.post("/catalogue/applications/new", application(code)));
        Person colleague = world.supportAgent("Simon");
        browsers.signedIn(colleague)
                .post(
                        "/catalogue/applications/" + code,
                        with(with(application(code), "version", "1"), "name.fr", "Autre nom"));

        Answer late = browser.post(
                "/catalogue/applications/" + code, with(with(application(code), "version", "1"), "name.fr", "Tard"));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page().select(".govuk-error-summary").text())
                .contains(colleague.displayName() + " a modifié ces données entre-temps");
        assertThat(late.page().select("[id=name.fr]").val()).isEqualTo("Tard");
        assertThat(late.page().select("main a[href=/catalogue/applications/" + code + "]"))
                .hasSize(1);
        assertThat(notice(browser.post("/catalogue/applications/" + code + "/retire", Map.of("version", "1"))))
                .contains(colleague.displayName(), "Rien n’a changé");
        assertThat(audited(code)).containsExactly("catalogue.application-added", "catalogue.application-changed");
    }

    @Test
    void the_same_click_twice_adds_once() {
        for (int click = 0; click < 2; click++) {
            assertThat(notice(browser.post("/catalogue/applications/new", application(code))))
                    .contains("est ajoutée");
        }
        assertThat(audited(code)).containsExactly("catalogue.application-added");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/catalogue/applications/NOWHERE", "/catalogue/roles/NOWHERE", "/catalogue/roles/x"})
    void what_is_not_in_it_does_not_exist(String path) {
        assertThat(browser.get(path).status()).isEqualTo(404);
    }

    private List<String> codes(String query) {
        return browser.get("/catalogue" + query)
                .page()
                .select("#found tbody th .app-raw")
                .eachText();
    }

    private String notice(Answer answer) {
        return browser.follow(answer)
                .page()
                .select(".govuk-notification-banner")
                .text();
    }

    private List<String> audited(String subject) {
        return jdbc.sql("select operation from audit_event where subject_id = :subject order by id")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    private static Map<String, String> application(String code) {
        return Map.of(
                "code",
                code,
                "name.fr",
                "Essai " + code,
                "name.nl",
                "Proef " + code,
                "name.de",
                "Versuch " + code,
                "quality",
                "SOCIAL_ACTION",
                "domain",
                "SOCIAL_SECURITY",
                "neededLevel",
                "450");
    }

    private static Map<String, String> role(String code) {
        return Map.of(
                "code", code + "_R",
                "name.fr", "Rôle " + code,
                "name.nl", "Rol " + code,
                "name.de", "Rolle " + code,
                "application", code,
                "onlyFor", "CPAS");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }
}
