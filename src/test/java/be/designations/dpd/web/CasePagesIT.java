package be.designations.dpd.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.ResponsibilityKind;
import be.designations.casework.DossierNumber;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.dpd.DossierView;
import be.designations.forms.FormValues;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasePagesIT extends WholeApplication {

    CpasWorld world;
    DossierNumber number;

    @BeforeEach
    void aDossierAtTheCrossroadsBank() {
        world = worlds.cpas();
        number = submitted(world.answers());
    }

    @Nested
    class Reading {

        @Test
        void the_first_lines_say_what_happens_by_whom_and_until_when() {
            var page = open(world.head).page();

            assertThat(page.select("h1").text()).isEqualTo("Dossier " + number);
            assertThat(page.select(".app-title .app-tag").text()).isEqualTo("En attente de l’avis de la BCSS");
            assertThat(page.selectFirst(".app-now").text())
                    .contains("La BCSS examine la demande et rend son avis, au plus tard le ")
                    .contains("Personne n’a encore pris le dossier en charge")
                    .doesNotContain("Ce délai est dépassé");
        }

        @Test
        void a_date_that_has_passed_is_said_in_words() {
            jdbc.sql("update work_item set due_at = now() - interval '1 day' where case_id = :id")
                    .param(
                            "id",
                            acts.view(CpasWorld.as(world.head), number)
                                    .dossier()
                                    .id()
                                    .value())
                    .update();

            assertThat(open(world.head).page().selectFirst(".app-now").text())
                    .contains("Ce délai est dépassé")
                    .containsPattern("jours? ouvrables? de retard|délai dépassé");
        }

        @Test
        void a_dossier_of_others_does_not_exist() {
            var other = worlds.cpas();

            assertThat(open(other.head).status()).isEqualTo(404);
            assertThat(open(other.principalManager).status()).isEqualTo(404);
            assertThat(open(world.user).status()).isEqualTo(404);
            assertThat(browsers.signedIn(world.reviewer)
                            .get("/cases/DPD-1999-00001")
                            .status())
                    .isEqualTo(404);
            assertThat(browsers.signedIn(world.reviewer).get("/cases/x").status())
                    .isEqualTo(404);
        }

        @Test
        void the_candidate_s_number_is_shown_to_filers_desks_and_the_candidate_only() {
            var chair = world.person("Charles");
            worlds.people().give(chair, LegalFunctionKind.CHAIR, world.cpas);
            String niss = world.candidate.niss().formatted();

            assertThat(open(world.head).text()).contains(niss);
            assertThat(open(world.principalManager).text()).contains(niss);
            assertThat(open(world.reviewer).text()).contains(niss);
            assertThat(open(world.approver).text()).contains(niss);
            assertThat(open(world.candidate).text()).contains(niss);
            assertThat(open(chair).status()).isEqualTo(200);
            assertThat(open(chair).body())
                    .doesNotContain(niss, world.candidate.niss().value());
        }

        @Test
        void no_address_holds_a_number_of_a_person() {
            for (Element link : open(world.reviewer).page().select("[href], [action]")) {
                assertThat(link.attr("href") + link.attr("action"))
                        .doesNotContain(world.candidate.niss().value());
            }
        }

        @Test
        void warnings_are_for_the_desks() {
            world = worlds.cpas();
            number = submitted(world.answers().with("incompatibleFunctions", "HEAD_OF_IT"));

            assertThat(open(world.reviewer).text()).contains("Fonction difficilement compatible");
            assertThat(open(world.approver).text()).contains("Fonction difficilement compatible");
            assertThat(open(world.head).text()).doesNotContain("Fonction difficilement compatible");
        }

        @Test
        void each_reader_is_offered_what_they_may_do() {
            assertThat(buttons(world.reviewer)).isEqualTo("Rendre l’avis, Demander des compléments, Prendre en charge");
            assertThat(buttons(world.approver)).isEmpty();
            assertThat(buttons(world.candidate)).isEmpty();
            assertThat(buttons(world.head)).isEqualTo("Retirer la demande");

            acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?");
            assertThat(buttons(world.head)).isEqualTo("Compléter le dossier, Retirer la demande, Prendre en charge");
            assertThat(buttons(world.reviewer)).isEmpty();

            acts.complete(world.forCpas(world.head), number, null, "Master");
            acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
            assertThat(buttons(world.approver)).isEqualTo("Décider, Prendre en charge");

            acts.decide(CpasWorld.as(world.approver), number, null, true, null);
            assertThat(buttons(world.principalManager)).isEqualTo("Changer de Gestionnaire Local, Prendre en charge");
            assertThat(buttons(world.coPrincipalManager)).isEqualTo("Changer de Gestionnaire Local, Prendre en charge");
            assertThat(buttons(world.head)).isEmpty();
        }

        @Test
        void questions_answers_opinion_and_decision_are_shown_with_their_words() {
            acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?");
            acts.complete(world.forCpas(world.head), number, null, "Un master en droit");
            acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, false, "Peu de temps");
            acts.decide(CpasWorld.as(world.approver), number, null, false, "Trop peu d’heures");

            var page = open(world.head);

            assertThat(page.text())
                    .contains("Quel diplôme ?", "Un master en droit", "Défavorable", "Peu de temps")
                    .contains("Refusée", "Trop peu d’heures", "La demande a été refusée le");
            assertThat(page.page().select(".app-timeline__what").eachText())
                    .containsSubsequence(
                            "Demande introduite",
                            "Compléments demandés par la BCSS",
                            "Dossier complété",
                            "Avis défavorable rendu",
                            "Demande refusée");
            assertThat(buttons(world.head)).isEqualTo("Introduire une nouvelle demande");
        }

        @Test
        void the_steps_are_listed_in_words_beside_the_drawing() {
            acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");

            var page = open(world.candidate).page();

            page.select(".app-steps .govuk-task-list__hint").remove();
            assertThat(page.select(".app-steps li").eachText())
                    .containsSubsequence("Rendre l’avis Fait", "Décider En cours", "Ouvrir le mandat À venir");
            assertThat(page.select(".app-steps [aria-current=step]").text()).contains("Décider");
            var figure = page.selectFirst("figure.app-diagram");
            assertThat(figure.attr("data-active-elements")).isEqualTo("task_decide");
            assertThat(figure.attr("data-done-elements")).contains("task_give-opinion");
        }

        @Test
        void a_reader_who_acts_in_another_capacity_is_told_so() {
            worlds.people()
                    .give(
                            world.reviewer,
                            LegalFunctionKind.CHAIR,
                            worlds.people().enterprise("Autre"));
            var browser = browsers.signedIn(world.reviewer);
            var choice = browser.get("/capacity").page();
            String other = choice.select("section.app-entity").stream()
                    .filter(entity -> entity.text().contains("Autre"))
                    .findFirst()
                    .orElseThrow()
                    .select("input[name=organisation]")
                    .val();

            browser.post("/capacity", Map.of("organisation", other, "kind", "CHAIR"));
            var page = browser.get("/cases/" + number).page();

            assertThat(page.selectFirst(".app-now").text()).contains("dans une autre qualité");
            assertThat(page.select(".app-now .govuk-button")).isEmpty();
        }

        @Test
        void mails_tell_what_was_sent_to_whom() {
            assertThat(open(world.head)
                            .page()
                            .select("section[aria-labelledby=mails] tbody tr")
                            .eachText())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains(number.value()));
        }

        @ParameterizedTest
        @CsvSource({"nl, Geschiedenis, De aanvraag", "de, Verlauf, Der Antrag", "en, History, The application"})
        void the_page_speaks_the_reader_s_language(String language, String timeline, String application) {
            var page = browsers.signedIn(world.head)
                    .get("/cases/" + number + "?lang=" + language)
                    .page();

            assertThat(page.selectFirst("#timeline").text()).isEqualTo(timeline);
            assertThat(page.selectFirst("#application").text()).isEqualTo(application);
            assertThat(page.text()).doesNotContain("??");
        }
    }

    @Nested
    class Taking {

        @Test
        void who_takes_a_dossier_has_it_and_may_give_it_back() {
            var browser = browsers.signedIn(world.reviewer);
            browser.get("/cases/" + number);

            var taken = browser.follow(browser.post("/cases/" + number + "/take", Map.of()));
            assertThat(taken.text()).contains("Vous avez pris en charge le dossier " + number);
            assertThat(buttons(world.reviewer)).contains("Remettre à disposition");

            var released = browser.follow(browser.post("/cases/" + number + "/release", Map.of()));
            assertThat(released.text()).contains("Personne n’a encore pris le dossier en charge");
        }

        @Test
        void taking_over_asks_first_and_names_the_colleague() {
            acts.take(CpasWorld.as(world.reviewer), number, false);
            var browser = browsers.signedIn(world.otherReviewer);
            browser.get("/cases/" + number);

            var asked = browser.post("/cases/" + number + "/take", Map.of());
            assertThat(asked.location()).contains("/cases/" + number + "/take");
            var question = browser.follow(asked);
            assertThat(question.text()).contains(world.reviewer.displayName() + " a pris en charge");
            assertThat(acts.view(CpasWorld.as(world.reviewer), number)
                            .openWork()
                            .assignee())
                    .isEqualTo(world.reviewer.id());

            browser.post("/cases/" + number + "/take", Map.of("over", "true"));
            assertThat(acts.view(CpasWorld.as(world.reviewer), number)
                            .openWork()
                            .assignee())
                    .isEqualTo(world.otherReviewer.id());
        }
    }

    @Nested
    class GivingTheOpinion {

        @Test
        void an_opinion_is_given_and_told_once() {
            var browser = browsers.signedIn(world.reviewer);
            var form = browser.get("/cases/" + number + "/opinion");
            assertThat(form.text()).contains("Master en droit", "Motivation");

            var first = send(browser, form, "opinion", opinion("FAVOURABLE", "Compétente"));
            var second = send(browser, form, "opinion", opinion("FAVOURABLE", "Compétente"));

            assertThat(first.location()).contains("/cases/" + number);
            assertThat(second.location()).contains("/cases/" + number);
            assertThat(browser.follow(second).text()).contains("L’avis est rendu dans le dossier " + number);
            assertThat(acts.view(CpasWorld.as(world.reviewer), number).timeline())
                    .filteredOn(entry -> entry.event().equals("dpd.opinion-favourable"))
                    .hasSize(1);
        }

        @Test
        void another_opinion_of_the_same_person_is_not_taken_for_a_second_click() {
            var browser = browsers.signedIn(world.reviewer);
            var form = browser.get("/cases/" + number + "/opinion");
            send(browser, form, "opinion", opinion("FAVOURABLE", "Compétente"));

            var second = send(browser, form, "opinion", opinion("UNFAVOURABLE", "Réflexion faite"));

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.text()).contains("Vous avez déjà traité cette étape");
        }

        @Test
        void who_comes_second_hears_who_was_faster_and_when() {
            var browser = browsers.signedIn(world.otherReviewer);
            var form = browser.get("/cases/" + number + "/opinion");
            acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");

            var late = send(browser, form, "opinion", opinion("UNFAVOURABLE", "Non"));

            assertThat(late.status()).isEqualTo(409);
            assertThat(late.text())
                    .containsPattern(world.reviewer.displayName()
                            + " a déjà traité cette étape le \\d\\d/\\d\\d/\\d{4} à \\d\\d:\\d\\d");
            assertThat(view(world.reviewer).opinion().favourable()).isTrue();
        }

        @Test
        void a_form_that_was_shown_before_the_file_was_completed_is_not_taken() {
            var browser = browsers.signedIn(world.otherReviewer);
            var form = browser.get("/cases/" + number + "/opinion");
            acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?");
            acts.complete(world.forCpas(world.head), number, null, "Master");

            assertThat(send(browser, form, "opinion", opinion("FAVOURABLE", "Bien"))
                            .status())
                    .isEqualTo(409);
            assertThat(view(world.reviewer).opinion()).isNull();
        }

        @Test
        void what_was_typed_stays_when_something_is_missing() {
            var browser = browsers.signedIn(world.reviewer);
            var form = browser.get("/cases/" + number + "/opinion");

            var again = send(browser, form, "opinion", Map.of("reasons", "Écrit avant de choisir"));

            assertThat(again.status()).isEqualTo(422);
            assertThat(again.page().title()).startsWith("Erreur");
            assertThat(again.page().selectFirst(".govuk-error-summary a").attr("href"))
                    .isEqualTo("#opinion");
            assertThat(again.page().selectFirst("#opinion-error")).isNotNull();
            assertThat(again.page().selectFirst("textarea[name=reasons]").text())
                    .isEqualTo("Écrit avant de choisir");
            assertThat(view(world.reviewer).opinion()).isNull();
        }

        @Test
        void what_was_typed_stays_when_a_colleague_takes_the_dossier_meanwhile() {
            var browser = browsers.signedIn(world.reviewer);
            var form = browser.get("/cases/" + number + "/opinion");
            acts.take(CpasWorld.as(world.otherReviewer), number, false);

            var again = send(browser, form, "opinion", opinion("FAVOURABLE", "Tout mon texte"));

            assertThat(again.status()).isEqualTo(409);
            assertThat(again.text()).contains(world.otherReviewer.displayName() + " traite déjà ce dossier");
            assertThat(again.page().selectFirst("textarea[name=reasons]").text())
                    .isEqualTo("Tout mon texte");
            assertThat(view(world.reviewer).opinion()).isNull();
        }

        @Test
        void a_field_that_is_not_in_the_form_is_refused() {
            var browser = browsers.signedIn(world.reviewer);
            var form = browser.get("/cases/" + number + "/opinion");
            var fields = new LinkedHashMap<>(opinion("FAVOURABLE", "Bien"));
            fields.put("decision", "APPROVED");

            assertThat(send(browser, form, "opinion", fields).status()).isEqualTo(422);
            assertThat(view(world.reviewer).opinion()).isNull();
        }

        @Test
        void questions_go_to_the_cpas() {
            var browser = browsers.signedIn(world.reviewer);
            var form = browser.get("/cases/" + number + "/completion-request");

            var sent = send(browser, form, "completion-request", Map.of("questions", "Quel diplôme ?"));

            assertThat(browser.follow(sent).text()).contains("Vos questions sont envoyées au CPAS");
            assertThat(acts.view(CpasWorld.as(world.head), number).waits()).hasSize(1);
        }

        @Test
        void a_step_that_is_past_leads_back_to_the_dossier() {
            acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
            var browser = browsers.signedIn(world.reviewer);

            var answer = browser.follow(browser.get("/cases/" + number + "/opinion"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).contains("Cette étape n’est pas ou plus à faire");
        }
    }

    @Nested
    class Deciding {

        @BeforeEach
        void theOpinionIsGiven() {
            acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        }

        @Test
        void a_refusal_needs_its_ground_at_the_field_and_an_approval_none() {
            var browser = browsers.signedIn(world.approver);
            var form = browser.get("/cases/" + number + "/decision");

            for (String ground : List.of("", "NOT_SAID", "MADE_UP")) {
                var again = send(
                        browser,
                        form,
                        "decision",
                        Map.of("decision", "REFUSED", "ground", ground, "reason", "Trop peu d’heures"));

                assertThat(again.status()).as(ground).isEqualTo(422);
                assertThat(again.page().selectFirst("#ground-error").text()).contains("Motif du refus");
                assertThat(again.page().selectFirst("#reason").wholeText()).contains("Trop peu d’heures");
                assertThat(again.page().select(".govuk-error-summary__list a").eachAttr("href"))
                        .containsExactly("#ground");
            }
            assertThat(view(world.approver).decision()).isNull();

            send(browser, form, "decision", Map.of("decision", "APPROVED", "ground", "TIME", "reason", ""));
            assertThat(view(world.approver).decision().refusalGround()).isNull();
        }

        @Test
        void a_refusal_shows_its_ground_to_the_cpas_in_its_language() {
            acts.decide(CpasWorld.as(world.approver), number, null, false, "Aucune des trois");

            var browser = browsers.signedIn(world.head);
            assertThat(browser.get("/cases/" + number)
                            .page()
                            .select("section[aria-labelledby=decision-taken]")
                            .text())
                    .contains("Motif du refus Autre motif, exposé dans la motivation", "Aucune des trois");
            assertThat(browser.get("/cases/" + number + "?lang=de").text()).contains("Grund der Ablehnung");
        }

        @Test
        void a_refusal_needs_its_reason_at_the_field() {
            var browser = browsers.signedIn(world.approver);
            var form = browser.get("/cases/" + number + "/decision");

            var again =
                    send(browser, form, "decision", Map.of("decision", "REFUSED", "ground", "CONFLICT", "reason", " "));

            assertThat(again.status()).isEqualTo(422);
            assertThat(again.page().selectFirst("#reason-error").text()).contains("Motivation");
            assertThat(again.page().selectFirst("input[value=REFUSED]").hasAttr("checked"))
                    .isTrue();
            assertThat(again.page().selectFirst("#ground option[selected]").val())
                    .isEqualTo("CONFLICT");
            assertThat(view(world.approver).decision()).isNull();

            assertThat(send(browser, form, "decision", Map.of("decision", "REFUSED", "ground", "", "reason", ""))
                            .page()
                            .select(".govuk-error-summary__list a")
                            .eachAttr("href"))
                    .as("all that is missing, at once")
                    .containsExactly("#ground", "#reason");
        }

        @Test
        void an_approval_is_recorded_once_however_often_it_is_clicked() {
            var browser = browsers.signedIn(world.approver);
            var form = browser.get("/cases/" + number + "/decision");

            send(browser, form, "decision", Map.of("decision", "APPROVED", "reason", ""));
            var second = send(browser, form, "decision", Map.of("decision", "APPROVED", "reason", ""));

            assertThat(browser.follow(second).text()).contains("La demande est approuvée (dossier " + number);
            assertThat(view(world.approver).decision().approved()).isTrue();
        }

        @Test
        void a_reviewer_does_not_decide() {
            var browser = browsers.signedIn(world.reviewer);

            assertThat(browser.get("/cases/" + number + "/decision").status()).isEqualTo(403);
            assertThat(browser.get("/cases/" + number + "/decision").text())
                    .contains("Seuls les décideurs du SPP IS décident");
        }
    }

    /** Source: D13. */
    @Nested
    class Impartiality {

        @Test
        void a_reviewer_with_a_responsibility_in_the_cpas_is_told_why_they_may_not() {
            var tied = world.official("Thérèse", OrganisationKind.BCSS, "DPD_REVIEWER");
            world.give(tied, ResponsibilityKind.USER, world.socialAction.id());

            forbidden(tied, "opinion", "Vous exercez une responsabilité dans ce CPAS");
        }

        @Test
        void a_candidate_does_not_give_the_opinion_on_their_own_application() {
            world.giveRight(world.candidate, "DPD_REVIEWER", deskQuality(OrganisationKind.BCSS));

            forbidden(world.candidate, "opinion", "Vous êtes le candidat de cette demande");
        }

        @Test
        void an_approver_who_submitted_does_not_decide() {
            world.giveRight(world.head, "DPD_APPROVER", deskQuality(OrganisationKind.SPP_IS));
            acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");

            forbidden(world.head, "decision", "Vous avez introduit cette demande");
        }

        private void forbidden(Person person, String task, String why) {
            var page = open(person).page();
            assertThat(page.selectFirst(".app-now").text()).contains(why);
            assertThat(page.select("a[href$=/" + task + "]")).isEmpty();

            var browser = browsers.signedIn(person);
            var form = browser.get("/cases/" + number + "/" + task);
            assertThat(form.status()).isEqualTo(403);
            assertThat(form.text()).contains(why);
            browser.get("/cases/" + number);
            var fields = new LinkedHashMap<String, String>();
            fields.put(
                    "_version",
                    String.valueOf(view(world.reviewer).application().version()));
            fields.putAll(
                    task.equals("opinion")
                            ? opinion("FAVOURABLE", "Moi")
                            : Map.of("decision", "APPROVED", "reason", ""));
            var sent = browser.post("/cases/" + number + "/" + task, fields);
            assertThat(sent.status()).isEqualTo(403);
            assertThat(sent.text()).contains(why);
            assertThat(view(world.approver).decision()).isNull();
        }
    }

    private DossierNumber submitted(FormValues answers) {
        return acts.submit(world.forCpas(world.head), answers);
    }

    private DossierView view(Person reader) {
        return acts.application(CpasWorld.as(reader), number);
    }

    private QualityId deskQuality(OrganisationKind kind) {
        var desk = directory.findDesk(kind).orElseThrow();
        return access.findQuality(desk.id(), QualityKind.SOCIAL_SECURITY)
                .orElseThrow()
                .id();
    }

    private Answer open(Person reader) {
        return browsers.signedIn(reader).get("/cases/" + number);
    }

    /** The buttons of the page, in their order. */
    private String buttons(Person reader) {
        return String.join(
                ", ", open(reader).page().select(".app-now .govuk-button").eachText());
    }

    private static Map<String, String> opinion(String opinion, String reasons) {
        return Map.of("opinion", opinion, "reasons", reasons);
    }

    /** Sends the form as it was shown, whatever has happened since. */
    private Answer send(Browser browser, Answer form, String task, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_version", form.page().selectFirst("input[name=_version]").val());
        all.put("_csrf", form.page().selectFirst("main input[name=_csrf]").val());
        return browser.postWithoutToken("/cases/" + number + "/" + task, all);
    }
}
