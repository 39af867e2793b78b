package be.designations.dpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import be.designations.access.ResponsibilityKind;
import be.designations.calendar.Days;
import be.designations.casework.Cases;
import be.designations.casework.DossierNumber;
import be.designations.casework.WorkItems;
import be.designations.casework.WorkKind;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import be.designations.localmanager.LocalManagerProcess;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.testing.CpasWorld;
import be.designations.testing.Mails;
import be.designations.testing.ProcessElements.DpdDesignation;
import be.designations.testing.ProcessElements.LocalManagerChange;
import be.designations.testing.ProcessTrace;
import be.designations.testing.WholeApplication;
import com.icegreen.greenmail.util.GreenMail;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The designation through real services, engine, database and mail server: a trace of steps and what they change. */
class DpdDesignationProcessIT extends WholeApplication {

    @Autowired
    private DpdDesignations designations;

    @Autowired
    private DpdDrafts drafts;

    @Autowired
    private DpdRegister register;

    @Autowired
    private Cases cases;

    @Autowired
    private WorkItems workItems;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private GreenMail mailServer;

    private CpasWorld world;
    private ProcessTrace trace;

    @BeforeEach
    void aCpasWithItsPeople() {
        world = worlds.cpas();
        trace = new ProcessTrace(engine);
    }

    @Test
    void an_approved_candidate_becomes_local_manager_with_a_basis() {
        DossierNumber number = submitted();
        assertThat(trace.of(number)).isWaitingAtExactly(DpdDesignation.TASK_GIVE_OPINION);
        assertThat(task(trace.of(number)))
                .as("who does it stands in the work item, not in the engine")
                .isNotAssigned();
        assertThat(trace.timers(number)).as("by when, too").isEmpty();
        assertThat(status(number)).isEqualTo("dpd.awaiting-opinion");

        acts.take(CpasWorld.as(world.reviewer), number, false);
        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Compétent et disponible");
        assertThat(trace.of(number)).isWaitingAtExactly(DpdDesignation.TASK_DECIDE);

        acts.decide(CpasWorld.as(world.approver), number, null, true, null);
        assertThat(trace.of(number))
                .isWaitingAtExactly(DpdDesignation.CALL_LOCAL_MANAGER_CHANGE)
                .calledProcessInstance()
                .isWaitingAtExactly(LocalManagerChange.TASK_CHANGE_LOCAL_MANAGER);
        assertThat(register.dataProtectionOfficer(world.cpas.id(), now())).contains(world.candidate.id());
        assertThat(localManager()).isEqualTo(world.localManager.id());

        acts.changeLocalManager(world.forCpas(world.principalManager), number, world.candidate.niss(), false);
        assertThat(localManager()).isEqualTo(world.candidate.id());
        assertThat(status(number)).isEqualTo("dpd.completed");
        assertThat(trace.of(number))
                .isEnded()
                .hasPassedInOrder(
                        DpdDesignation.EVENT_SUBMITTED,
                        DpdDesignation.TASK_CONFIRM_RECEIPT,
                        DpdDesignation.TASK_GIVE_OPINION,
                        DpdDesignation.TASK_UPDATE_REGISTER,
                        DpdDesignation.TASK_NOTIFY_OPINION,
                        DpdDesignation.TASK_DECIDE,
                        DpdDesignation.TASK_START_MANDATE,
                        DpdDesignation.TASK_NOTIFY_APPROVAL,
                        DpdDesignation.CALL_LOCAL_MANAGER_CHANGE,
                        DpdDesignation.TASK_CLOSE_DOSSIER,
                        DpdDesignation.EVENT_DESIGNATED)
                .hasNotPassed(DpdDesignation.TASK_COMPLETE_FILE, DpdDesignation.EVENT_MANDATE_BEGUN);
        assertThat(basisOfLocalManager())
                .isEqualTo(new BasisRow(
                        number.value(), world.principalManager.id().value().toString()));
    }

