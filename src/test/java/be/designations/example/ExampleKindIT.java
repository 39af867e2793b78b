package be.designations.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import be.designations.casework.DossierNumber;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.testing.ApiCaller;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.ProcessTrace;
import be.designations.testing.WholeApplication;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a kind of dossier gets for its declaration: no line of this package is about pages, API, work list or reminders. */
class ExampleKindIT extends WholeApplication {

    private static final String ACCEPTED = "{'decision': 'ACCEPTED'}";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Examples examples;

    CpasWorld world;
    Person support;
    Person colleague;
    Person manager;
    DossierNumber number;

    @BeforeEach
    void anExampleAtTheDeskOfSupport() {
        world = worlds.cpas();
        support = world.supportAgent("Sarah");
        colleague = world.supportAgent("Sam");
        manager = world.principalManager;
        number = examples.open(world.forCpas(manager), world.cpas.id());
    }

    @Nested
    class Reading {

        @Test
        void its_work_is_in_the_list_of_its_desk_and_in_nobody_else_s() {
            assertThat(workOf(support)).contains(number.value());
            assertThat(workOf(colleague)).contains(number.value());
            assertThat(List.of(world.reviewer, world.approver, manager, world.head))
                    .noneMatch(other -> workOf(other).contains(number.value()));
            assertThat(browsers.signedIn(support).get("/work?show=free").text()).contains("Traiter l’exemple");
        }

        @Test
        void a_piece_of_work_says_where_it_is_read_and_done() {
            JsonNode item = StreamSupport.stream(
                            api.as(support)
                                    .get("/api/v1/work-items?size=100")
                                    .at("/items")
                                    .spliterator(),
                            false)
                    .filter(it -> it.path("dossier").asText().equals(number.value()))
                    .findFirst()
                    .orElseThrow();

            assertThat(item.at("/kind/code").asText()).isEqualTo("DECIDE_EXAMPLE");
            assertThat(item.at("/links/page").asText()).isEqualTo("/cases/" + number);
            assertThat(item.at("/steps/0").asText()).isEqualTo(dossier() + "/decide");
        }

        @Test
        void it_is_listed_for_those_who_see_it() {
            assertThat(browsers.signedIn(manager).get("/cases").text())
                    .contains(number.value(), "En attente du support");
            assertThat(browsers.signedIn(support)
                            .get("/cases?status=example.asked&q=" + number)
                            .text())
                    .contains(number.value());
            assertThat(api.as(manager).get("/api/v1/dossiers?q=" + number).text("/items/0/kind/text"))
                    .isEqualTo("Exemple");
            assertThat(browsers.signedIn(world.head).get("/cases").text()).doesNotContain(number.value());
        }

        @Test
        void whoever_does_not_see_it_finds_nothing() {
            Person foreign = worlds.cpas().principalManager;

            assertThat(open(foreign).status()).isEqualTo(404);
            assertThat(browsers.signedIn(foreign).get(page("decide")).status()).isEqualTo(404);
            assertThat(api.as(foreign).get(dossier()).status()).isEqualTo(404);
            assertThat(api.as(foreign).post(dossier() + "/decide", ACCEPTED).status())
                    .isEqualTo(404);
            assertThat(api.as(world.reviewer).get(dossier()).status()).isEqualTo(404);
        }

        @Test
        void whoever_sees_it_and_may_not_is_told_why() {
            assertThat(buttons(manager)).containsExactly("Modifier la demande", "Ajouter une remarque");
            assertThat(buttons(support)).containsExactly("Traiter l’exemple", "Prendre en charge");

            Answer form = browsers.signedIn(manager).get(page("decide"));
            assertThat(form.status()).isEqualTo(403);
            assertThat(form.text()).contains("Seul le support traite un exemple");

            ApiCaller.Answer refused = api.as(manager).post(dossier() + "/decide", ACCEPTED);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("/code")).isEqualTo("example.not-of-support");
            assertThat(api.as(manager)
                            .get(dossier())
                            .at("/actions/0/reason/code")
                            .asText())
                    .isEqualTo("example.not-of-support");
            assertThat(api.as(support).get(dossier()).at("/allowedActions").toString())
                    .isEqualTo("[\"DECIDE\",\"TAKE\"]");
        }

