package be.designations.dpd.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.SignInLevel;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DpdApplications;
import be.designations.dpd.DpdDesignations;
import be.designations.forms.FormValues;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The CPAS begins, fills in, checks and sends its application. */
class ApplicationPagesIT extends WholeApplication {

    @Autowired
    DpdDesignations designations;

    @Autowired
    DpdApplications applications;

    CpasWorld world;
    Browser browser;

    @BeforeEach
    void open() {
        world = worlds.cpas();
        browser = browsers.signedIn(world.principalManager);
    }

    @Nested
    class Beginning {

        @Test
        void the_page_says_what_is_needed_and_how_long_it_takes() {
            var page = browser.get("/dpd/applications/new").page();

            assertThat(page.select("h1").text()).isEqualTo("Désigner un délégué à la protection des données");
            assertThat(page.select("main, #main-content").text())
                    .contains("au moins 4 heures", "CPAS de Testville", "10 jours ouvrables", "20 jours ouvrables");
        }

        @ParameterizedTest
        @CsvSource({
            "fr, Commencer la demande",
            "nl, De aanvraag beginnen",
            "de, Den Antrag beginnen",
            "en, Begin the application"
        })
        void it_speaks_the_language_of_the_reader(String language, String button) {
            var page = browser.get("/dpd/applications/new?lang=" + language).page();

            assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
            assertThat(page.select("form button").eachText()).contains(button);
            assertThat(page.text()).doesNotContain("??");
        }

        @Test
        void a_draft_is_begun_once_and_gone_on_with() {
            browser.get("/dpd/applications/new");
            var first = browser.post("/dpd/applications/new", Map.of());
            var second = browser.post("/dpd/applications/new", Map.of());

            assertThat(first.status()).isEqualTo(302);
            assertThat(second.location()).isEqualTo(first.location());
            var again = browser.get("/dpd/applications/new").page();
            assertThat(again.select("a[href='" + first.location().orElseThrow() + "']")
                            .text())
                    .isEqualTo("Continuer le brouillon");
        }

        @Test
        void while_a_dossier_is_under_way_the_page_leads_there() {
            var number = sentDossier();

            var page = browser.get("/dpd/applications/new").page();

            assertThat(page.select("a[href='/cases/" + number + "']")).isNotEmpty();
            assertThat(page.text()).contains("déjà en cours");
            assertThat(browser.post("/dpd/applications/new", Map.of()).location())
                    .contains("/dpd/applications/new");
        }

        @Test
        void after_a_refusal_one_starts_again_filled_in() {
            var number = sentDossier();
            acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, false, "Trop peu formée.");
            acts.decide(CpasWorld.as(world.approver), number, null, false, "Trop peu formée.");

            assertThat(browser.get("/dpd/applications/new").text()).contains("dossier " + number + ", a été refusée");
            String again = "/dpd/applications/again?cpas=" + world.cpas.id();
            assertThat(browser.post("/cases/" + number + "/start-again", Map.of())
                            .location())
                    .contains(again);
            var draft = browser.post(again, Map.of());
            var overview = browser.follow(draft);

            assertThat(overview.status()).isEqualTo(200);
            assertThat(overview.text()).contains(number.value(), "Tout est complété");
            assertThat(browser.get(draft.location().orElseThrow() + "/form/candidate")
                            .page()
                            .selectFirst("#candidateFirstName")
                            .val())
                    .isEqualTo("Delphine");
        }

        @Test
        void somebody_who_acts_for_nobody_chooses_first() {
            var nobody = browsers.fresh();
            nobody.signIn(world.candidate.id());

            assertThat(nobody.get("/dpd/applications/new").location()).contains("/capacity");
        }

