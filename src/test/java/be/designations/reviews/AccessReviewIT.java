package be.designations.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import be.designations.access.QualityId;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Rights;
import be.designations.calendar.Days;
import be.designations.casework.CaseDesk;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Person;
import be.designations.management.Managers;
import be.designations.reviews.ReviewAnswers.Verdict;
import be.designations.reviews.ReviewStore.PartCounts;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.testing.ApiCaller;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.Mails;
import be.designations.testing.ProcessTrace;
import be.designations.testing.WholeApplication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Campaigns: through pages, API, services, engine, database and mails. */
class AccessReviewIT extends WholeApplication {

    private static final String ROLE = "SOCIAL_WORKER";

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private CampaignJobs jobs;

    @Autowired
    private ReviewStore store;

    @Autowired
    private CaseDesk desk;

    @Autowired
    private Rights rights;

    @Autowired
    private Managers managers;

    @Autowired
    private ProcessEngine engine;

    private final LocalDate today = Days.of(Instant.now());
    private CpasWorld world;
    private ProcessTrace trace;
    private Person ada;
    private Person ben;

    @BeforeEach
    void aQualityWithTwoUsers() {
        trace = new ProcessTrace(engine);
        world = worlds.cpas();
        ada = userWithRight("Ada");
        ben = userWithRight("Ben");
    }

    @Test
    void a_manager_starts_one_by_page_and_the_others_answer_with_a_preview_until_it_is_done() {
        Browser principal = browsers.signedIn(world.principalManager);
        assertThat(principal.get("/reviews").text()).contains("Aucune campagne", "Lancer une campagne");
        assertThat(principal.get("/reviews/new").text()).contains("CPAS de Testville");
        assertThat(principal.get("/reviews/new/" + entity()).text()).contains("Ce qui n’est pas confirmé à temps");
        Map<String, String> answers = days("lastDay", today.plusDays(2));
        answers.putAll(Map.of("name", "Revue 2026", "unconfirmed", "END", "reason", "Chaque année"));
        Browser.Answer early = principal.post("/reviews/new/" + entity(), answers);
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("les gestionnaires doivent avoir le temps");
        answers.putAll(days("lastDay", lastDay()));
        Browser.Answer check = principal.post("/reviews/new/" + entity(), answers);
        assertThat(check.text()).contains("droits 2, personnes 2, qualités 1", "prennent fin");
        Map<String, String> all = hidden(check);
        all.put("_action", check.page().selectFirst("button[value^=start:]").val());
        Browser.Answer started = principal.post("/reviews/new/" + entity(), all);
        assertThat(principal.post("/reviews/new/" + entity(), all).location())
                .as("a second click")
                .isEqualTo(started.location());
        assertThat(principal.follow(started).text()).contains("Revue 2026", "Droits réglés : 0 sur 2");

        DossierNumber number = dossier(campaignOf(started));
        assertThat(trace.of(number)).isWaitingAt("task_review-rights");
        assertThat(mails.told(number, "review-asked")).containsExactly(world.localManager.email());
        assertThat(work(world.localManager)).contains(number.value());

        Browser manager = browsers.signedIn(world.localManager);
        String page = "/cases/" + number + "/answer";
        Browser.Answer list = manager.get(page);
        assertThat(list.page().select("input[name=rights]")).hasSize(2);
        assertThat(manager.post(page, Map.of("answer", "CONFIRM")).text()).contains("Cochez au moins une réponse");
        String ofAda = rightOf(ada);
        assertThat(manager.post(page, Map.of("rights", ofAda, "answer", "TAKE_BACK"))
                        .text())
                .contains("Dites pourquoi vous reprenez ces droits");
        Browser.Answer preview = manager.post(page, Map.of("rights", ofAda, "answer", "CONFIRM"));
        assertThat(preview.text()).contains("Droits confirmés, qui restent : 1", "Ada");
        assertThat(manager.follow(
                                manager.post(page, Map.of("rights", ofAda, "answer", "CONFIRM", "_action", "confirm")))
                        .text())
                .contains("Les droits sont confirmés");
        assertThat(trace.of(number)).isWaitingAt("task_review-rights");
        manager.post(
                page,
                Map.of(
                        "rights",
                        rightOf(ben),
                        "answer",
                        "TAKE_BACK",
                        "reason",
                        "A changé de service",
                        "_action",
                        "confirm"));

        assertThat(trace.of(number)).isEnded().hasPassed("event_all-answered", "task_close-review");
        assertThat(trace.variables(number)).isEmpty();
        assertThat(running(ada)).isTrue();
        assertThat(running(ben)).isFalse();
        assertThat(endedBy(ben)).isEqualTo("review-taken-back A changé de service " + number);
        assertThat(told(ben, "review-taken-back"))
                .singleElement()
                .asString()
                .contains("Revue 2026", "A changé de service");
        assertThat(told(ada, "review-taken-back")).isEmpty();
        jobs.closeAll();
        assertThat(told(world.principalManager, "review-closed"))
                .singleElement()
                .asString()
                .contains("Droits : 2", "confirmés : 1", "repris : 1");
        Browser.Answer result = principal.get(started.location().orElseThrow());
        assertThat(result.text()).contains("Terminée", "Droits réglés : 2 sur 2", "100 %", number.value());
        assertThat(result.page().select("svg.app-bar rect.app-bar__CONFIRMED").attr("width"))
                .isEqualTo("500");
        assertThat(principal.get(started.location().orElseThrow() + ".csv").body())
                .contains(number.value(), "\"2\";\"0\";\"1\";\"1\";\"0\";\"0\";\"0\"");
    }