        @ParameterizedTest
        @CsvSource({
            "fr, Demande introduite",
            "nl, Aanvraag ingediend",
            "de, Antrag eingereicht",
            "en, Request submitted"
        })
        void its_pages_speak_four_languages(String language, String opened) {
            Browser browser = browsers.signedIn(support);

            var dossier = browser.get("/cases/" + number + "?lang=" + language).page();
            assertThat(dossier.select(".app-timeline__what").text()).isEqualTo(opened);
            assertThat(dossier.select(".app-steps li")).hasSize(3);
            assertThat(dossier.text() + browser.get(page("decide")).text()).doesNotContain("??");
            assertThat(browser.get("/processes/example/labels?language=" + language)
                            .body())
                    .contains("\"event_asked\":\"" + opened + "\"");
        }

        @Test
        void the_document_of_the_api_describes_its_steps_by_their_forms() {
            ApiCaller.Answer document = api.get("/v3/api-docs");

            JsonNode operation = document.at("/paths/~1api~1v1~1dossiers~1{number}~1decide/post");
            assertThat(operation.path("summary").asText()).isEqualTo("Decide on an example");
            assertThat(operation
                            .at("/requestBody/content/application~1json/schema/$ref")
                            .asText())
                    .isEqualTo("#/components/schemas/ExampleDecision");
            JsonNode body = document.at("/components/schemas/ExampleDecision");
            assertThat(body.at("/properties/decision/enum").toString()).isEqualTo("[\"ACCEPTED\",\"REFUSED\"]");
            assertThat(body.at("/properties/reason/description").asText())
                    .isEqualTo("Reasons. Required for a refusal.");
            assertThat(body.path("required").toString()).isEqualTo("[\"decision\"]");
        }
    }

    @Nested
    class Taking {

        @Test
        void it_is_taken_given_back_and_taken_over_by_page() {
            Browser browser = browsers.signedIn(support);
            browser.get("/cases/" + number);
            assertThat(browser.follow(browser.post(page("take"), Map.of())).text())
                    .contains("Vous avez pris en charge le dossier " + number);
            assertThat(buttons(support)).containsExactly("Traiter l’exemple", "Remettre à disposition");
            assertThat(buttons(colleague)).containsExactly("Reprendre");

            browser.post(page("release"), Map.of());
            assertThat(buttons(colleague)).containsExactly("Traiter l’exemple", "Prendre en charge");

            browser.post(page("take"), Map.of());
            Browser other = browsers.signedIn(colleague);
            other.get("/cases/" + number);
            assertThat(other.follow(other.post(page("take"), Map.of())).text())
                    .contains(support.displayName() + " a pris en charge");
            other.post(page("take"), Map.of("over", "true"));
            assertThat(holder()).isEqualTo(colleague.displayName());
            assertThat(timeline()).containsExactly("asked", "taken", "released", "taken", "taken");
        }

        @Test
        void it_is_taken_given_back_and_taken_over_by_program() {
            String assignment = dossier() + "/assignment";
            assertThat(api.as(support).put(assignment, "{}").text("/openWork/assignee"))
                    .isEqualTo(support.displayName());
            assertThat(api.as(colleague).put(assignment, "{}").text("/code")).isEqualTo("casework.taken-by-other");
            assertThat(api.as(colleague).post(dossier() + "/decide", ACCEPTED).status())
                    .isEqualTo(403);

            assertThat(api.as(support).delete(assignment).status()).isEqualTo(204);
            assertThat(api.as(colleague).put(assignment, "{}").status()).isEqualTo(200);
            assertThat(api.as(support).put(assignment, "{'takeOver': true}").text("/openWork/assignee"))
                    .isEqualTo(support.displayName());
        }

        @Test
        void nobody_else_takes_it() {
            Browser browser = browsers.signedIn(manager);
            browser.get("/cases/" + number);

            assertThat(browser.post(page("take"), Map.of()).status()).isEqualTo(403);
            assertThat(api.as(manager).put(dossier() + "/assignment", "{}").status())
                    .isEqualTo(403);
        }
    }

    @Nested
    class Deciding {

        @Test
        void it_is_done_by_page_and_a_second_click_hears_the_same() {
            Browser browser = browsers.signedIn(support);
            Answer form = browser.get(page("decide"));
            assertThat(form.page().select("h1").text()).isEqualTo("Traiter l’exemple");

            Map<String, String> answers = Map.of("decision", "ACCEPTED", "reason", "En ordre");
            Answer first = send(browser, form, "decide", answers);
            Answer second = send(browser, form, "decide", answers);

            assertThat(first.location()).contains("/cases/" + number);
            assertThat(browser.follow(second).text()).contains("La demande est acceptée (dossier " + number);
            assertThat(timeline()).containsExactly("asked", "accepted");
            assertThat(audited()).containsExactly("example.asked " + manager.id(), "example.accepted " + support.id());
            assertThat(new ProcessTrace(engine).of(number)).isEnded().hasPassed("task_decide");
            assertThat(workOf(support)).doesNotContain(number.value());
            Answer closed = open(manager);
            assertThat(closed.text()).contains("Le support a accepté la demande le", "Acceptée", "En ordre");
            assertThat(buttons(manager)).containsExactly("Ajouter une remarque");
        }

        @Test
        void what_its_form_and_its_rules_refuse_is_shown_again_with_everything_typed() {
            Browser browser = browsers.signedIn(support);
            Answer form = browser.get(page("decide"));

            Answer nothingChosen = send(browser, form, "decide", Map.of("reason", "Écrit avant de choisir"));
            assertThat(nothingChosen.status()).isEqualTo(422);
            assertThat(nothingChosen.page().selectFirst("#decision-error")).isNotNull();
            assertThat(nothingChosen.page().selectFirst("textarea[name=reason]").text())
                    .isEqualTo("Écrit avant de choisir");

            Answer noReason = send(browser, form, "decide", Map.of("decision", "REFUSED", "reason", " "));
            assertThat(noReason.status()).isEqualTo(422);
            assertThat(noReason.page().selectFirst("#reason-error").text()).contains("Donnez la raison du refus");
            assertThat(noReason.page().selectFirst("input[value=REFUSED]").hasAttr("checked"))
                    .isTrue();
            assertThat(timeline()).containsExactly("asked");
        }

        @Test
        void whoever_comes_second_hears_who_was_faster_and_keeps_what_was_typed() {
            Browser browser = browsers.signedIn(colleague);
            Answer form = browser.get(page("decide"));
            api.as(support).post(dossier() + "/decide", ACCEPTED);

            Answer late = send(browser, form, "decide", Map.of("decision", "REFUSED", "reason", "Tout mon texte"));

            assertThat(late.status()).isEqualTo(409);
            assertThat(late.text())
                    .containsPattern(support.displayName()
                            + " a déjà traité cette étape le \\d\\d/\\d\\d/\\d{4} à \\d\\d:\\d\\d");
            assertThat(late.page().selectFirst("textarea[name=reason]").text()).isEqualTo("Tout mon texte");
        }

        @Test
        void a_tab_that_shows_what_was_asked_before_it_was_changed_comes_too_late() {
            Browser browser = browsers.signedIn(support);
            Answer form = browser.get(page("decide"));
            Browser entity = browsers.signedIn(manager);
            Answer amendment = entity.get(page("amend"));
            assertThat(amendment.text()).contains("L’ancien texte ne revient pas");
            send(entity, amendment, "amend", Map.of("text", "Pour deux personnes"));

            Map<String, String> answers = Map.of("decision", "ACCEPTED", "reason", "");
            Answer late = send(browser, form, "decide", answers);
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.text()).contains(manager.displayName());

            assertThat(send(browser, late, "decide", answers).location()).contains("/cases/" + number);
        }

        @Test
        void what_runs_alongside_makes_nobody_late_and_is_never_late() {
            Answer decision = browsers.signedIn(support).get(page("decide"));
            Browser entity = browsers.signedIn(manager);
            Answer remark = entity.get(page("remark"));
            Map<String, String> urgent = Map.of("text", "C’est urgent");
            send(entity, remark, "remark", urgent);
            assertThat(send(entity, remark, "remark", urgent).location())
                    .as("a second click")
                    .contains("/cases/" + number);

            Browser browser = browsers.signedIn(support);
            browser.get(page("decide"));
            assertThat(browser.post(
                                    page("decide"),
                                    Map.of("_version", version(decision), "decision", "ACCEPTED", "reason", ""))
                            .location())
                    .contains("/cases/" + number);

            assertThat(send(entity, remark, "remark", Map.of("text", "Merci")).location())
                    .contains("/cases/" + number);
            assertThat(timeline()).containsExactly("asked", "remarked", "accepted", "remarked");
        }

        @Test
        void it_is_done_by_program() {
            assertThat(api.as(support)
                            .post(dossier() + "/decide", "{'decision': 'MAYBE'}")
                            .status())
                    .isEqualTo(400);
            assertThat(api.as(support)
                            .post(dossier() + "/decide", "{'decision': 'REFUSED'}")
                            .issues())
                    .containsExactly("reason: example.reason-missing");

            ApiCaller.Answer done = api.as(support)
                    .post(dossier() + "/decide", "{'decision': 'REFUSED', 'reason': 'Non', 'version': 1}");
            assertThat(done.status()).as(done.body()).isEqualTo(200);
            assertThat(done.text("/status/code")).isEqualTo("REFUSED");
            assertThat(done.at("/closedAt").isTextual()).isTrue();

            ApiCaller.Answer late = api.as(colleague).post(dossier() + "/decide", ACCEPTED);
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.text("/handledBy")).isEqualTo(support.displayName());
            assertThat(late.at("/handledAt").isTextual()).isTrue();
        }
    }

    /** Source: D14. */
    @Test
    void whoever_has_it_is_reminded_and_told_when_it_is_late() {
        ProcessTrace trace = new ProcessTrace(engine);
        assertThat(trace.of(number)).isWaitingAt("task_decide");

        acts.remind(number, ExampleCase.DECIDE);
        api.as(support).put(dossier() + "/assignment", "{}");
        acts.escalate(number, ExampleCase.DECIDE);

        assertThat(mails.told(number, "work-item-reminder"))
                .containsExactly(directory
                        .findDesk(OrganisationKind.SUPPORT)
                        .orElseThrow()
                        .email());
        assertThat(mails.only(number, "work-item-reminder").subject()).contains(number.value(), "Traiter l’exemple");
        assertThat(mails.told(number, "work-item-overdue")).containsExactly(support.email());
        assertThat(open(support).page().select(".app-timeline__what").eachText())
                .containsExactly(
                        "Demande introduite",
                        "Rappel envoyé au support",
                        "Dossier pris en charge",
                        "Délai du support dépassé");
    }

    private String dossier() {
        return "/api/v1/dossiers/" + number;
    }

    private String page(String step) {
        return "/cases/" + number + "/" + step;
    }

    private Answer open(Person reader) {
        return browsers.signedIn(reader).get("/cases/" + number);
    }

    private List<String> buttons(Person reader) {
        return open(reader).page().select(".app-now .govuk-button").eachText();
    }

    private List<String> workOf(Person person) {
        return api.as(person).get("/api/v1/work-items?size=100").at("/items").findValuesAsText("dossier");
    }

    private String holder() {
        return api.as(support).get(dossier()).text("/openWork/assignee");
    }

    /** What happened, without who and when. */
    private List<String> timeline() {
        return api.as(support).get(dossier()).at("/timeline").findValuesAsText("code").stream()
                .map(event -> event.substring(event.indexOf('.') + 1))
                .toList();
    }

    /** The operations, each with who did it. */
    private List<String> audited() {
        return jdbc.sql("""
                        select a.operation || ' ' || a.actor_person
                          from audit_event a join case_file c on c.id::text = a.subject_id
                         where c.dossier_number = :number order by a.id""").param("number", number.value()).query(String.class).list();
    }

    /** Sends the form as it was shown, whatever has happened since. */
    private Answer send(Browser browser, Answer form, String step, Map<String, String> answers) {
        Map<String, String> all = new LinkedHashMap<>(answers);
        all.put("_version", version(form));
        all.put("_csrf", form.page().selectFirst("main input[name=_csrf]").val());
        return browser.postWithoutToken(page(step), all);
    }

    private static String version(Answer form) {
        return form.page().selectFirst("input[name=_version]").val();
    }
}
