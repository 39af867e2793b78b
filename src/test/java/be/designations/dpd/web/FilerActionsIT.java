package be.designations.dpd.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.CaseId;
import be.designations.casework.DossierNumber;
import be.designations.casework.Waits;
import be.designations.directory.Person;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.ApplicationStatus;
import be.designations.dpd.DpdApplications;
import be.designations.dpd.DpdDesignations;
import be.designations.dpd.DpdDocuments;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.ProcessElements.DpdDesignation;
import be.designations.testing.ProcessTrace;
import be.designations.testing.SampleFiles;
import be.designations.testing.WholeApplication;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The CPAS completes and withdraws what it has sent. */
class FilerActionsIT extends WholeApplication {

    @Autowired
    private Waits waits;

    @Autowired
    DpdDesignations designations;

    @Autowired
    DpdApplications applications;

    @Autowired
    DpdDocuments documents;

    @Autowired
    ProcessEngine engine;

    CpasWorld world;
    Browser browser;
    ApplicationId id;
    DossierNumber number;

    @BeforeEach
    void send() {
        world = worlds.cpas();
        var actor = world.forCpas(world.principalManager);
        id = acts.draft(actor, world.answers()).id();
        documents.add(actor, id, "envoye.pdf", SampleFiles.pdf());
        number = designations.submit(actor, id, 1);
        browser = browsers.signedIn(world.principalManager);
    }

    @Nested
    class Completing {

        String page;

        @BeforeEach
        void ask() {
            acts.askCompletion(
                    CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?\nQuelles <b>formations</b> ?");
            page = "/cases/" + number + "/complete";
        }

        private Map<String, String> fields(String answer, String action) {
            return Map.of("_version", version(), "answer", answer, "_action", action);
        }

        private Answer sent(String answer, String action, Map<String, byte[]> files) {
            return browser.postFiles(page, fields(answer, action), "files", files);
        }

        @ParameterizedTest
        @CsvSource({
            "fr, Compléter le dossier",
            "nl, Het dossier aanvullen",
            "de, Die Akte ergänzen",
            "en, Complete the file"
        })
        void the_questions_stand_on_the_page_in_every_language(String language, String title) {
            var shown = browser.get(page + "?lang=" + language).page();

            assertThat(shown.select("h1").text()).isEqualTo(title);
            assertThat(shown.select(".govuk-inset-text p").eachText())
                    .containsExactly("Quel diplôme ?", "Quelles <b>formations</b> ?");
            assertThat(shown.text()).doesNotContain("??");
        }

        @Test
        void the_answer_goes_to_the_crossroads_bank_with_its_documents() {
            var answer = sent("Un master.", "send", Map.of("diplome.pdf", SampleFiles.pdf()));

            assertThat(answer.location()).contains("/cases/" + number);
            assertThat(browser.follow(answer)
                            .page()
                            .select(".govuk-notification-banner")
                            .text())
                    .contains("Votre réponse est envoyée");
            assertThat(status()).isEqualTo(ApplicationStatus.AWAITING_OPINION);
            assertThat(waits.of(caseId()).get(0).answer()).isEqualTo("Un master.");
            assertThat(names()).containsExactly("envoye.pdf", "diplome.pdf");
        }

        @Test
        void a_second_click_leads_to_the_same_dossier() {
            var fields = fields("Un master.", "send");

            var first = browser.post(page, fields);
            var second = browser.post(page, fields);

            assertThat(first.location()).contains("/cases/" + number);
            assertThat(second.location()).isEqualTo(first.location());
            assertThat(waits.of(caseId())).hasSize(1);
        }

        @Test
        void an_answer_that_is_missing_is_asked_for_and_the_files_are_kept() {
            var answer = sent("  ", "send", Map.of("diplome.pdf", SampleFiles.pdf()));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select(".govuk-error-summary a").eachAttr("href"))
                    .containsExactly("#answer");
            assertThat(answer.page().select("form dt").eachText()).containsExactly("envoye.pdf", "diplome.pdf");
            assertThat(status()).isEqualTo(ApplicationStatus.AWAITING_COMPLETION);
        }