    /** D47. */
    @Test
    void what_is_not_confirmed_ends_on_the_day_if_the_campaign_says_so() {
        CampaignId id = start(world.principalManager, true);
        DossierNumber number = dossier(id);
        answer(world.localManager, number, Verdict.CONFIRM, ada);

        over(id);
        jobs.closeAll();
        jobs.closeAll();

        assertThat(trace.of(number)).isEnded().hasPassed("event_campaign-ended");
        assertThat(running(ada)).isTrue();
        assertThat(running(ben)).isFalse();
        assertThat(endedBy(ben)).isEqualTo("review-not-confirmed Revue – Parce que " + number);
        assertThat(told(ben, "review-not-confirmed")).hasSize(1);
        assertThat(counts(id)).isEqualTo(new Counts(2, 0, 1, 0, 0, 1, 0));
        assertThat(status(number)).isEqualTo("LAPSED");
        assertThat(told(world.principalManager, "review-closed")).hasSize(1);
        assertThat(api.as(world.localManager)
                        .post(answerOf(number), body("CONFIRM", rightOf(ben)))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void or_is_listed_as_unanswered() {
        CampaignId id = start(world.principalManager, false);
        over(id);
        jobs.closeAll();

        assertThat(running(ada)).isTrue();
        assertThat(counts(id)).isEqualTo(new Counts(2, 0, 0, 0, 0, 0, 2));
        assertThat(browsers.signedIn(world.principalManager)
                        .get("/reviews/" + id.value())
                        .text())
                .contains("Sans réponse");
    }

    /** D45. */
    @Test
    void nothing_ends_by_the_decision_of_who_manages_nothing_there_any_more() {
        CampaignId id = start(world.principalManager, true);
        jdbc.sql("update responsibility set valid_until = now() where person_id = :person")
                .param("person", world.principalManager.id().value())
                .update();
        over(id);
        jobs.closeAll();

        assertThat(running(ada)).isTrue();
        assertThat(counts(id)).isEqualTo(new Counts(2, 0, 0, 0, 0, 0, 2));
        assertThat(browsers.signedIn(world.coPrincipalManager)
                        .get("/reviews/" + id.value())
                        .text())
                .contains("Sans réponse");
    }

    /** D45. */
    @Test
    void nobody_answers_for_their_own_right() {
        world.giveRight(world.principalManager, "CTMS_CONSULTATION", world.socialAction.id());
        DossierNumber number = dossier(start(world.principalManager, true));
        String own = rightOf(world.principalManager);

        assertThat(api.as(world.principalManager)
                        .post(answerOf(number), body("CONFIRM", own))
                        .issues())
                .containsExactly("rights: reviews.own-right");
        Browser browser = browsers.signedIn(world.principalManager);
        assertThat(browser.get("/cases/" + number + "/answer").text()).contains("C’est votre propre droit");
        assertThat(browser.post("/cases/" + number + "/answer", Map.of("rights", own, "answer", "CONFIRM"))
                        .text())
                .contains("Votre propre droit");
        assertThat(api.as(world.coPrincipalManager)
                        .post(answerOf(number), body("CONFIRM", own))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void of_two_managers_at_once_each_right_has_one_answer() throws Exception {
        CampaignId id = start(world.principalManager, true);
        DossierNumber number = dossier(id);
        List<String> outcomes = atOnce(
                () -> outcome(() -> answer(world.localManager, number, Verdict.CONFIRM, ada)),
                () -> outcome(() -> answer(world.principalManager, number, Verdict.TAKE_BACK, ada)));

        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes)
                .filteredOn(one -> one.contains("reviews.answered-already"))
                .hasSize(1);
        Counts counts = counts(id);
        assertThat(counts.confirmed() + counts.takenBack()).isEqualTo(1);
        assertThat(running(ada)).isEqualTo(counts.confirmed() == 1);
        assertThat(told(ada, "review-taken-back")).hasSize(counts.takenBack());
    }

    @Test
    void who_is_blocked_while_they_wait_answers_nothing() {
        CampaignId id = start(world.principalManager, true);
        DossierNumber number = dossier(id);
        UUID local = access.responsibilitiesIn(world.socialAction.id(), world.localManager.id(), Instant.now())
                .get(0)
                .id();

        var answer = waitingFor(
                () -> managers.block(as(world.principalManager), local, null),
                () -> answer(world.localManager, number, Verdict.TAKE_BACK, ada));

        assertThatThrownBy(answer::join).hasCauseInstanceOf(NotAllowedException.class);
        assertThat(running(ada)).isTrue();
        assertThat(counts(id).open()).isEqualTo(2);
    }

    /** Whoever changes what people have, in whatever quality, locks the people. */
    @Test
    void what_ends_while_the_answer_waits_for_the_person_is_not_taken_back() {
        DossierNumber number = dossier(start(world.principalManager, true));

        var answer = waitingFor(
                () -> endUnderItsLock(ada), () -> answer(world.localManager, number, Verdict.TAKE_BACK, ada));

        assertThatThrownBy(answer::join)
                .hasCauseInstanceOf(RejectedException.class)
                .hasMessageContaining("reviews.ended-already");
        assertThat(told(ada, "review-taken-back")).isEmpty();
    }

    @Test
    void and_is_not_said_to_end_for_want_of_an_answer() {
        CampaignId id = start(world.principalManager, true);
        over(id);

        waitingFor(() -> endUnderItsLock(ada), () -> jobs.closeAll()).join();

        assertThat(counts(id)).isEqualTo(new Counts(2, 0, 0, 0, 1, 1, 0));
        assertThat(told(ada, "review-not-confirmed")).isEmpty();
        assertThat(told(ben, "review-not-confirmed")).hasSize(1);
    }

    private void endUnderItsLock(Person person) {
        rights.lock(List.of(person.id()));
        jdbc.sql("update role_assignment set valid_until = now() where person_id = :person")
                .param("person", person.id().value())
                .update();
    }

    @Test
    void what_ended_meanwhile_drops_out_and_what_was_granted_later_is_not_asked() {
        CampaignId id = start(world.principalManager, true);
        DossierNumber number = dossier(id);
        Person late = userWithRight("Lena", Instant.now());
        answer(world.localManager, number, Verdict.CONFIRM, ada);
        assertThat(actions(world.localManager, number)).doesNotContain("FINISH");
        jdbc.sql("update role_assignment set valid_until = now() where person_id = :person")
                .param("person", ben.id().value())
                .update();

        assertThat(counts(id)).isEqualTo(new Counts(2, 0, 1, 0, 1, 0, 0));
        assertThatThrownBy(() -> answer(world.localManager, number, Verdict.CONFIRM, ben))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("reviews.ended-already");
        assertThat(actions(world.localManager, number)).contains("FINISH");
        desk.perform(as(world.localManager), number, "finish", null, new ReviewFinish(null));
        assertThat(trace.of(number)).isEnded();
        assertThat(status(number)).isEqualTo("REVIEWED");
        assertThat(running(late)).isTrue();
    }

    /** D45: the dossier is at the desk of the quality. */
    @Test
    void a_manager_who_leaves_leaves_the_dossier_to_whoever_follows_and_else_to_the_entity() {
        DossierNumber number = dossier(start(world.principalManager, true));
        api.as(world.localManager).put("/api/v1/dossiers/" + number + "/assignment", "{}");
        jdbc.sql("update responsibility set valid_until = now() where person_id = :person")
                .param("person", world.localManager.id().value())
                .update();

        assertThat(work(world.localManager)).doesNotContain(number.value());
        assertThat(api.as(world.localManager)
                        .post(answerOf(number), body("CONFIRM", rightOf(ada)))
                        .status())
                .isEqualTo(404);
        assertThat(work(world.principalManager)).contains(number.value());
        Person successor = world.person("Sonia");
        world.give(successor, ResponsibilityKind.CO_LOCAL_MANAGER, world.socialAction.id());
        assertThat(work(successor)).contains(number.value());
        answer(successor, number, Verdict.CONFIRM, ada, ben);
        assertThat(trace.of(number)).isEnded();
    }

    /** D14, D46. */
    @Test
    void managers_are_reminded_and_those_of_the_entity_are_told_when_it_is_late() {
        CampaignId id = start(world.principalManager, true);
        DossierNumber number = dossier(id);
        acts.remind(number, AccessReviewCase.REVIEW_RIGHTS);
        acts.escalate(number, AccessReviewCase.REVIEW_RIGHTS);

        assertThat(mails.told(number, "work-item-reminder")).containsExactly(world.localManager.email());
        assertThat(mails.only(number, "work-item-reminder").text()).contains("Revue", "prend fin");
        assertThat(mails.told(number, "work-item-overdue"))
                .containsExactlyInAnyOrder(
                        world.localManager.email(), world.principalManager.email(), world.coPrincipalManager.email());
        assertThat(store.partCounts(id)).isEqualTo(new PartCounts(1, 0, 0, 1));
        assertThat(browsers.signedIn(world.principalManager)
                        .get("/reviews/" + id.value() + "?show=late")
                        .text())
                .contains("En retard", number.value());
    }

    /** D59. */
    @Test
    void a_campaign_is_stopped_with_a_reason_and_what_has_no_answer_stays() {
        CampaignId id = start(world.principalManager, true);
        DossierNumber number = dossier(id);
        answer(world.localManager, number, Verdict.TAKE_BACK, ada);
        Browser principal = browsers.signedIn(world.principalManager);
        String page = "/reviews/" + id.value();
        assertThat(principal.get(page).page().select("a[href$=/stop]").text()).isEqualTo("Arrêter la campagne");
        assertThat(principal.get(page + "/stop").text()).contains("aucun droit ne prend fin");
        Browser.Answer untold = principal.post(page + "/stop", Map.of("reason", " "));
        assertThat(untold.status()).isEqualTo(422);
        assertThat(untold.page().select(".govuk-error-message")).hasSize(1);
        assertThat(trace.of(number)).isWaitingAt("task_review-rights");

        Browser.Answer stopped = principal.post(page + "/stop", Map.of("reason", "Mauvaise liste"));

        assertThat(principal
                        .post(page + "/stop", Map.of("reason", "Mauvaise liste"))
                        .location())
                .as("a second click")
                .isEqualTo(stopped.location());
        assertThat(principal.follow(stopped).text())
                .contains(
                        "Arrêtée par", "Mauvaise liste", "Réponses données avant l’arrêt : 1 sur 2", "reste, signalé");
        assertThat(principal.get(page).page().select("a[href$=/stop]")).isEmpty();
        assertThat(trace.of(number)).isEnded().hasPassed("event_campaign-ended");
        assertThat(status(number)).isEqualTo("STOPPED");
        assertThat(browsers.signedIn(world.localManager).get("/cases/" + number).text())
                .contains("Campagne arrêtée", "Mauvaise liste");
        over(id);
        jobs.closeAll();
        assertThat(running(ada)).as("an answer that was given").isFalse();
        assertThat(running(ben)).isTrue();
        assertThat(told(ben, "review-not-confirmed")).isEmpty();
        assertThat(counts(id)).isEqualTo(new Counts(2, 0, 0, 1, 0, 0, 1));
        assertThat(api.as(world.localManager)
                        .post(answerOf(number), body("CONFIRM", rightOf(ben)))
                        .status())
                .isEqualTo(409);
        assertThat(api.as(world.coPrincipalManager)
                        .post("/api/v1/reviews/" + id.value() + "/stop", "{'reason': 'Encore'}")
                        .text("/code"))
                .isEqualTo("reviews.stopped-already");
        assertThat(jdbc.sql("select after ->> 'reason' from audit_event where operation = 'reviews.campaign-stopped'"
                                + " and subject_id = :id")
                        .param("id", id.value().toString())
                        .query(String.class)
                        .list())
                .containsExactly("Mauvaise liste");
    }

    /** D59: own and foreign, allowed and forbidden, late. */
    @Test
    void who_manages_the_entity_stops_it_or_who_started_it_and_nobody_else() {
        CpasWorld foreign = worlds.cpas();
        CampaignId ofPrincipal = start(world.principalManager, true);
        for (Person stranger :
                List.of(world.localManager, world.head, world.user, ada, world.approver, foreign.principalManager)) {
            assertThat(stop(stranger, ofPrincipal).status())
                    .as(stranger.displayName())
                    .isEqualTo(404);
            assertThat(browsers.signedIn(stranger)
                            .get("/reviews/" + ofPrincipal.value() + "/stop")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(stop(world.coPrincipalManager, ofPrincipal).text("/stopReason"))
                .isEqualTo("Parce que");
        assertThat(stop(world.localManager, start(world.localManager, true)).status())
                .isEqualTo(200);
        assertThat(stop(world.principalManager, start(world.localManager, true)).status())
                .isEqualTo(200);
        CampaignId late = start(world.principalManager, false);
        over(late);
        assertThat(stop(world.principalManager, late).text("/code")).isEqualTo("reviews.campaign-over");
        jobs.closeAll();
        assertThat(stop(world.principalManager, late).status()).isEqualTo(409);
        assertThat(status(dossier(late))).isEqualTo("LAPSED");
    }

    @Test
    void what_was_not_opened_yet_is_not_opened_once_it_is_stopped() {
        CampaignId id = campaigns.start(
                as(world.approver),
                campaigns.everyCpas(as(world.approver)),
                new NewCampaign("Tous", Set.of(), Set.of(ROLE), lastDay(), true, "Contrôle"),
                new CampaignId(UUID.randomUUID()));
        jobs.open(id, 1);

        assertThat(stop(world.approver, id).status()).isEqualTo(200);
        jobs.openAll();
        jobs.closeAll();

        assertThat(store.partCounts(id)).isEqualTo(new PartCounts(1, 0, 1, 0));
        assertThat(running(ada)).isTrue();
    }

    @Test
    void of_a_stop_and_an_answer_at_once_the_answer_counts_or_is_refused() throws Exception {
        CampaignId id = start(world.principalManager, true);
        DossierNumber number = dossier(id);
        List<String> outcomes = atOnce(
                () -> outcome(() -> answer(world.localManager, number, Verdict.TAKE_BACK, ada)),
                () -> outcome(() -> campaigns.stop(as(world.principalManager), id, "Assez")));
        jobs.closeAll();

        assertThat(outcomes.get(1)).isEqualTo("done");
        boolean answered = outcomes.get(0).equals("done");
        assertThat(running(ada)).isEqualTo(!answered);
        assertThat(running(ben)).isTrue();
        assertThat(counts(id)).isEqualTo(new Counts(2, 0, 0, answered ? 1 : 0, 0, 0, answered ? 1 : 2));
    }

    /** D59: what comes of it is for who manages every quality that it asks. */
    @Test
    void who_started_it_and_manages_another_quality_by_now_reads_nothing_of_it() {
        CampaignId id = start(world.localManager, false);
        assertThat(campaigns.seen(as(world.localManager)))
                .extracting(Campaign::id)
                .contains(id);
        QualityId other = otherQuality();
        jdbc.sql("update responsibility set valid_until = now() where person_id = :person")
                .param("person", world.localManager.id().value())
                .update();
        world.give(world.localManager, ResponsibilityKind.LOCAL_MANAGER, other);

        Browser browser = browsers.signedIn(world.localManager);
        for (String path : List.of("", ".csv", "/stop")) {
            assertThat(browser.get("/reviews/" + id.value() + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(api.as(world.localManager)
                        .get("/api/v1/reviews/" + id.value() + "/qualities")
                        .status())
                .isEqualTo(404);
        assertThat(campaigns.seen(as(world.localManager))).isEmpty();
        over(id);
        jobs.closeAll();
        assertThat(told(world.localManager, "review-closed")).isEmpty();
        assertThat(campaigns.seen(as(world.principalManager)))
                .extracting(Campaign::id)
                .contains(id);
    }

    @Test
    void a_quality_whose_dossier_cannot_be_opened_keeps_no_other_from_being_reviewed() {
        CpasWorld other = worlds.cpas();
        other.giveRight(other.user, ROLE, other.socialAction.id());
        CampaignId id = campaigns.start(
                as(world.approver),
                campaigns.everyCpas(as(world.approver)),
                new NewCampaign("Tous", Set.of(), Set.of(ROLE), lastDay(), false, "Contrôle"),
                new CampaignId(UUID.randomUUID()));
        QualityId first = store.partsToOpen(id, 1).get(0);

        stuckRows.during("review_part", "quality_id", first.value(), () -> jobs.open(id, 10_000));
        assertThat(store.partsToOpen(id, 10)).containsExactly(first);

        jobs.openAll();
        assertThat(store.partCounts(id).toOpen()).isZero();
    }

    @Test
    void spp_is_reviews_every_cpas_in_the_background_step_by_step_and_once() {
        CpasWorld other = worlds.cpas();
        other.giveRight(other.user, ROLE, other.socialAction.id());
        CampaignId id = campaigns.start(
                as(world.approver),
                campaigns.everyCpas(as(world.approver)),
                new NewCampaign("Tous", Set.of(), Set.of(ROLE), lastDay(), false, "Contrôle"),
                new CampaignId(UUID.randomUUID()));

        PartCounts before = store.partCounts(id);
        assertThat(before.total()).isGreaterThanOrEqualTo(2).isEqualTo(before.toOpen());
        jobs.open(id, 1);
        assertThat(store.partCounts(id).toOpen()).isEqualTo(before.total() - 1);
        assertThat(browsers.signedIn(world.approver)
                        .get("/reviews/" + id.value())
                        .text())
                .contains("encore à ouvrir", "Tous les CPAS");
        jobs.open(id, 10_000);
        jobs.open(id, 10_000);
        jobs.openAll();

        assertThat(store.partCounts(id).toOpen()).isZero();
        assertThat(jdbc.sql("""
                        select count(*) from (select quality_id from review_part where campaign_id = :campaign
                                               group by quality_id having count(*) > 1) twice""")
                        .param("campaign", id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(work(other.localManager)).isNotEmpty();
        for (Person stranger : List.of(world.principalManager, world.localManager, world.reviewer, world.user)) {
            assertThat(api.as(stranger).get("/api/v1/reviews/" + id.value()).status())
                    .isEqualTo(404);
            assertThat(browsers.signedIn(stranger).get("/reviews/new/cpas").status())
                    .isEqualTo(404);
        }
        DossierNumber one = dossier(id, world.socialAction.id().value());
        assertThat(api.as(world.approver).get("/api/v1/dossiers/" + one).status())
                .as("SPP IS reads the numbers, not the people")
                .isEqualTo(404);
        assertThat(api.as(world.approver)
                        .get("/api/v1/reviews/" + id.value() + "/qualities")
                        .at("/items")
                        .findValuesAsText("dossier"))
                .isNotEmpty();
    }

    /** Own and foreign, allowed and forbidden. */
    @Test
    void who_starts_where() {
        CpasWorld foreign = worlds.cpas();
        String campaign =
                "{'entity': '" + entity() + "', 'name': 'R', 'lastDay': '" + lastDay() + "', 'reason': 'Parce que'}";
        for (Person stranger :
                List.of(world.head, world.user, ada, foreign.principalManager, foreign.localManager, world.approver)) {
            assertThat(api.as(stranger).post("/api/v1/reviews", campaign).status())
                    .isEqualTo(404);
            assertThat(browsers.signedIn(stranger)
                            .get("/reviews/new/" + entity())
                            .status())
                    .isEqualTo(404);
        }
        String everyCpas = "{'name': 'R', 'lastDay': '" + lastDay() + "', 'reason': 'x', 'preview': true}";
        assertThat(api.as(world.principalManager)
                        .post("/api/v1/reviews", everyCpas)
                        .status())
                .isEqualTo(404);
        assertThat(api.as(world.approver).post("/api/v1/reviews", everyCpas).status())
                .isEqualTo(200);
        for (Person manager : List.of(world.principalManager, world.coPrincipalManager, world.localManager)) {
            ApiCaller.Answer started = api.as(manager).post("/api/v1/reviews", campaign);
            assertThat(started.status()).as(started.body()).isEqualTo(201);
            String id = started.text("/id");
            assertThat(api.as(manager)
                            .get("/api/v1/reviews/" + id)
                            .at("/rights/total")
                            .asInt())
                    .isEqualTo(2);
            assertThat(api.as(foreign.principalManager)
                            .get("/api/v1/reviews/" + id)
                            .status())
                    .isEqualTo(404);
            assertThat(browsers.signedIn(foreign.principalManager)
                            .get("/reviews/" + id + ".csv")
                            .status())
                    .isEqualTo(404);
        }
        DossierNumber number = dossier(start(world.principalManager, true));
        for (Person stranger : List.of(world.head, ada, foreign.localManager)) {
            assertThat(api.as(stranger)
                            .get("/api/v1/dossiers/" + number + "/rights")
                            .status())
                    .isEqualTo(404);
            assertThat(api.as(stranger)
                            .post(answerOf(number), body("CONFIRM", rightOf(ada)))
                            .status())
                    .isEqualTo(404);
            assertThat(browsers.signedIn(stranger)
                            .get("/cases/" + number + "/answer")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(api.as(world.localManager)
                        .get("/api/v1/dossiers/" + number + "/rights?state=open&q=ada")
                        .at("/items")
                        .findValuesAsText("right"))
                .containsExactly(rightOf(ada));
    }

    @Test
    void what_cannot_be_started_or_answered_is_refused_at_its_field() {
        ApiCaller principal = api.as(world.principalManager);
        assertThat(principal
                        .post(
                                "/api/v1/reviews",
                                "{'entity': '" + entity() + "', 'name': '', 'lastDay': '" + today
                                        + "', 'reason': '', 'roles': ['NO_SUCH'], 'qualities': ['" + UUID.randomUUID()
                                        + "']}")
                        .issues())
                .containsExactlyInAnyOrder(
                        "name: reviews.name-missing",
                        "reason: reviews.campaign-reason-missing",
                        "lastDay: reviews.last-day",
                        "roles: reviews.role-unknown",
                        "qualities: reviews.quality-not-yours");
        assertThat(principal
                        .post(
                                "/api/v1/reviews",
                                "{'entity': '" + entity() + "', 'name': 'R', 'lastDay': '" + lastDay()
                                        + "', 'reason': 'x', 'roles': ['CTMS_CONSULTATION']}")
                        .issues())
                .containsExactly(": reviews.nothing-in-scope");
        DossierNumber number = dossier(start(world.principalManager, true));
        ApiCaller manager = api.as(world.localManager);
        assertThat(manager.post(answerOf(number), body("TAKE_BACK", rightOf(ada)))
                        .issues())
                .containsExactly("reason: reviews.reason-missing");
        assertThat(manager.post(
                                answerOf(number),
                                body("CONFIRM", UUID.randomUUID().toString()))
                        .issues())
                .containsExactly("rights: reviews.not-in-review");
        assertThat(manager.post(answerOf(number), body("CONFIRM", "no-id")).issues())
                .containsExactly("rights: reviews.not-in-review");
        assertThat(manager.post(answerOf(number), "{'answer': 'CONFIRM', 'rights': []}")
                        .status())
                .isEqualTo(400);
        assertThatThrownBy(() -> campaigns.everyCpas(as(world.localManager))).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Revues des droits, Confirmer ou reprendre des droits",
        "nl, Controles van de rechten, Rechten bevestigen of intrekken",
        "de, Prüfungen der Rechte, Rechte bestätigen oder zurücknehmen",
        "en, Reviews of rights, Confirm rights or take them back"
    })
    void its_pages_speak_four_languages(String language, String title, String work) {
        CampaignId id = start(world.principalManager, true);
        DossierNumber number = dossier(id);
        Browser browser = browsers.signedIn(world.principalManager);
        assertThat(browser.get("/reviews?lang=" + language).text())
                .contains(title)
                .doesNotContain("??");
        assertThat(browser.get("/work").text()).contains(work);
        for (String path : List.of(
                "/reviews/new",
                "/reviews/new/" + entity(),
                "/reviews/" + id.value(),
                "/reviews/" + id.value() + "/stop",
                "/cases/" + number,
                "/cases/" + number + "/answer",
                "/cases/" + number + "/answer?show=all")) {
            assertThat(browser.get(path).text()).as(path).doesNotContain("??");
        }
        assertThat(browser.post("/cases/" + number + "/answer", Map.of("rights", rightOf(ada), "answer", "CONFIRM"))
                        .text())
                .doesNotContain("??");
    }

    private CampaignId start(Person manager, boolean endsUnconfirmed) {
        CampaignId id = campaigns.start(
                as(manager),
                campaigns.scope(as(manager), world.cpas.enterpriseNumber()),
                new NewCampaign("Revue", Set.of(), Set.of(), lastDay(), endsUnconfirmed, "Parce que"),
                new CampaignId(UUID.randomUUID()));
        jobs.open(id, 10);
        return id;
    }

    private ApiCaller.Answer stop(Person person, CampaignId id) {
        return api.as(person).post("/api/v1/reviews/" + id.value() + "/stop", "{'reason': 'Parce que'}");
    }

    private QualityId otherQuality() {
        QualityId id = new QualityId(UUID.randomUUID());
        jdbc.sql("""
                        insert into quality (id, organisation_id, kind, identifier, email, activated_at)
                        values (:id, :organisation, 'YOUTH_CARE', :identifier, 'qualite@test.example', now())""")
                .param("id", id.value())
                .param("organisation", world.cpas.id().value())
                .param("identifier", entity())
                .update();
        return id;
    }

    private LocalDate lastDay() {
        return today.plusDays(40);
    }

    private void over(CampaignId id) {
        jdbc.sql("update review_campaign set started_at = now() - interval '40 days', ends_at = now() where id = :id")
                .param("id", id.value())
                .update();
    }

    private String answer(Person manager, DossierNumber number, Verdict verdict, Person... people) {
        return desk.perform(
                as(manager),
                number,
                "answer",
                null,
                new ReviewAnswers(verdict, Stream.of(people).map(this::rightOf).toList(), "Parce que"));
    }

    private Person userWithRight(String name) {
        return userWithRight(name, Instant.parse("2020-01-01T00:00:00Z"));
    }

    private Person userWithRight(String name, Instant from) {
        Person person = world.person(name);
        world.give(person, ResponsibilityKind.USER, world.socialAction.id());
        world.giveRight(person, ROLE, world.socialAction.id());
        jdbc.sql("update role_assignment set valid_from = :from where person_id = :person")
                .param("from", java.sql.Timestamp.from(from))
                .param("person", person.id().value())
                .update();
        return person;
    }

    private String rightOf(Person person) {
        return jdbc.sql("select id::text from role_assignment where person_id = :person")
                .param("person", person.id().value())
                .query(String.class)
                .single();
    }

    private boolean running(Person person) {
        return !rights.of(world.socialAction.id(), List.of(person.id()), Instant.now())
                .isEmpty();
    }

    /** Why the right of that person ended. */
    private String endedBy(Person person) {
        return jdbc.sql("""
                        select b.operation || ' ' || b.reason || ' ' || c.dossier_number
                          from role_assignment a join basis b on b.id = a.ended_basis_id join case_file c on c.id = b.case_id
                         where a.person_id = :person""")
                .param("person", person.id().value())
                .query(String.class)
                .single();
    }

    private List<String> told(Person person, String kind) {
        return mails.to(person.id()).stream()
                .filter(mail -> mail.kind().equals(kind))
                .map(Mails.Mail::text)
                .toList();
    }

    private Counts counts(CampaignId id) {
        return store.counts(id, Instant.now());
    }

    private CampaignId campaignOf(Browser.Answer started) {
        return new CampaignId(UUID.fromString(started.location().orElseThrow().replaceFirst(".*/reviews/", "")));
    }

    private DossierNumber dossier(CampaignId id) {
        return dossier(id, world.socialAction.id().value());
    }

    private DossierNumber dossier(CampaignId id, UUID quality) {
        return jdbc.sql("""
                        select c.dossier_number from review_part p join case_file c on c.id = p.case_id
                         where p.campaign_id = :campaign and p.quality_id = :quality""")
                .param("campaign", id.value())
                .param("quality", quality)
                .query(String.class)
                .optional()
                .map(DossierNumber::new)
                .orElseThrow();
    }

    private String status(DossierNumber number) {
        return api.as(world.localManager).get("/api/v1/dossiers/" + number).text("/status/code");
    }

    private List<String> actions(Person person, DossierNumber number) {
        List<String> actions = new ArrayList<>();
        api.as(person)
                .get("/api/v1/dossiers/" + number)
                .at("/allowedActions")
                .forEach(action -> actions.add(action.asText()));
        return actions;
    }

    private List<String> work(Person person) {
        return api.as(person).get("/api/v1/work-items?size=100").at("/items").findValuesAsText("dossier");
    }

    private String entity() {
        return world.cpas.enterpriseNumber().value();
    }

    private static String answerOf(DossierNumber number) {
        return "/api/v1/dossiers/" + number + "/answer";
    }

    private static String body(String answer, String right) {
        return "{'answer': '" + answer + "', 'rights': ['" + right + "']}";
    }

    private static Map<String, String> days(String field, LocalDate day) {
        return new HashMap<>(Map.of(
                field + "-day", Integer.toString(day.getDayOfMonth()),
                field + "-month", Integer.toString(day.getMonthValue()),
                field + "-year", Integer.toString(day.getYear())));
    }

    /** What the page of the check sends on unseen. */
    private static Map<String, String> hidden(Browser.Answer check) {
        Map<String, String> all = new HashMap<>();
        check.page().select("main form input[type=hidden]").forEach(input -> all.put(input.attr("name"), input.val()));
        all.remove("_csrf");
        return all;
    }

    private static Actor as(Person person) {
        return CpasWorld.as(person);
    }

    private static String outcome(Runnable step) {
        try {
            step.run();
            return "done";
        } catch (RejectedException refused) {
            return refused.getMessage();
        }
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<T>> running = Stream.of(one, other)
                    .map(call -> threads.submit(() -> {
                        start.await(10, TimeUnit.SECONDS);
                        return call.call();
                    }))
                    .toList();
            return List.of(
                    running.get(0).get(30, TimeUnit.SECONDS), running.get(1).get(30, TimeUnit.SECONDS));
        } finally {
            threads.shutdownNow();
        }
    }
}