    @Test
    void everybody_concerned_gets_a_real_mail() {
        DossierNumber number = submitted();
        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        acts.decide(CpasWorld.as(world.approver), number, null, true, null);
        acts.changeLocalManager(world.forCpas(world.principalManager), number, world.candidate.niss(), false);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(Mails.arrived(mailServer, number))
                .contains(
                        "bcss@test.example",
                        "spp-is@test.example",
                        world.cpas.email(),
                        String.valueOf(world.head.email()),
                        String.valueOf(world.principalManager.email()),
                        String.valueOf(world.coPrincipalManager.email()),
                        String.valueOf(world.localManager.email()),
                        String.valueOf(world.candidate.email()),
                        "qualite@test.example"));
    }

    @Test
    void a_refusal_ends_the_case_and_changes_no_access() {
        DossierNumber number = submitted();
        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, false, "Trop peu de temps");

        assertThatThrownBy(() -> acts.decide(CpasWorld.as(world.approver), number, null, false, "  "))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("dpd.reason-missing");
        acts.decide(CpasWorld.as(world.approver), number, null, false, "Avis défavorable suivi");

        assertThat(status(number)).isEqualTo("dpd.refused");
        assertThat(trace.of(number))
                .isEnded()
                .hasPassedInOrder(
                        DpdDesignation.TASK_DECIDE, DpdDesignation.TASK_NOTIFY_REFUSAL, DpdDesignation.EVENT_REFUSED)
                .hasNotPassed(DpdDesignation.TASK_START_MANDATE, DpdDesignation.CALL_LOCAL_MANAGER_CHANGE);
        assertThat(localManager()).isEqualTo(world.localManager.id());
        assertThat(register.dataProtectionOfficer(world.cpas.id(), now())).contains(world.localManager.id());
    }

    @Test
    void after_a_refusal_the_next_draft_starts_filled_in_and_follows_it() {
        DossierNumber number = submitted();
        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, false, "Non");
        acts.decide(CpasWorld.as(world.approver), number, null, false, "Non");

        DpdApplication next = designations.startDraft(world.forCpas(world.head), world.cpas.id());

        assertThat(next.answers().text("candidateNiss"))
                .isEqualTo(world.candidate.niss().value());
        assertThat(next.previous()).isEqualTo(view(number).application().id());
    }

    @Test
    void bcss_asks_the_cpas_to_complete_and_the_opinion_waits_again() {
        DossierNumber number = submitted();
        acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?");
        assertThat(trace.of(number)).isWaitingAtExactly(DpdDesignation.TASK_COMPLETE_FILE);
        assertThat(status(number)).isEqualTo("dpd.awaiting-completion");

        assertThatThrownBy(() -> acts.complete(CpasWorld.as(world.reviewer), number, null, "Master"))
                .isInstanceOf(NotAllowedException.class);
        acts.complete(world.forCpas(world.coPrincipalManager), number, null, "Master en droit");

        assertThat(trace.of(number)).isWaitingAtExactly(DpdDesignation.TASK_GIVE_OPINION);
        assertThat(acts.view(CpasWorld.as(world.reviewer), number).waits())
                .singleElement()
                .satisfies(wait -> assertThat(wait.answer()).isEqualTo("Master en droit"));
    }

    @Test
    void a_file_that_is_not_completed_in_time_lapses() {
        DossierNumber number = submitted();
        acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?");

        trace.fire(number, DpdDesignation.EVENT_COMPLETION_OVERDUE);

        assertThat(status(number)).isEqualTo("dpd.lapsed");
        assertThat(trace.of(number))
                .isEnded()
                .hasPassedInOrder(
                        DpdDesignation.EVENT_COMPLETION_OVERDUE, DpdDesignation.TASK_LAPSE, DpdDesignation.EVENT_LAPSED)
                .hasNotPassed(DpdDesignation.TASK_UPDATE_REGISTER);
        assertThat(openWork(number, DpdCase.COMPLETE_FILE)).isFalse();
        assertThatThrownBy(() -> acts.complete(world.forCpas(world.head), number, null, "Trop tard"))
                .isInstanceOf(AlreadyHandledException.class);
        submitted();
    }

    @Test
    void the_cpas_withdraws_until_the_decision_and_then_no_more() {
        DossierNumber number = submitted();
        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        acts.withdraw(world.forCpas(world.principalManager), number, null, "Le candidat renonce");

        assertThat(status(number)).isEqualTo("dpd.withdrawn");
        assertThat(trace.of(number))
                .isEnded()
                .hasPassedInOrder(DpdDesignation.EVENT_WITHDRAWN, DpdDesignation.EVENT_CLOSED_WITHDRAWN);
        assertThatThrownBy(() -> acts.decide(CpasWorld.as(world.approver), number, null, true, null))
                .isInstanceOf(AlreadyHandledException.class);

        DossierNumber second = approved();
        assertThatThrownBy(() -> acts.withdraw(world.forCpas(world.head), second, null, "Trop tard"))
                .isInstanceOf(AlreadyHandledException.class);
        assertThat(status(second)).isEqualTo("dpd.approved");
    }

    @Test
    void a_cpas_has_one_open_application_at_a_time() {
        DossierNumber number = submitted();

        assertThatThrownBy(() -> designations.startDraft(world.forCpas(world.head), world.cpas.id()))
                .isInstanceOf(RejectedException.class)
                .satisfies(refused -> assertThat(((RejectedException) refused)
                                .rejections()
                                .get(0)
                                .arguments())
                        .containsExactly(number.value()));
    }

    @Test
    void an_application_that_is_sent_twice_is_sent_once() {
        DpdApplication draft = draft(world.answers());
        DossierNumber first = designations.submit(world.forCpas(world.head), draft.id(), draft.version());
        DossierNumber second = designations.submit(world.forCpas(world.head), draft.id(), draft.version());

        assertThat(second).isEqualTo(first);
        assertThat(trace.of(first)).as("the only process").isActive();
    }

    @Test
    void a_mandate_that_is_to_begin_later_begins_then() {
        LocalDate day = LocalDate.now(Days.BRUSSELS).plusMonths(2);
        DpdApplication draft = draft(world.answers().with("startDate", day.toString()));
        DossierNumber number = designations.submit(world.forCpas(world.head), draft.id(), draft.version());
        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        acts.decide(CpasWorld.as(world.approver), number, null, true, null);

        assertThat(trace.of(number)).isWaitingAtExactly(DpdDesignation.EVENT_MANDATE_BEGUN);
        assertThat(register.dataProtectionOfficer(world.cpas.id(), now())).contains(world.localManager.id());
        assertThatThrownBy(() -> acts.changeLocalManager(
                        world.forCpas(world.principalManager), number, world.candidate.niss(), false))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_newer_mandate_takes_the_place_of_one_whose_local_manager_was_not_changed() {
        DossierNumber first = approved();
        Person other = world.person("Olga");
        DpdApplication draft = draft(CpasWorld.answersFor(other));
        DossierNumber second = designations.submit(world.forCpas(world.head), draft.id(), draft.version());
        acts.giveOpinion(CpasWorld.as(world.reviewer), second, null, true, "Bien");
        acts.decide(CpasWorld.as(world.approver), second, null, true, null);

        assertThat(status(first)).isEqualTo("dpd.superseded");
        assertThat(trace.of(first))
                .isEnded()
                .hasPassed(DpdDesignation.EVENT_SUPERSEDED)
                .hasNotPassed(DpdDesignation.EVENT_DESIGNATED);
        assertThat(openWork(first, LocalManagerProcess.CHANGE_LOCAL_MANAGER)).isFalse();
        assertThat(mails.told(first, "dpd-change-superseded"))
                .containsExactlyInAnyOrder(world.principalManager.email(), world.coPrincipalManager.email());
        assertThat(mails.about(first))
                .filteredOn(mail -> mail.kind().equals("dpd-change-superseded"))
                .allSatisfy(mail -> assertThat(mail.text())
                        .contains(world.candidate.displayName(), other.displayName(), "/cases/" + first));
        assertThatThrownBy(() -> acts.changeLocalManager(
                        world.forCpas(world.principalManager), first, world.candidate.niss(), false))
                .isInstanceOfSatisfying(AlreadyHandledException.class, late -> {
                    assertThat(late.by()).isNull();
                    assertThat(late.status()).isEqualTo("dpd.superseded");
                });
        acts.changeLocalManager(world.forCpas(world.principalManager), second, other.niss(), false);
        assertThat(localManager()).isEqualTo(other.id());
    }

    @Test
    void nobody_is_told_of_a_change_that_was_not_asked_yet() {
        String later = LocalDate.now(Days.BRUSSELS).plusMonths(2).toString();
        DossierNumber first = acts.approved(world, world.answers().with("startDate", later));
        acts.approved(world, CpasWorld.answersFor(world.person("Olga")));

        assertThat(status(first)).isEqualTo("dpd.superseded");
        assertThat(mails.told(first, "dpd-change-superseded")).isEmpty();
    }

    @Test
    void nobody_gives_an_opinion_on_their_own_candidacy_or_cpas() {
        Person reviewerOfTheCpas = world.official("Rita", OrganisationKind.BCSS, "DPD_REVIEWER");
        world.give(reviewerOfTheCpas, ResponsibilityKind.USER, world.socialAction.id());
        world.giveRight(
                world.candidate,
                "DPD_REVIEWER",
                access.findQuality(
                                directory
                                        .findDesk(OrganisationKind.BCSS)
                                        .orElseThrow()
                                        .id(),
                                be.designations.access.QualityKind.SOCIAL_SECURITY)
                        .orElseThrow()
                        .id());
        DossierNumber number = submitted();

        assertThatThrownBy(() -> acts.giveOpinion(CpasWorld.as(world.candidate), number, null, true, "Oui"))
                .hasMessage("dpd.official-is-candidate");
        assertThatThrownBy(() -> acts.giveOpinion(CpasWorld.as(reviewerOfTheCpas), number, null, true, "Oui"))
                .hasMessage("dpd.official-is-tied-to-cpas");
        assertThatThrownBy(() -> acts.giveOpinion(CpasWorld.as(world.approver), number, null, true, "Oui"))
                .hasMessage("dpd.not-a-reviewer");
        assertThat(trace.of(number)).isWaitingAtExactly(DpdDesignation.TASK_GIVE_OPINION);
    }

    @Test
    void an_approver_who_submitted_does_not_decide() {
        world.giveRight(
                world.coPrincipalManager,
                "DPD_APPROVER",
                access.findQuality(
                                directory
                                        .findDesk(OrganisationKind.SPP_IS)
                                        .orElseThrow()
                                        .id(),
                                be.designations.access.QualityKind.SOCIAL_SECURITY)
                        .orElseThrow()
                        .id());
        DpdApplication draft = draft(world.answers());
        DossierNumber number =
                designations.submit(world.forCpas(world.coPrincipalManager), draft.id(), draft.version());
        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");

        assertThatThrownBy(() -> acts.decide(CpasWorld.as(world.coPrincipalManager), number, null, true, null))
                .hasMessage("dpd.official-is-submitter");
        assertThat(status(number)).isEqualTo("dpd.awaiting-decision");
    }

    @Test
    void a_dossier_that_a_colleague_has_is_left_alone_until_taken_over() {
        DossierNumber number = submitted();
        acts.take(CpasWorld.as(world.reviewer), number, false);

        assertThatThrownBy(() -> acts.take(CpasWorld.as(world.otherReviewer), number, false))
                .hasMessage("casework.taken-by-other");
        assertThatThrownBy(() -> acts.giveOpinion(CpasWorld.as(world.otherReviewer), number, null, true, "Bien"))
                .hasMessage("casework.taken-by-other");
        acts.take(CpasWorld.as(world.otherReviewer), number, true);
        acts.giveOpinion(CpasWorld.as(world.otherReviewer), number, null, true, "Bien");

        assertThat(view(number).opinion()).isNotNull();
    }

    @Test
    void the_desk_is_reminded_at_half_time_and_the_delay_escalates_at_the_end_each_once() {
        DossierNumber number = submitted();

        acts.remind(number, DpdCase.GIVE_OPINION);
        acts.escalate(number, DpdCase.GIVE_OPINION);

        assertThat(acts.view(CpasWorld.as(world.reviewer), number).timeline())
                .extracting(entry -> entry.event())
                .contains("reminded.task_give-opinion", "overdue.task_give-opinion");
        assertThat(trace.of(number))
                .as("nothing is decided by a machine")
                .isWaitingAtExactly(DpdDesignation.TASK_GIVE_OPINION);
    }

    @Test
    void an_older_page_decides_nothing() {
        DossierNumber number = submitted();
        int seen = acts.view(CpasWorld.as(world.reviewer), number).dossier().version();
        acts.askCompletion(CpasWorld.as(world.reviewer), number, seen, "Quel diplôme ?");
        acts.complete(world.forCpas(world.head), number, null, "Master");

        assertThatThrownBy(() -> acts.askCompletion(CpasWorld.as(world.reviewer), number, seen, "Quel diplôme ?"))
                .isInstanceOf(AlreadyHandledException.class);
    }

    /** D32 */
    @Test
    void number_and_name_of_a_candidate_are_compared_when_it_is_sent_and_a_few_times_only() {
        Actor filer = world.forCpas(world.head);
        DpdApplication draft = draft(world.answers().with("candidateLastName", "Personne"));

        // Once when it was saved.
        for (int i = 0; i < 9; i++) {
            assertThatThrownBy(() -> designations.submit(filer, draft.id(), draft.version()))
                    .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                            .containsExactly(Rejection.ofField("dpd.name-does-not-match", "candidateLastName")));
        }
        DpdApplication right = designations.saveDraft(filer, draft.id(), draft.version(), world.answers());
        assertThatThrownBy(() -> designations.submit(filer, right.id(), right.version()))
                .as("the right name, too")
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                        .extracting(Rejection::code, Rejection::field)
                        .containsExactly(tuple("management.too-many-look-ups", "candidateNiss")));
        assertThat(jdbc.sql("select count(*) from audit_event where actor_person = :by"
                                + " and operation = 'dpd.look-up-missed'")
                        .param("by", world.head.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);

        DossierNumber sent = designations.submit(world.forCpas(world.principalManager), right.id(), right.version());
        assertThat(acts.application(world.forCpas(world.head), sent).candidate().id())
                .isEqualTo(world.candidate.id());
    }

    @Test
    void a_draft_that_breaks_rules_is_not_sent_and_says_each_of_them() {
        DpdApplication draft = draft(world.answers()
                .with("hoursPerWeek", "3")
                .with("reportsToHead", "NO")
                .with("candidateNiss", world.head.niss().value())
                .with("startDate", LocalDate.now(Days.BRUSSELS).plusDays(30).toString())
                .with("endDate", LocalDate.now(Days.BRUSSELS).plusDays(20).toString()));

        assertThatThrownBy(() -> designations.submit(world.forCpas(world.head), draft.id(), draft.version()))
                .isInstanceOf(RejectedException.class)
                .satisfies(refused -> assertThat(((RejectedException) refused).rejections())
                        .extracting(rejection -> rejection.code())
                        .containsExactlyInAnyOrder(
                                "dpd.too-few-hours",
                                "dpd.does-not-report-to-head",
                                "dpd.candidate-is-head",
                                "dpd.end-before-start"));
        assertThat(drafts.find(world.forCpas(world.head), draft.id()).status()).isEqualTo(ApplicationStatus.DRAFT);
    }

    @Test
    void people_of_another_cpas_are_told_that_there_is_no_such_dossier() {
        DossierNumber number = submitted();
        CpasWorld other = worlds.cpas();

        for (Person foreign : List.of(other.head, other.principalManager, other.localManager, world.user)) {
            assertThatThrownBy(() -> acts.application(CpasWorld.as(foreign), number))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> acts.withdraw(CpasWorld.as(foreign), number, null, "Raison"))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(status(number)).isEqualTo("dpd.awaiting-opinion");
    }

    @Test
    void variables_only_route() {
        DossierNumber number = approved();

        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .list())
                .filteredOn(variable -> Set.of(DpdDesignationProcess.KEY, "local-manager-change")
                        .contains(variable.getProcessDefinitionKey()))
                .extracting(variable -> variable.getName())
                .isNotEmpty()
                .isSubsetOf(Set.of(
                        "opinionOutcome",
                        "decisionOutcome",
                        "mandateStartsLater",
                        "mandateStart",
                        "alreadyLocalManager"));
        assertThat(number).isNotNull();
    }

    private DpdApplication draft(FormValues answers) {
        return acts.draft(world.forCpas(world.head), answers);
    }

    private DossierNumber submitted() {
        return acts.submit(world.forCpas(world.head), world.answers());
    }

    private DossierNumber approved() {
        return acts.approved(world, world.answers());
    }

    private DossierView view(DossierNumber number) {
        return acts.application(CpasWorld.as(world.reviewer), number);
    }

    private String status(DossierNumber number) {
        return cases.find(number).orElseThrow().status();
    }

    private boolean openWork(DossierNumber number, WorkKind kind) {
        return workItems
                .findOpen(cases.find(number).orElseThrow().id())
                .filter(item -> item.kind().equals(kind))
                .isPresent();
    }

    private PersonId localManager() {
        return access.localManager(world.socialAction.id(), now()).orElseThrow().person();
    }

    private static Instant now() {
        return Instant.now();
    }

    private record BasisRow(String dossier, String decidedBy) {}

    private BasisRow basisOfLocalManager() {
        return jdbc.sql("""
                        select f.dossier_number, b.decided_by from responsibility r join basis b on b.id = r.basis_id
                          join case_file f on f.id = b.case_id
                         where r.quality_id = :quality and r.kind = 'LOCAL_MANAGER' and r.valid_until is null""")
                .param("quality", world.socialAction.id().value())
                .query((row, n) -> new BasisRow(row.getString(1), row.getString(2)))
                .single();
    }
}