        @Test
        void adding_and_removing_files_keeps_what_is_typed() {
            var added = sent("Un mast", "add", Map.of("diplome.pdf", SampleFiles.pdf()));
            assertThat(added.status()).isEqualTo(200);
            assertThat(added.page().selectFirst("#answer").val()).isEqualTo("Un mast");
            var buttons = added.page().select("button[value^=remove:]");
            assertThat(buttons).as("what was sent stays").hasSize(1);

            var removed = browser.post(
                    page,
                    Map.of(
                            "_version",
                            version(),
                            "answer",
                            "Un mast",
                            "_action",
                            buttons.get(0).val()));

            assertThat(removed.page().selectFirst("#answer").val()).isEqualTo("Un mast");
            assertThat(names()).containsExactly("envoye.pdf");
        }

        @Test
        void a_document_that_was_sent_stays() {
            String sent = documents
                    .list(world.forCpas(world.head), id)
                    .get(0)
                    .file()
                    .id()
                    .toString();

            var answer =
                    browser.post(page, Map.of("_version", version(), "answer", "Un mast", "_action", "remove:" + sent));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).contains("il reste au dossier");
            assertThat(names()).containsExactly("envoye.pdf");
        }

        @Test
        void a_document_is_seen_by_nobody_else_before_it_is_sent() {
            sent("Un mast", "add", Map.of("diplome.pdf", SampleFiles.pdf()));
            String added = document("diplome.pdf");

            assertThat(api.as(world.head).get("/api/v1/dossiers/" + number).at("/documents"))
                    .hasSize(2);
            assertThat(List.of(world.reviewer, world.approver, world.candidate, world.localManager))
                    .allSatisfy(other -> {
                        assertThat(shownTo(other)).containsExactly("envoye.pdf");
                        assertThat(opened(other, added)).containsOnly(404);
                        assertThat(opened(other, document("envoye.pdf"))).containsOnly(200);
                    });
            assertThat(opened(world.head, added)).containsOnly(200);

            acts.complete(world.forCpas(world.head), number, null, "Un master.");
            assertThat(shownTo(world.reviewer)).containsExactly("envoye.pdf", "diplome.pdf");
            assertThat(opened(world.reviewer, added)).containsOnly(200);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                fr | Pas encore envoyé : la BCSS et le SPP IS ne le voient pas.
                nl | Nog niet verstuurd: de KSZ en de POD MI zien het niet.
                de | Noch nicht gesendet: Die ZDSS und der ÖPD SI sehen es nicht.
                en | Not sent yet: the CBSS and the PPS SI do not see it.
                """)
        void a_document_that_was_not_sent_says_so_to_those_who_file_until_they_send_it(String language, String words) {
            sent("Un mast", "add", Map.of("diplome.pdf", SampleFiles.pdf()));

            var documents =
                    browser.get("/cases/" + number + "?lang=" + language).page();
            assertThat(documents
                            .select(".app-documents > li:contains(diplome.pdf) > strong")
                            .eachText())
                    .containsExactly(words);
            assertThat(documents.select(".app-documents strong")).hasSize(1);
            var files = browser.get(page + "?lang=" + language).page().select("form dl > div");
            assertThat(files.select(":contains(diplome.pdf) dd > strong").eachText())
                    .containsExactly(words);
            assertThat(files.select("strong")).hasSize(1);
            assertThat(api.as(world.head)
                            .get("/api/v1/dossiers/" + number)
                            .at("/documents")
                            .findValuesAsText("sent"))
                    .contains("true", "false");

            acts.complete(world.forCpas(world.head), number, null, "Un master.");
            assertThat(browser.get("/cases/" + number).page().select(".app-documents strong"))
                    .isEmpty();
        }

        @Test
        void asked_again_what_was_sent_before_stays_seen() {
            sent("Un master.", "send", Map.of("diplome.pdf", SampleFiles.pdf()));
            acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Et le plan ?");
            browser.get(page);
            sent("Le plan", "add", Map.of("plan.pdf", SampleFiles.pdf()));

            assertThat(shownTo(world.reviewer)).containsExactly("envoye.pdf", "diplome.pdf");
            assertThat(names()).containsExactly("envoye.pdf", "diplome.pdf", "plan.pdf");
        }

        @Test
        void what_was_never_sent_goes_with_a_file_that_is_withdrawn_or_lapses() {
            sent("Un mast", "add", Map.of("diplome.pdf", SampleFiles.pdf()));
            acts.withdraw(world.forCpas(world.head), number, null, "Renoncé");
            assertThat(names()).containsExactly("envoye.pdf");

            send();
            ask();
            browser.get(page);
            sent("Un mast", "add", Map.of("diplome.pdf", SampleFiles.pdf()));
            String added = document("diplome.pdf");
            new ProcessTrace(engine).fire(number, DpdDesignation.EVENT_COMPLETION_OVERDUE);
            assertThat(status()).isEqualTo(ApplicationStatus.LAPSED);
            assertThat(names()).containsExactly("envoye.pdf");
            assertThat(opened(world.head, added)).containsOnly(404);
        }

        private String document(String name) {
            return documents.list(world.forCpas(world.head), id).stream()
                    .map(it -> it.file())
                    .filter(file -> file.fileName().equals(name))
                    .map(file -> file.id().toString())
                    .findFirst()
                    .orElseThrow();
        }

        /** What the page and both lists of the API show; all of them the same. */
        private List<String> shownTo(Person reader) {
            List<String> shown = browsers.signedIn(reader)
                    .get("/cases/" + number)
                    .page()
                    .select(".app-documents > li > a[href^=/documents/]:not([href*=view])")
                    .eachText();
            var caller = api.as(reader);
            assertThat(List.of(
                            caller.get("/api/v1/dossiers/" + number).at("/documents"),
                            caller.get("/api/v1/dpd-applications/" + id + "/documents")
                                    .at("/items")))
                    .allSatisfy(listed ->
                            assertThat(listed.findValuesAsText("fileName")).isEqualTo(shown));
            return shown;
        }

        /** How each address of a document answers. */
        private List<Integer> opened(Person reader, String document) {
            var pages = browsers.signedIn(reader);
            var caller = api.as(reader);
            return List.of(
                    pages.get("/documents/" + document).status(),
                    pages.get("/documents/" + document + "/view").status(),
                    caller.get("/api/v1/documents/" + document).status(),
                    caller.get("/api/v1/dpd-applications/" + id + "/documents/" + document)
                            .status());
        }

        @Test
        void a_refused_file_keeps_the_answer_from_leaving() {
            var answer = sent("Un master.", "send", Map.of("diplome.pdf", new byte[] {'M', 'Z', 0, 0}));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select("#files-error").text()).contains("diplome.pdf");
            assertThat(answer.page().selectFirst("#answer").val()).isEqualTo("Un master.");
            assertThat(status()).isEqualTo(ApplicationStatus.AWAITING_COMPLETION);
        }

        @Test
        void when_a_colleague_was_faster_the_answer_is_not_lost() {
            String seen = version();
            acts.complete(world.forCpas(world.head), number, null, "Voici.");

            var answer = browser.post(page, Map.of("_version", seen, "answer", "Un long texte.", "_action", "send"));

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text()).contains(world.head.displayName() + " a déjà traité");
            assertThat(answer.page().selectFirst("#answer").val()).isEqualTo("Un long texte.");
            assertThat(answer.page().select("button[value=send]")).isEmpty();
            assertThat(browser.get(page).location()).contains("/cases/" + number);
        }

        @Test
        void a_field_that_is_none_of_the_page_is_refused() {
            var answer = browser.post(
                    page,
                    Map.of("_version", version(), "answer", "Un master.", "_action", "send", "outcome", "APPROVED"));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select(".govuk-error-summary").text()).contains("outcome");
        }

        @Test
        void only_those_who_file_complete_it() {
            var fields = fields("x", "send");
            var stranger = browsers.signedIn(worlds.cpas().head);
            stranger.get("/dpd/applications/new");
            assertThat(stranger.get(page).status()).isEqualTo(404);
            assertThat(stranger.post(page, fields).status()).isEqualTo(404);
            for (Person reader : List.of(world.localManager, world.reviewer)) {
                var other = browsers.signedIn(reader);
                assertThat(other.get(page).status()).isEqualTo(403);
                assertThat(other.post(page, fields).status()).isEqualTo(403);
            }
            assertThat(status()).isEqualTo(ApplicationStatus.AWAITING_COMPLETION);
        }
    }

    @Nested
    class Withdrawing {

        String page;

        @BeforeEach
        void page() {
            page = "/cases/" + number + "/withdraw";
        }

        @Test
        void the_reason_is_needed() {
            var answer = browser.post(page, Map.of("_version", version(), "reason", " "));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select(".govuk-error-summary a").attr("href"))
                    .isEqualTo("#reason");
            assertThat(status()).isEqualTo(ApplicationStatus.AWAITING_OPINION);
        }

        @Test
        void it_is_withdrawn_once_and_the_second_click_says_so_too() {
            assertThat(browser.get(page).text()).contains("ne peut pas être annulé", world.candidate.displayName());
            var fields = Map.of("_version", version(), "reason", "La candidate part.");

            var first = browser.post(page, fields);
            var second = browser.post(page, fields);

            assertThat(first.location()).contains("/cases/" + number);
            assertThat(second.location()).isEqualTo(first.location());
            assertThat(status()).isEqualTo(ApplicationStatus.WITHDRAWN);
            assertThat(browser.get(page).location()).contains("/cases/" + number);
        }

        @Test
        void after_the_decision_it_is_too_late_and_what_was_typed_stays() {
            String seen = version();
            acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien.");
            acts.decide(CpasWorld.as(world.approver), number, null, true, null);

            var answer = browser.post(page, Map.of("_version", seen, "reason", "La candidate part."));

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.page().selectFirst("#reason").val()).isEqualTo("La candidate part.");
            assertThat(answer.page().select("form[action$='/withdraw'] button")).isEmpty();
        }

        @Test
        void only_those_who_file_withdraw_it() {
            var fields = Map.of("_version", version(), "reason", "x");
            var stranger = browsers.signedIn(worlds.cpas().head);
            stranger.get("/dpd/applications/new");
            assertThat(stranger.get(page).status()).isEqualTo(404);
            assertThat(stranger.post(page, fields).status()).isEqualTo(404);
            var reader = browsers.signedIn(world.localManager);
            assertThat(reader.get(page).status()).isEqualTo(403);
            assertThat(reader.post(page, fields).status()).isEqualTo(403);
            assertThat(status()).isEqualTo(ApplicationStatus.AWAITING_OPINION);
        }

        @Test
        void a_number_that_is_none_leads_nowhere() {
            assertThat(browser.get("/cases/DPD-2026-99999/withdraw").status()).isEqualTo(404);
            assertThat(browser.get("/cases/nothing/withdraw").status()).isEqualTo(404);
        }
    }

    private CaseId caseId() {
        return applications.find(id).orElseThrow().sent().caseId();
    }

    private String version() {
        Document page = browser.get("/cases/" + number + "/withdraw").page();
        return page.selectFirst("[name=_version]").val();
    }

    private ApplicationStatus status() {
        return applications.find(id).orElseThrow().status();
    }

    private List<String> names() {
        return documents.list(world.forCpas(world.head), id).stream()
                .map(it -> it.file().fileName())
                .toList();
    }
}
