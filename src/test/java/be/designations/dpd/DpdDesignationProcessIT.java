package be.designations.dpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import be.designations.access.AccessModel;
import be.designations.access.ResponsibilityKind;
import be.designations.casework.Cases;
import be.designations.casework.Deadlines;
import be.designations.casework.DossierNumber;
import be.designations.casework.WorkItemKind;
import be.designations.casework.WorkItems;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import be.designations.localmanager.LocalManagerChanges;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.testing.CpasWorld;
import be.designations.testing.IntegrationTest;
import com.icegreen.greenmail.util.GreenMail;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The designation through real services, engine, database and mail server: a trace of steps and what they change. */
@IntegrationTest
class DpdDesignationProcessIT {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Directory directory;

    @Autowired
    private AccessModel access;

    @Autowired
    private DpdDesignations designations;

    @Autowired
    private DpdDossiers dossiers;

    @Autowired
    private DpdRegister register;

    @Autowired
    private MandateExpiry mandateExpiry;

    @Autowired
    private LocalManagerChanges localManagerChanges;

    @Autowired
    private Cases cases;

    @Autowired
    private WorkItems workItems;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    @Autowired
    private GreenMail mailServer;

    private CpasWorld world;

    @BeforeEach
    void aCpasWithItsPeople() {
        world = new CpasWorld(jdbc, directory, access);
    }

    @Test
    void an_approved_candidate_becomes_local_manager_with_a_basis() {
        DossierNumber number = submitted();
        assertThat(waitsAt(number)).containsExactly("task_give-opinion");
        assertThat(status(number)).isEqualTo("dpd.awaiting-opinion");

        designations.take(CpasWorld.as(world.reviewer), number, false);
        designations.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Compétent et disponible");
        assertThat(waitsAt(number)).containsExactly("task_decide");

        designations.decide(CpasWorld.as(world.approver), number, null, true, null);
        assertThat(waitsAt(number)).contains("task_change-local-manager");
        assertThat(register.dataProtectionOfficer(world.cpas.id(), now())).contains(world.candidate.id());
        assertThat(localManager()).isEqualTo(world.localManager.id());

        localManagerChanges.change(world.forCpas(world.principalManager), number, world.candidate.niss(), false);
        assertThat(localManager()).isEqualTo(world.candidate.id());
        assertThat(status(number)).isEqualTo("dpd.completed");
        assertThat(ended(number)).isTrue();
        assertThat(passed(number))
                .containsSubsequence(
                        "event_submitted",
                        "task_confirm-receipt",
                        "task_give-opinion",
                        "task_update-register",
                        "task_notify-opinion",
                        "task_decide",
                        "task_start-mandate",
                        "task_notify-approval",
                        "task_close-dossier",
                        "event_designated");
        assertThat(basisOfLocalManager())
                .isEqualTo(new BasisRow(
                        number.value(), world.principalManager.id().value().toString()));
    }

    @Test
    void everybody_concerned_gets_a_real_mail() {
        DossierNumber number = submitted();
        designations.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        designations.decide(CpasWorld.as(world.approver), number, null, true, null);
        localManagerChanges.change(world.forCpas(world.principalManager), number, world.candidate.niss(), false);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(mailedTo(number))
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
        designations.giveOpinion(CpasWorld.as(world.reviewer), number, null, false, "Trop peu de temps");

        assertThatThrownBy(() -> designations.decide(CpasWorld.as(world.approver), number, null, false, "  "))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("dpd.reason-missing");
        designations.decide(CpasWorld.as(world.approver), number, null, false, "Avis défavorable suivi");

        assertThat(status(number)).isEqualTo("dpd.refused");
        assertThat(ended(number)).isTrue();
        assertThat(passed(number)).contains("task_notify-refusal", "event_refused");
        assertThat(localManager()).isEqualTo(world.localManager.id());
        assertThat(register.dataProtectionOfficer(world.cpas.id(), now())).contains(world.localManager.id());
    }