        @ParameterizedTest
        @ValueSource(strings = {"localManager", "user", "reviewer"})
        void who_does_not_file_is_told_who_does(String who) {
            var browser = browsers.signedIn(
                    switch (who) {
                        case "localManager" -> world.localManager;
                        case "user" -> world.user;
                        default -> world.reviewer;
                    });

            var answer = browser.get("/dpd/applications/new");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains(who.equals("reviewer") ? "Seul un CPAS" : "Seuls le responsable");
            assertThat(browser.post("/dpd/applications/new", Map.of()).status()).isEqualTo(403);
        }
    }

    @Nested
    class Foreign {

        @ParameterizedTest
        @ValueSource(strings = {"", "/form/institution", "/change/time", "/documents", "/check", "/discard"})
        void the_draft_of_another_cpas_does_not_exist(String page) {
            String draft = begin();
            var other = browsers.signedIn(worlds.cpas().principalManager);
            other.get("/dpd/applications/new");

            assertThat(other.get(draft + page).status()).isEqualTo(404);
            if (!page.isEmpty()) {
                assertThat(other.post(draft + page, Map.of("_version", "0")).status())
                        .isEqualTo(404);
            }
            assertThat(stored(draft).version()).isZero();
        }

        @Test
        void what_never_was_is_not_found() {
            String draft = begin();

            assertThat(browser.get("/dpd/applications/" + UUID.randomUUID()).status())
                    .isEqualTo(404);
            assertThat(browser.get("/dpd/applications/1").status()).isEqualTo(404);
            assertThat(browser.get(draft + "/form/nowhere").status()).isEqualTo(404);
            assertThat(browser.get(draft + "/elsewhere/time").status()).isEqualTo(404);
        }

        @Test
        void desks_and_readers_of_the_cpas_do_not_see_a_draft() {
            String draft = begin();

            assertThat(browsers.signedIn(world.reviewer).get(draft).status()).isEqualTo(404);
            assertThat(browsers.signedIn(world.localManager).get(draft).status())
                    .isEqualTo(404);
            assertThat(browsers.signedIn(world.head).get(draft).status()).isEqualTo(200);
        }
    }

    @Nested
    class FillingIn {

        @Test
        void the_page_of_the_cpas_shows_its_name_and_number() {
            var page = browser.get(begin() + "/form/institution").page();

            assertThat(page.select("dl").text())
                    .contains("CPAS de Testville", world.cpas.enterpriseNumber().formatted());
        }

        @Test
        void right_answers_lead_to_the_next_page() {
            String draft = begin();

            var answer = browser.post(draft + "/form/time", Map.of("_version", "0", "hoursPerWeek", "7,5"));

            assertThat(answer.location()).contains(draft + "/form/independence");
            assertThat(stored(draft).answers().text("hoursPerWeek")).isEqualTo("7,5");
        }

        @Test
        void wrong_answers_come_back_with_everything_typed_and_are_kept() {
            String draft = begin();

            var answer = browser.post(
                    draft + "/form/candidate",
                    Map.of(
                            "_version", "0",
                            "candidateNiss", "12.34.56-123.45",
                            "candidateLastName", "<script>alert(1)</script>",
                            "candidateEmail", "pas une adresse",
                            "employment", "EXTERNAL",
                            "supplierNumber", "0431.150.351"));

            assertThat(answer.status()).isEqualTo(422);
            var page = answer.page();
            assertThat(page.title()).startsWith("Erreur :");
            assertThat(page.selectFirst("#candidateNiss").val()).isEqualTo("12.34.56-123.45");
            assertThat(page.selectFirst("#candidateLastName").val()).isEqualTo("<script>alert(1)</script>");
            assertThat(page.selectFirst("#supplierNumber").val()).isEqualTo("0431.150.351");
            assertThat(page.select("main script, #main-content script")).isEmpty();
            assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
                    .contains("#candidateNiss", "#candidateEmail", "#supplierNumber", "#candidateFirstName")
                    .allSatisfy(link -> assertThat(page.select(link)).as(link).isNotEmpty());
            assertThat(page.select("#candidateNiss-error").text()).contains("n’est pas un numéro valable");
            assertThat(stored(draft).answers().text("candidateNiss")).isEqualTo("12.34.56-123.45");
        }

        @Test
        void a_name_that_is_not_that_of_the_number_is_told_on_its_page_and_kept() {
            String draft = begin();
            Map<String, String> candidate = new HashMap<>(Map.of(
                    "_version",
                    "0",
                    "candidateNiss",
                    world.candidate.niss().value(),
                    "candidateLastName",
                    "Personne",
                    "candidateFirstName",
                    "Delphine",
                    "candidateEmail",
                    "candidate@test.example",
                    "candidateLanguage",
                    "fr",
                    "candidatePhone",
                    "+3281000001",
                    "employment",
                    "INTERNAL",
                    "candidateFunction",
                    "Juriste"));

            var refused = browser.post(draft + "/form/candidate", candidate);

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().select("#candidateLastName-error").text())
                    .contains("ne correspond pas à ce numéro");
            assertThat(refused.text()).doesNotContain(world.candidate.lastName());
            assertThat(stored(draft).answers().text("candidateLastName")).isEqualTo("Personne");

            assertThat(browser.get(draft).page().select("#state-candidate").text())
                    .isEqualTo("À compléter");
            assertThat(issues(draft)).contains("candidateLastName: dpd.name-does-not-match");

            candidate.put("_version", "1");
            candidate.put("candidateLastName", world.candidate.lastName());
            assertThat(browser.post(draft + "/form/candidate", candidate).location())
                    .contains(draft + "/form/role");
            assertThat(browser.get(draft).page().select("#state-candidate").text())
                    .isEqualTo("Complété");
            assertThat(issues(draft)).noneMatch(issue -> issue.startsWith("candidate"));
        }

        /** D32, D58 */
        @Test
        void a_name_that_could_not_be_compared_is_not_called_right_and_is_compared_when_it_is_saved_again() {
            String draft = begin();
            Map<String, String> candidate =
                    new HashMap<>(Map.of("candidateNiss", world.candidate.niss().value(), "_action", "later"));
            for (int i = 0; i < 11; i++) {
                candidate.put("_version", String.valueOf(i));
                candidate.put("candidateLastName", "Personne" + (char) ('a' + i));
                assertThat(browser.post(draft + "/form/candidate", candidate).status())
                        .isEqualTo(302);
            }

            assertThat(stored(draft).answers().text("candidateLastName")).isEqualTo("Personnek");
            assertThat(issues(draft)).contains("candidateLastName: dpd.name-not-compared");

            candidate.put("_version", "11");
            browsers.signedIn(world.head).post(draft + "/form/candidate", candidate);
            assertThat(issues(draft)).contains("candidateLastName: dpd.name-does-not-match");
        }

        @Test
        void saving_for_later_checks_nothing() {
            String draft = begin();

            var answer = browser.post(
                    draft + "/form/candidate", Map.of("_version", "0", "candidateNiss", "85", "_action", "later"));

            assertThat(answer.location()).contains(draft);
            assertThat(browser.follow(answer)
                            .page()
                            .select(".govuk-notification-banner")
                            .text())
                    .contains("enregistrées");
            assertThat(stored(draft).answers().text("candidateNiss")).isEqualTo("85");
        }

        @ParameterizedTest
        @ValueSource(strings = {"continue", "later"})
        void a_field_that_is_not_on_the_page_is_refused(String action) {
            String draft = begin();

            var answer = browser.post(
                    draft + "/form/time",
                    Map.of("_version", "0", "hoursPerWeek", "8", "status", "APPROVED", "_action", action));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select(".govuk-error-summary").text()).contains("status");
            assertThat(stored(draft).answers().has("status")).isFalse();
        }

        @Test
        void what_a_colleague_saved_meanwhile_is_not_replaced_unseen() {
            String draft = begin();
            var head = browsers.signedIn(world.head);
            head.get(draft + "/form/time");
            head.post(draft + "/form/time", Map.of("_version", "0", "hoursPerWeek", "12"));

            var answer = browser.post(draft + "/form/time", Map.of("_version", "0", "hoursPerWeek", "8"));

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text()).contains(world.head.displayName() + " a modifié ce brouillon");
            assertThat(answer.page().selectFirst("#hoursPerWeek").val()).isEqualTo("8");
            assertThat(stored(draft).answers().text("hoursPerWeek")).isEqualTo("12");

            var again =
                    browser.post(draft + "/form/time", Map.of("_version", version(answer.page()), "hoursPerWeek", "8"));
            assertThat(again.status()).isEqualTo(302);
            assertThat(stored(draft).answers().text("hoursPerWeek")).isEqualTo("8");
        }

        @Test
        void a_second_click_is_in_nobodys_way() {
            String draft = begin();
            var answers = Map.of("_version", "0", "hoursPerWeek", "8");

            var first = browser.post(draft + "/form/time", answers);
            var second = browser.post(draft + "/form/time", answers);

            assertThat(second.status()).isEqualTo(302);
            assertThat(second.location()).isEqualTo(first.location());
            assertThat(stored(draft).version()).isEqualTo(1);
        }

        @Test
        void a_form_without_its_version_is_not_read() {
            String draft = begin();

            assertThat(browser.post(draft + "/form/time", Map.of("hoursPerWeek", "8"))
                            .status())
                    .isEqualTo(400);
            assertThat(browser.post(draft + "/form/time", Map.of("hoursPerWeek", "8", "_version", "x"))
                            .status())
                    .isEqualTo(400);
            assertThat(stored(draft).version()).isZero();
        }

        /** D58 */
        @Test
        void a_rule_is_told_where_it_is_typed_and_the_part_is_not_called_complete() {
            String draft = begin();

            var time = browser.post(draft + "/form/time", Map.of("_version", "0", "hoursPerWeek", "3"));
            var candidate = browser.post(
                    draft + "/change/candidate",
                    Map.of("_version", "1", "candidateNiss", world.head.niss().value()));

            assertThat(time.status()).isEqualTo(422);
            assertThat(time.page().select("#hoursPerWeek-error").text()).contains("4 heures");
            assertThat(time.page().selectFirst("#hoursPerWeek").val()).isEqualTo("3");
            assertThat(candidate.page().select("#candidateNiss-error").text()).isNotEmpty();
            assertThat(stored(draft).answers().text("hoursPerWeek")).isEqualTo("3");
            var list = browser.get(draft).page();
            assertThat(list.select("#state-time").text()).isEqualTo("À compléter");
            assertThat(issues(draft))
                    .contains("hoursPerWeek: dpd.too-few-hours", "candidateNiss: dpd.candidate-is-head");
        }

        @Test
        void the_list_says_which_parts_are_complete() {
            String draft = begin();
            browser.post(draft + "/form/time", Map.of("_version", "0", "hoursPerWeek", "8"));

            var page = browser.get(draft).page();

            assertThat(page.select("#state-time").text()).isEqualTo("Complété");
            assertThat(page.select("#state-candidate").text()).isEqualTo("À compléter");
            assertThat(page.select("#state-role").text()).isEqualTo("Facultatif");
            assertThat(page.select(".govuk-task-list a").eachAttr("href"))
                    .contains(draft + "/form/institution", draft + "/documents", draft + "/check");
        }
    }

    @Nested
    class Sending {

        @Test
        void what_is_missing_is_listed_with_links_and_nothing_can_be_sent() {
            String draft = begin();

            var page = browser.get(draft + "/check").page();

            assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
                    .contains(draft + "/change/candidate#candidateNiss", draft + "/change/time#hoursPerWeek");
            assertThat(page.select("form[action$='/check']")).isEmpty();
            var sent = browser.post(draft + "/check", Map.of("_version", "0"));
            assertThat(sent.status()).isEqualTo(422);
            assertThat(sent.page().select(".govuk-error-summary a")).isNotEmpty();
            assertThat(stored(draft).submission()).isNull();
        }

        @ParameterizedTest
        @CsvSource({
            "hoursPerWeek, 3.5, time, au moins 4 heures",
            "reportsToHead, NO, independence, fait rapport",
            "isHeadOfDailyManagement, YES, independence, ne peut pas être le DPD",
            "councilDecisionDate, 2099-01-01, council, ne peut pas être dans le futur",
            "endDate, 2020-01-01, role, après aujourd’hui"
        })
        void a_rule_that_refuses_stands_at_its_field(String field, String value, String page, String words) {
            String draft = begin(world.answers().with(field, value));

            for (Answer answer :
                    new Answer[] {browser.get(draft + "/check"), browser.post(draft + "/check", Map.of("_version", "1"))
                    }) {
                Element link = answer.page().selectFirst(".govuk-error-summary a");
                assertThat(link.attr("href")).startsWith(draft + "/change/" + page + "#" + field);
                assertThat(link.text()).contains(words);
            }
            assertThat(stored(draft).submission()).isNull();
        }

        @Test
        void a_cpas_without_the_quality_hears_what_is_to_be_done() {
            var people = worlds.people();
            var bare = people.cpas("CPAS sans qualité");
            var head = people.person("Hilde", Language.FR);
            people.give(head, LegalFunctionKind.HEAD_OF_DAILY_MANAGEMENT, bare);
            var actor = new Actor(head.id(), bare.id(), SignInLevel.EID);
            var draft = designations.startDraft(actor, bare.id());
            designations.saveDraft(actor, draft.id(), 0, world.answers());
            var page = browsers.signedIn(head).get("/dpd/applications/" + draft.id() + "/check");

            assertThat(page.page().select(".govuk-error-summary").text())
                    .contains("n’a pas activé la qualité Action sociale");
        }

        @Test
        void an_answer_that_is_changed_leads_back_to_the_check() {
            String draft = begin(world.answers());

            assertThat(browser.get(draft + "/change/time")
                            .page()
                            .select(".govuk-back-link")
                            .attr("href"))
                    .isEqualTo(draft + "/check");
            assertThat(browser.post(draft + "/change/time", Map.of("_version", "1", "hoursPerWeek", "9"))
                            .location())
                    .contains(draft + "/check");
        }

        @Test
        void it_is_sent_once_and_its_number_is_told() {
            String draft = begin(world.answers());
            var form = browser.get(draft + "/check").page().selectFirst("form[action$='/check']");
            var fields = Map.of("_version", form.selectFirst("[name=_version]").val());

            var first = browser.post(draft + "/check", fields);
            var second = browser.post(draft + "/check", fields);

            assertThat(first.location().orElseThrow()).matches("/cases/DPD-\\d{4}-\\d{5}\\?sent");
            assertThat(second.location()).isEqualTo(first.location());
            var page = browser.follow(first);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.page().select(".govuk-notification-banner").text())
                    .contains("Demande envoyée – numéro de dossier DPD-", "10 jours ouvrables");
            assertThat(jdbc.sql("select count(*) from case_file where organisation_id = :cpas")
                            .param("cpas", world.cpas.id().value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }

        @Test
        void what_a_colleague_changed_meanwhile_is_read_before_it_is_sent() {
            String draft = begin(world.answers());
            designations.saveDraft(
                    world.forCpas(world.head), id(draft), 1, world.answers().with("degree", "Licence"));

            var answer = browser.post(draft + "/check", Map.of("_version", "1"));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).contains(world.head.displayName() + " a modifié", "Licence");
            assertThat(version(answer.page())).isEqualTo("2");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "/form/candidate", "/documents", "/check", "/discard"})
        void back_in_the_browser_after_sending_leads_to_the_dossier(String page) {
            String draft = begin(world.answers());
            var number = designations.submit(world.forCpas(world.head), id(draft), 1);

            var answer = browser.get(draft + page);

            assertThat(answer.location()).contains("/cases/" + number);
            assertThat(browser.follow(answer)
                            .page()
                            .select(".govuk-notification-banner")
                            .text())
                    .contains("déjà envoyée");
            assertThat(browsers.signedIn(worlds.cpas().head).get(draft + page).status())
                    .isEqualTo(404);
        }

        @Test
        void answers_cannot_be_changed_after_sending() {
            String draft = begin(world.answers());
            var number = designations.submit(world.forCpas(world.head), id(draft), 1);

            var answer = browser.post(draft + "/form/time", Map.of("_version", "2", "hoursPerWeek", "40"));

            assertThat(answer.location()).contains("/cases/" + number);
            assertThat(stored(draft).answers().text("hoursPerWeek")).isEqualTo("8");
        }
    }

    @Nested
    class ThrowingAway {

        @Test
        void the_draft_goes_with_its_documents_when_that_is_confirmed() {
            String draft = begin(world.answers());
            assertThat(browser.get(draft + "/discard")
                            .page()
                            .select("form button")
                            .eachText())
                    .contains("Supprimer le brouillon");

            var answer = browser.post(draft + "/discard", Map.of("_version", "1"));

            assertThat(answer.location()).contains("/");
            assertThat(browser.follow(answer)
                            .page()
                            .select(".govuk-notification-banner")
                            .text())
                    .contains("Le brouillon est supprimé");
            assertThat(applications.find(id(draft))).isEmpty();
            assertThat(browser.get(draft).status()).isEqualTo(404);
        }

        @Test
        void a_draft_that_a_colleague_has_changed_stays() {
            String draft = begin(world.answers());
            designations.saveDraft(
                    world.forCpas(world.head), id(draft), 1, world.answers().with("degree", "Licence"));

            var answer = browser.post(draft + "/discard", Map.of("_version", "1"));

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text()).contains(world.head.displayName() + " a modifié");
            assertThat(applications.find(id(draft))).isPresent();
        }
    }

    private DossierNumber sentDossier() {
        return designations.submit(world.forCpas(world.principalManager), id(begin(world.answers())), 1);
    }

    private String begin() {
        return begin(FormValues.empty());
    }

    /** Address of a draft; with answers it is at version 1, else at 0. */
    private String begin(FormValues answers) {
        DpdApplication draft = designations.startDraft(world.forCpas(world.principalManager), world.cpas.id());
        if (!answers.equals(FormValues.empty())) {
            designations.saveDraft(world.forCpas(world.principalManager), draft.id(), 0, answers);
        }
        browser.get("/dpd/applications/" + draft.id());
        return "/dpd/applications/" + draft.id();
    }

    private List<String> issues(String draft) {
        return api.as(world.head)
                .get(draft.replace("/dpd/applications/", "/api/v1/dpd-applications/"))
                .issues();
    }

    private DpdApplication stored(String draft) {
        return applications.find(id(draft)).orElseThrow();
    }

    private static ApplicationId id(String draft) {
        return new ApplicationId(UUID.fromString(draft.substring("/dpd/applications/".length())));
    }

    private static String version(Document page) {
        return page.selectFirst("[name=_version]").val();
    }
}