    @Test
    void after_a_refusal_the_next_draft_starts_filled_in_and_follows_it() {
        DossierNumber number = submitted();
        designations.giveOpinion(CpasWorld.as(world.reviewer), number, null, false, "Non");
        designations.decide(CpasWorld.as(world.approver), number, null, false, "Non");

        DpdApplication next = designations.startDraft(world.forCpas(world.head), world.cpas.id());

        assertThat(next.answers().text("candidateNiss"))
                .isEqualTo(world.candidate.niss().value());
        assertThat(next.previous()).isEqualTo(view(number).application().id());
    }

    @Test
    void bcss_asks_the_cpas_to_complete_and_the_opinion_waits_again() {
        DossierNumber number = submitted();
        designations.askCompletion(CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?");
        assertThat(waitsAt(number)).containsExactly("task_complete-file");
        assertThat(status(number)).isEqualTo("dpd.awaiting-completion");

        assertThatThrownBy(() -> designations.complete(CpasWorld.as(world.reviewer), number, null, "Master"))
                .isInstanceOf(NotAllowedException.class);
        designations.complete(world.forCpas(world.coPrincipalManager), number, null, "Master en droit");

        assertThat(waitsAt(number)).containsExactly("task_give-opinion");
        assertThat(view(number).completionRequests()).singleElement().satisfies(request -> assertThat(request.answer())
                .isEqualTo("Master en droit"));
    }

    @Test
    void a_file_that_is_not_completed_in_time_lapses() {
        DossierNumber number = submitted();
        designations.askCompletion(CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?");

        fireTimer(number, "event_completion-overdue");

        assertThat(status(number)).isEqualTo("dpd.lapsed");
        assertThat(ended(number)).isTrue();
        assertThat(openWork(number, WorkItemKind.COMPLETE_FILE)).isFalse();
        assertThatThrownBy(() -> designations.complete(world.forCpas(world.head), number, null, "Trop tard"))
                .isInstanceOf(AlreadyHandledException.class);
        submitted();
    }

    @Test
    void the_cpas_withdraws_until_the_decision_and_then_no_more() {
        DossierNumber number = submitted();
        designations.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        designations.withdraw(world.forCpas(world.principalManager), number, null, "Le candidat renonce");

        assertThat(status(number)).isEqualTo("dpd.withdrawn");
        assertThat(ended(number)).isTrue();
        assertThat(passed(number)).contains("event_withdrawn", "event_closed-withdrawn");
        assertThatThrownBy(() -> designations.decide(CpasWorld.as(world.approver), number, null, true, null))
                .isInstanceOf(AlreadyHandledException.class);

        DossierNumber second = approved();
        assertThatThrownBy(() -> designations.withdraw(world.forCpas(world.head), second, null, "Trop tard"))
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
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(first.value())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_mandate_that_is_to_begin_later_begins_then() {
        LocalDate day = LocalDate.now(Deadlines.BRUSSELS).plusMonths(2);
        DpdApplication draft = draft(world.answers().with("startDate", day.toString()));
        DossierNumber number = designations.submit(world.forCpas(world.head), draft.id(), draft.version());
        designations.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        designations.decide(CpasWorld.as(world.approver), number, null, true, null);

        assertThat(waitsAt(number)).containsExactly("event_mandate-begun");
        assertThat(register.dataProtectionOfficer(world.cpas.id(), now())).contains(world.localManager.id());
        assertThatThrownBy(() -> localManagerChanges.change(
                        world.forCpas(world.principalManager), number, world.candidate.niss(), false))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_newer_mandate_takes_the_place_of_one_whose_local_manager_was_not_changed() {
        DossierNumber first = approved();
        Person other = world.person("Olga");
        DpdApplication draft = draft(CpasWorld.answersFor(other));
        DossierNumber second = designations.submit(world.forCpas(world.head), draft.id(), draft.version());
        designations.giveOpinion(CpasWorld.as(world.reviewer), second, null, true, "Bien");
        designations.decide(CpasWorld.as(world.approver), second, null, true, null);

        assertThat(status(first)).isEqualTo("dpd.superseded");
        assertThat(ended(first)).isTrue();
        assertThat(openWork(first, WorkItemKind.CHANGE_LOCAL_MANAGER)).isFalse();
        assertThatThrownBy(() -> localManagerChanges.change(
                        world.forCpas(world.principalManager), first, world.candidate.niss(), false))
                .isInstanceOf(AlreadyHandledException.class);
        localManagerChanges.change(world.forCpas(world.principalManager), second, other.niss(), false);
        assertThat(localManager()).isEqualTo(other.id());
    }

    @Test
    void an_officer_who_is_local_manager_already_needs_no_change_and_gains_a_basis() {
        DpdApplication draft = draft(CpasWorld.answersFor(world.localManager));
        DossierNumber number = designations.submit(world.forCpas(world.head), draft.id(), draft.version());
        designations.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Renouvellement");
        designations.decide(CpasWorld.as(world.approver), number, null, true, null);

        assertThat(status(number)).isEqualTo("dpd.completed");
        assertThat(ended(number)).isTrue();
        assertThat(localManager()).isEqualTo(world.localManager.id());
        assertThat(jdbc.sql("""
                                select count(*) from responsibility_confirmation c
                                  join basis b on b.id = c.basis_id join case_file f on f.id = b.case_id
                                 where f.dossier_number = :number""")
                        .param("number", number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_user_of_the_quality_becomes_local_manager_only_when_the_removal_is_confirmed() {
        world.give(world.candidate, ResponsibilityKind.USER, world.socialAction.id());
        world.giveRight(world.candidate, "SOCIAL_WORKER", world.socialAction.id());
        DossierNumber number = approved();
        Actor principalManager = world.forCpas(world.principalManager);
        assertThat(localManagerChanges.preview(principalManager, number).needsRemoval())
                .isTrue();

        assertThatThrownBy(() -> localManagerChanges.change(principalManager, number, world.candidate.niss(), false))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("localmanager.removal-not-confirmed");
        assertThat(localManager()).isEqualTo(world.localManager.id());
        localManagerChanges.change(principalManager, number, world.candidate.niss(), true);

        assertThat(localManager()).isEqualTo(world.candidate.id());
        assertThat(access.responsibilitiesIn(world.socialAction.id(), world.candidate.id(), now()))
                .extracting(held -> held.kind())
                .containsExactly(ResponsibilityKind.LOCAL_MANAGER);
        assertThat(access.rights(world.socialAction.id(), world.candidate.id(), now()))
                .isEmpty();
    }

    @Test
    void a_local_manager_who_is_not_the_officer_is_refused() {
        DossierNumber number = approved();

        assertThatThrownBy(() -> localManagerChanges.change(
                        world.forCpas(world.principalManager), number, world.user.niss(), true))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("access.local-manager-is-not-dpd");
        assertThat(localManager()).isEqualTo(world.localManager.id());
        assertThat(openWork(number, WorkItemKind.CHANGE_LOCAL_MANAGER)).isTrue();
    }

    @Test
    void only_the_principal_and_co_principal_access_manager_change_the_local_manager() {
        DossierNumber number = approved();
        for (Person forbidden : List.of(world.head, world.localManager, world.candidate)) {
            assertThatThrownBy(() ->
                            localManagerChanges.change(CpasWorld.as(forbidden), number, world.candidate.niss(), false))
                    .isInstanceOfAny(NotAllowedException.class, NotFoundException.class);
        }
        CpasWorld other = new CpasWorld(jdbc, directory, access);
        assertThatThrownBy(() -> localManagerChanges.change(
                        other.forCpas(other.principalManager), number, world.candidate.niss(), false))
                .isInstanceOf(NotFoundException.class);

        localManagerChanges.change(world.forCpas(world.coPrincipalManager), number, world.candidate.niss(), false);
        assertThat(localManager()).isEqualTo(world.candidate.id());
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

        assertThatThrownBy(() -> designations.giveOpinion(CpasWorld.as(world.candidate), number, null, true, "Oui"))
                .hasMessage("dpd.official-is-candidate");
        assertThatThrownBy(() -> designations.giveOpinion(CpasWorld.as(reviewerOfTheCpas), number, null, true, "Oui"))
                .hasMessage("dpd.official-is-tied-to-cpas");
        assertThatThrownBy(() -> designations.giveOpinion(CpasWorld.as(world.approver), number, null, true, "Oui"))
                .hasMessage("dpd.not-a-reviewer");
        assertThat(waitsAt(number)).containsExactly("task_give-opinion");
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
        designations.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");

        assertThatThrownBy(() -> designations.decide(CpasWorld.as(world.coPrincipalManager), number, null, true, null))
                .hasMessage("dpd.official-is-submitter");
        assertThat(status(number)).isEqualTo("dpd.awaiting-decision");
    }

    @Test
    void a_dossier_that_a_colleague_has_is_left_alone_until_taken_over() {
        DossierNumber number = submitted();
        designations.take(CpasWorld.as(world.reviewer), number, false);

        assertThatThrownBy(() -> designations.take(CpasWorld.as(world.otherReviewer), number, false))
                .hasMessage("dpd.taken-by-other");
        assertThatThrownBy(
                        () -> designations.giveOpinion(CpasWorld.as(world.otherReviewer), number, null, true, "Bien"))
                .hasMessage("dpd.taken-by-other");
        designations.take(CpasWorld.as(world.otherReviewer), number, true);
        designations.giveOpinion(CpasWorld.as(world.otherReviewer), number, null, true, "Bien");

        assertThat(view(number).opinion()).isNotNull();
    }

    @Test
    void the_desk_is_reminded_at_half_time_and_the_delay_escalates_at_the_end_each_once() {
        DossierNumber number = submitted();

        fireTimer(number, "remindAt('GIVE_OPINION')");
        fireTimer(number, "dueAt('GIVE_OPINION')");

        assertThat(view(number).timeline())
                .extracting(entry -> entry.event())
                .contains("reminded.task_give-opinion", "overdue.task_give-opinion");
        assertThat(waitsAt(number)).as("nothing is decided by a machine").containsExactly("task_give-opinion");
    }

    @Test
    void an_older_page_decides_nothing() {
        DossierNumber number = submitted();
        int seen = view(number).application().version();
        designations.askCompletion(CpasWorld.as(world.reviewer), number, seen, "Quel diplôme ?");
        designations.complete(world.forCpas(world.head), number, null, "Master");

        assertThatThrownBy(
                        () -> designations.askCompletion(CpasWorld.as(world.reviewer), number, seen, "Quel diplôme ?"))
                .isInstanceOf(AlreadyHandledException.class);
    }

    @Test
    void a_draft_that_breaks_rules_is_not_sent_and_says_each_of_them() {
        DpdApplication draft = draft(world.answers()
                .with("hoursPerWeek", "3")
                .with("reportsToHead", "NO")
                .with("candidateNiss", world.head.niss().value())
                .with(
                        "startDate",
                        LocalDate.now(Deadlines.BRUSSELS).plusDays(30).toString())
                .with("endDate", LocalDate.now(Deadlines.BRUSSELS).plusDays(20).toString()));

        assertThatThrownBy(() -> designations.submit(world.forCpas(world.head), draft.id(), draft.version()))
                .isInstanceOf(RejectedException.class)
                .satisfies(refused -> assertThat(((RejectedException) refused).rejections())
                        .extracting(rejection -> rejection.code())
                        .containsExactlyInAnyOrder(
                                "dpd.too-few-hours",
                                "dpd.does-not-report-to-head",
                                "dpd.candidate-is-head",
                                "dpd.end-before-start"));
        assertThat(dossiers.draft(world.forCpas(world.head), draft.id()).status())
                .isEqualTo(ApplicationStatus.DRAFT);
    }

    @Test
    void people_of_another_cpas_are_told_that_there_is_no_such_dossier() {
        DossierNumber number = submitted();
        CpasWorld other = new CpasWorld(jdbc, directory, access);

        for (Person foreign : List.of(other.head, other.principalManager, other.localManager, world.user)) {
            assertThatThrownBy(() -> dossiers.view(CpasWorld.as(foreign), number))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> designations.withdraw(CpasWorld.as(foreign), number, null, "Raison"))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(status(number)).isEqualTo("dpd.awaiting-opinion");
    }

    @Test
    void a_mandate_that_ends_without_successor_is_told_once_and_switches_nothing_off() throws Exception {
        DpdApplication draft = draft(world.answers()
                .with("endDate", LocalDate.now(Deadlines.BRUSSELS).plusDays(30).toString()));
        DossierNumber number = designations.submit(world.forCpas(world.head), draft.id(), draft.version());
        designations.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        designations.decide(CpasWorld.as(world.approver), number, null, true, null);
        localManagerChanges.change(world.forCpas(world.principalManager), number, world.candidate.niss(), false);
        jdbc.sql("""
                        update dpd_mandate set valid_until = now()
                         where organisation_id = :cpas and person_id = :person""")
                .param("cpas", world.cpas.id().value())
                .param("person", world.candidate.id().value())
                .update();

        mandateExpiry.noteExpired();
        mandateExpiry.noteExpired();

        assertThat(jdbc.sql("""
                                select to_address from notification
                                 where kind = 'mandate-without-successor' and subject like :number || '%'""")
                        .param("number", number.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "bcss@test.example",
                        "spp-is@test.example",
                        world.principalManager.email(),
                        world.coPrincipalManager.email());
        assertThat(register.dataProtectionOfficer(world.cpas.id(), now())).isEmpty();
        assertThat(localManager()).isEqualTo(world.candidate.id());
    }

    @Test
    void variables_only_route() {
        DossierNumber number = approved();

        assertThat(history.createHistoricVariableInstanceQuery().list())
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
        Actor head = world.forCpas(world.head);
        DpdApplication draft = designations.startDraft(head, world.cpas.id());
        return designations.saveDraft(head, draft.id(), draft.version(), answers);
    }

    private DossierNumber submitted() {
        DpdApplication draft = draft(world.answers());
        return designations.submit(world.forCpas(world.head), draft.id(), draft.version());
    }

    private DossierNumber approved() {
        DossierNumber number = submitted();
        designations.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        designations.decide(CpasWorld.as(world.approver), number, null, true, null);
        return number;
    }

    private DossierView view(DossierNumber number) {
        return dossiers.view(CpasWorld.as(world.reviewer), number);
    }

    private String status(DossierNumber number) {
        return cases.find(number).orElseThrow().status();
    }

    private boolean openWork(DossierNumber number, WorkItemKind kind) {
        return workItems
                .findOpen(cases.find(number).orElseThrow().id())
                .filter(item -> item.kind() == kind)
                .isPresent();
    }

    private PersonId localManager() {
        return access.localManager(world.socialAction.id(), now()).orElseThrow().person();
    }

    private static Instant now() {
        return Instant.now();
    }

    private List<String> waitsAt(DossierNumber number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value()).list().stream()
                .flatMap(instance -> Arrays.stream(
                        runtime.getActivityInstance(instance.getId()).getChildActivityInstances()))
                .map(activity -> activity.getActivityId())
                .filter(step -> !step.equals("call_local-manager-change"))
                .toList();
    }

    private boolean ended(DossierNumber number) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .count()
                == 0;
    }

    private List<String> passed(DossierNumber number) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number.value()).list().stream()
                .flatMap(instance -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .orderPartiallyByOccurrence()
                        .asc()
                        .list()
                        .stream())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private void fireTimer(DossierNumber number, String element) {
        List<String> instances =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value()).list().stream()
                        .map(instance -> instance.getProcessInstanceId())
                        .toList();
        List<Job> timers = instances.stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance).list().stream())
                .filter(job -> jobElement(job).contains(element))
                .toList();
        assertThat(timers)
                .as(() -> element + " among "
                        + instances.stream()
                                .flatMap(instance ->
                                        management.createJobQuery().processInstanceId(instance).list().stream())
                                .map(this::jobElement)
                                .toList())
                .hasSize(1);
        management.executeJob(timers.get(0).getId());
    }

    /** The id of a timer event; for a timer on a task, the id of the listener that it calls. */
    private String jobElement(Job job) {
        var definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        return definition.getActivityId() + "|" + definition.getJobConfiguration();
    }

    private List<String> mailedTo(DossierNumber number) throws Exception {
        return Arrays.stream(mailServer.getReceivedMessages())
                .filter(mail -> subject(mail).contains(number.value()))
                .map(DpdDesignationProcessIT::recipient)
                .toList();
    }

    private static String subject(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String recipient(jakarta.mail.internet.MimeMessage mail) {
        try {
            return ((jakarta.mail.internet.InternetAddress) mail.getAllRecipients()[0]).getAddress();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
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
