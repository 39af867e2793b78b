package be.designations.principalmanager;

import static be.designations.testing.EnterpriseWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import be.designations.access.Basis;
import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.access.Contact;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.casework.CaseList;
import be.designations.casework.CaseTypes;
import be.designations.casework.CaseView;
import be.designations.casework.Desk;
import be.designations.casework.Desks;
import be.designations.casework.DocumentKind;
import be.designations.casework.Documents;
import be.designations.casework.DossierNumber;
import be.designations.casework.TimelineEntry;
import be.designations.casework.WorkList;
import be.designations.deputies.Deputies;
import be.designations.deputies.NewDeputation;
import be.designations.directory.Actor;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.NewRelationship;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.RegisteredEnterprise;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.SignInLevel;
import be.designations.forms.FormDefinition;
import be.designations.forms.Forms;
import be.designations.forms.InvalidAnswersException;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.management.Designation.Incumbency;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.testing.CpasWorld;
import be.designations.testing.EnterpriseWorld;
import be.designations.testing.Mails.Mail;
import be.designations.testing.ProcessElements.PrincipalManagerDesignation;
import be.designations.testing.ProcessTrace;
import be.designations.testing.SampleFiles;
import be.designations.testing.TestRegister;
import be.designations.testing.TestRegister.Mood;
import be.designations.testing.WholeApplication;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The designation through real services, engine, database and mail server, for every answer of the register. */
class PrincipalManagerDesignationIT extends WholeApplication {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Autowired
    private PrincipalManagers principalManagers;

    @Autowired
    private Deputies deputies;

    @Autowired
    private MandateDocuments documents;

    @Autowired
    private Documents papers;

    @Autowired
    private Desks desks;

    @Autowired
    private WorkList workList;

    @Autowired
    private CaseTypes types;

    @Autowired
    private CaseList caseList;

    @Autowired
    private Capacities capacities;

    @Autowired
    private Forms forms;

    @Autowired
    private TestRegister register;

    @Autowired
    private ProcessEngine engine;

    private EnterpriseWorld world;
    private EnterpriseNumber number;
    private ProcessTrace trace;

    @BeforeEach
    void anEnterprise() {
        trace = new ProcessTrace(engine);
        world = worlds.enterprise();
        number = world.enterprise.enterpriseNumber();
    }

    @Test
    void a_representative_registers_the_enterprise_and_designates_themselves() {
        type(world.director, self("direction@alpha.example"));
        Review review = principalManagers.review(as(world.director), number);
        assertThat(review.managerName()).isEqualTo(world.director.displayName());
        assertThat(review.situation().incumbent()).isNull();

        DossierNumber dossier = send(world.director, null);

        assertThat(incumbent(world))
                .returns(world.director.id(), Responsibility::person)
                .returns(new Contact("direction@alpha.example", "02 123 45 67"), Responsibility::contact);
        assertThat(directory.registeredWithCsam(world.enterprise.id())).isPresent();
        assertThat(access.lastDecisionOn(incumbent(world).id()).orElseThrow())
                .returns("principal-manager-designated", Basis::operation)
                .returns("legal-function-in-register", Basis::legalBasis)
                .returns(world.director.id(), Basis::decidedBy);
        DesignationDossier view = acts.designation(as(world.director), dossier);
        assertThat(view.request().status()).isEqualTo(RequestStatus.DESIGNATED);
        assertThat(acts.view(as(world.director), dossier).dossier().closedAt()).isNotNull();
        assertThat(sent(dossier))
                .contains("principal-manager-designated direction@alpha.example fr")
                .contains("principal-manager-changed direction@alpha.example fr");
        assertThat(trace.of(dossier))
                .isEnded()
                .hasPassedInOrder(
                        PrincipalManagerDesignation.EVENT_REQUEST_FILED,
                        PrincipalManagerDesignation.TASK_CONSULT_REGISTER,
                        PrincipalManagerDesignation.TASK_DESIGNATE,
                        PrincipalManagerDesignation.TASK_NOTIFY_DESIGNATION,
                        PrincipalManagerDesignation.EVENT_DESIGNATED)
                .hasNotPassed(PrincipalManagerDesignation.TASK_VERIFY_MANDATE);
    }

    @Test
    void another_person_is_tied_to_the_enterprise_first_and_told_in_their_language() {
        type(world.director, other(world.stranger, "toegang@alpha.example"));
        assertThatThrownBy(() -> principalManagers.review(as(world.director), number))
                .isInstanceOfSatisfying(
                        InvalidAnswersException.class,
                        missing -> assertThat(missing.form().id()).isEqualTo("principal-manager-relationship"));
        assertThatThrownBy(() -> send(world.director, null)).isInstanceOf(InvalidAnswersException.class);
        assertThat(world.count("case_file")).isZero();

        type(world.director, "principal-manager-relationship", Map.of("category", "PERMANENT"));
        DossierNumber dossier = send(world.director, null);

        assertThat(incumbent(world).person()).isEqualTo(world.stranger.id());
        assertThat(directory.relationships(world.stranger.id(), world.enterprise.id(), Instant.now()))
                .containsExactly(RelationshipCategory.PERMANENT);
        assertThat(sent(dossier))
                .contains("principal-manager-designated toegang@alpha.example nl")
                .contains("principal-manager-request-done " + world.director.email() + " fr");
    }

    @Test
    void a_name_that_is_not_that_of_the_number_is_refused_and_nothing_is_told() {
        Map<String, String> typed = new HashMap<>(other(world.stranger, "toegang@alpha.example"));
        typed.put("lastName", "Personne");
        type(world.director, typed);
        type(world.director, "principal-manager-relationship", Map.of("category", "OFFICIAL"));

        assertThat(codes(() -> send(world.director, null))).containsExactly("principalmanager.name-does-not-match");
        assertThat(world.count("case_file")).isZero();
    }

    @Test
    void a_new_manager_replaces_the_former_one_at_that_instant_and_ceases_to_be_co_manager() {
        CpasWorld cpas = worlds.cpas();
        number = cpas.cpas.enterpriseNumber();
        type(cpas.head, other(cpas.coPrincipalManager, "direction@cpas.example"));
        type(cpas.head, "principal-manager-relationship", Map.of("category", "OFFICIAL"));
        Review review = principalManagers.review(as(cpas.head), number);
        assertThat(review.leavesCoManagement()).isTrue();
        Incumbent seen = review.situation().incumbent();
        assertThat(seen).isNotNull();

        DossierNumber dossier = send(cpas.head, seen.responsibility());

        assertThat(kinds(cpas.principalManager)).isEmpty();
        assertThat(kinds(cpas.coPrincipalManager)).containsExactly(CapacityKind.PRINCIPAL_ACCESS_MANAGER);
        assertThat(mailsTo(cpas.principalManager)).containsExactly("responsibility-ended");
        assertThat(acts.designation(as(cpas.head), dossier).formerManager())
                .extracting(Person::id)
                .isEqualTo(cpas.principalManager.id());
        assertThatThrownBy(() -> acts.designation(as(cpas.principalManager), dossier))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void what_waits_for_the_former_manager_waits_for_the_new_one_who_is_told_of_it() {
        CpasWorld cpas = worlds.cpas();
        number = cpas.cpas.enterpriseNumber();
        DossierNumber waiting = acts.approved(cpas, cpas.answers());
        assertThat(workOf(cpas.principalManager)).contains(waiting);
        type(cpas.head, self("direction@cpas.example"));

        Incumbent seen =
                principalManagers.review(as(cpas.head), number).situation().incumbent();
        DossierNumber dossier = send(cpas.head, seen == null ? null : seen.responsibility());

        assertThat(workOf(cpas.principalManager)).doesNotContain(waiting);
        assertThat(workOf(cpas.head)).contains(waiting);
        assertThat(mails.only(dossier, "principal-manager-designated").text()).contains(waiting.value());
    }

    @Test
    void a_representative_of_two_enterprises_designates_in_each_apart() {
        EnterpriseWorld second = worlds.enterprise();
        second.give(world.director, LegalFunctionKind.CHAIR);
        assertThat(principalManagers.represented(as(world.director)).orElseThrow())
                .extracting(represented -> represented.number())
                .containsExactlyInAnyOrder(number, second.enterprise.enterpriseNumber());

        type(world.director, self("direction@alpha.example"));
        send(world.director, null);

        assertThat(incumbent(world).person()).isEqualTo(world.director.id());
        assertThat(access.holders(
                        second.enterprise.id(), Set.of(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER), Instant.now()))
                .isEmpty();
    }

    @Test
    void the_same_click_twice_does_it_once() {
        type(world.director, self("direction@alpha.example"));

        DossierNumber first = send(world.director, null);
        DossierNumber second = send(world.director, null);

        assertThat(second).isEqualTo(first);
        assertThat(world.count("case_file")).isEqualTo(1);
    }

    @Test
    void whoever_is_it_already_is_told_so() {
        type(world.director, self("direction@alpha.example"));
        send(world.director, null);
        type(world.director, self("direction@alpha.example"));

        assertThat(codes(() -> send(world.director, incumbent(world).id())))
                .containsExactly("principalmanager.is-already");
    }

    @Test
    void who_comes_second_is_told_by_whom_another_was_designated() {
        type(world.director, self("direction@alpha.example"));
        type(world.otherDirector, self("directie@alpha.example"));
        send(world.director, null);

        assertThatThrownBy(() -> send(world.otherDirector, null))
                .isInstanceOfSatisfying(AlreadyHandledException.class, told -> assertThat(told.by())
                        .isEqualTo(world.director.displayName()));
        assertThat(incumbent(world).person()).isEqualTo(world.director.id());
        assertThat(principalManagers.situation(as(world.otherDirector), number).draft())
                .as("what was typed is kept")
                .isNotNull();
    }

    @Test
    void a_number_that_is_none_is_named_for_what_it_is() {
        EstablishmentUnitNumber unit = EstablishmentUnitNumber.withCheckDigits(29_999_998);

        assertThat(codes(() -> PrincipalManagers.numberOf(unit.value())))
                .containsExactly("principalmanager.number-of-establishment-unit");
        assertThat(codes(() -> PrincipalManagers.numberOf("0999.000.031")))
                .containsExactly("principalmanager.number-unreadable");
        assertThat(codes(() ->
                        principalManagers.situation(as(world.director), EnterpriseNumber.withCheckDigits(9_979_979))))
                .containsExactly("principalmanager.enterprise-unknown");
    }

    @Test
    void nothing_begins_for_an_enterprise_that_has_stopped_but_until_its_last_day() {
        LocalDate today = LocalDate.now(BRUSSELS);
        world.stop(today.plusDays(1));
        assertThat(principalManagers
                        .situation(as(world.director), number)
                        .representation()
                        .recognition())
                .isEqualTo(Recognition.RECOGNISED);
        type(world.director, self("direction@alpha.example"));

        world.stop(today);

        assertThat(codes(() -> principalManagers.situation(as(world.director), number)))
                .containsExactly("principalmanager.enterprise-stopped");
        assertThat(codes(() -> send(world.director, null))).containsExactly("principalmanager.enterprise-stopped");
        assertThat(world.count("case_file")).isZero();
    }

    @Test
    void whose_function_ended_yesterday_or_begins_tomorrow_goes_by_the_special_procedure() {
        world.endFunctions(world.director, Instant.now().minus(Duration.ofHours(1)));
        world.beginFunctions(world.otherDirector, Instant.now().plus(Duration.ofDays(1)));

        for (var expected : Map.of(
                        world.director, Recognition.FUNCTION_ENDED, world.otherDirector, Recognition.FUNCTION_TO_COME)
                .entrySet()) {
            Person person = expected.getKey();
            type(person, self("direction@alpha.example"));
            Situation situation = principalManagers.situation(as(person), number);
            assertThat(situation.representation().recognition()).isEqualTo(expected.getValue());
            assertThat(situation.representation().day()).isNotNull();
            assertThat(principalManagers.isSpecial(situation)).isTrue();
            assertThatThrownBy(() -> send(person, null)).isInstanceOf(InvalidAnswersException.class);
        }
        assertThat(world.count("case_file")).isZero();
    }

    @Test
    void who_is_not_recognised_does_not_learn_who_is_manager() {
        CpasWorld cpas = worlds.cpas();

        assertThat(principalManagers
                        .situation(as(world.stranger), cpas.cpas.enterpriseNumber())
                        .incumbent())
                .isNull();
        assertThat(principalManagers
                        .situation(as(cpas.head), cpas.cpas.enterpriseNumber())
                        .incumbent())
                .isNotNull();
    }

    @Test
    void without_a_sure_sign_in_even_a_representative_needs_documents() {
        Actor weak = new Actor(world.director.id(), null, new SignInLevel(400));

        assertThat(principalManagers.situation(weak, number).representation().recognition())
                .isEqualTo(Recognition.SIGN_IN_TOO_WEAK);
        assertThat(principalManagers.represented(weak)).contains(List.of());
    }

    /** D32 */
    @Test
    void sending_compares_number_and_name_a_few_times_only_and_each_miss_leaves_its_trace() {
        Map<String, String> typed = new HashMap<>(other(world.stranger, "direction@alpha.example"));
        typed.put("lastName", "Personne");
        type(world.director, typed);
        type(world.director, "principal-manager-relationship", Map.of("category", "OFFICIAL"));

        for (int i = 0; i < 10; i++) {
            assertThat(codes(() -> send(world.director, null))).containsExactly("principalmanager.name-does-not-match");
        }
        typed.put("lastName", world.stranger.lastName());
        type(world.director, typed);

        assertThat(codes(() -> send(world.director, null)))
                .as("the right name, too")
                .containsExactly("management.too-many-look-ups");
        assertThat(jdbc.sql("select count(*) from audit_event where actor_person = :by"
                                + " and operation = 'principal-manager.look-up-missed'")
                        .param("by", world.director.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
        assertThat(world.count("principal_manager_request")).isZero();
    }

    @Test
    void a_register_that_is_down_for_an_hour_is_asked_again_until_it_answers() {
        register.is(Mood.DOWN, number);
        type(world.director, self("direction@alpha.example"));
        DossierNumber dossier = send(world.director, null);
        assertThat(status(dossier)).isEqualTo(RequestStatus.AWAITING_REGISTER);
        assertThat(trace.of(dossier)).isWaitingAtExactly(PrincipalManagerDesignation.GATEWAY_WAIT);
        assertThat(mailsOf(dossier)).containsExactly("principal-manager-waiting");
        for (int attempt = 0; attempt < 12; attempt++) {
            askAgain(dossier);
            assertThat(status(dossier)).isEqualTo(RequestStatus.AWAITING_REGISTER);
        }
        assertThat(mailsOf(dossier)).containsExactly("principal-manager-waiting");

        register.answers(number);
        askAgain(dossier);

        assertThat(status(dossier)).isEqualTo(RequestStatus.DESIGNATED);
        assertThat(incumbent(world).person()).isEqualTo(world.director.id());
        assertThat(trace.of(dossier)).isEnded().hasPassed(PrincipalManagerDesignation.EVENT_DESIGNATED);
        assertThat(acts.designation(as(world.director), dossier).request().attempts())
                .isEqualTo(14);
    }

    @Test
    void a_register_that_answers_late_or_about_another_enterprise_is_silent() {
        for (Mood mood : List.of(Mood.SLOW, Mood.WRONG)) {
            register.is(mood, number);
            assertThat(principalManagers
                            .situation(as(world.director), number)
                            .representation()
                            .recognition())
                    .as(mood.name())
                    .isEqualTo(Recognition.REGISTER_SILENT);
        }
        register.answers(number);
    }

    @Test
    void when_the_register_answers_no_after_all_the_person_is_told_why() {
        register.is(Mood.DOWN, number);
        type(world.otherDirector, self("directie@alpha.example"));
        DossierNumber dossier = send(world.otherDirector, null);
        world.endFunctions(world.otherDirector, Instant.now().minus(Duration.ofDays(1)));

        register.answers(number);
        askAgain(dossier);

        assertThat(status(dossier)).isEqualTo(RequestStatus.NOT_RECOGNISED);
        assertThat(sent(dossier)).contains("principal-manager-not-recognised " + world.otherDirector.email() + " nl");
        assertThat(access.holders(
                        world.enterprise.id(), Set.of(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER), Instant.now()))
                .isEmpty();
        assertThat(trace.of(dossier))
                .isEnded()
                .hasPassed(PrincipalManagerDesignation.EVENT_NOT_RECOGNISED)
                .hasNotPassed(PrincipalManagerDesignation.TASK_DESIGNATE);
    }

    @Test
    void who_waits_for_the_register_does_not_replace_somebody_designated_meanwhile() {
        register.is(Mood.DOWN, number);
        type(world.otherDirector, self("directie@alpha.example"));
        DossierNumber waiting = send(world.otherDirector, null);
        register.answers(number);
        type(world.director, self("direction@alpha.example"));
        send(world.director, null);

        askAgain(waiting);

        assertThat(status(waiting)).isEqualTo(RequestStatus.OVERTAKEN);
        assertThat(incumbent(world).person()).isEqualTo(world.director.id());
        assertThat(mailsOf(waiting)).contains("principal-manager-overtaken");
        assertThat(trace.of(waiting))
                .isEnded()
                .hasPassed(PrincipalManagerDesignation.EVENT_OVERTAKEN)
                .hasNotPassed(PrincipalManagerDesignation.EVENT_DESIGNATED);
    }

    @Test
    void whoever_asked_takes_it_back_while_it_waits_and_nobody_else_does() {
        register.is(Mood.DOWN, number);
        type(world.director, self("direction@alpha.example"));
        DossierNumber dossier = send(world.director, null);
        register.answers(number);

        assertThatThrownBy(() -> acts.withdrawRequest(as(world.otherDirector), dossier, null))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> acts.withdrawRequest(as(world.stranger), dossier, null))
                .isInstanceOf(NotFoundException.class);
        acts.withdrawRequest(as(world.director), dossier, "Erreur");

        assertThat(status(dossier)).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(trace.of(dossier))
                .isEnded()
                .hasPassed(PrincipalManagerDesignation.EVENT_WITHDRAWN)
                .hasNotPassed(PrincipalManagerDesignation.EVENT_RETRY);
        assertThatThrownBy(() -> acts.withdrawRequest(as(world.director), dossier, null))
                .isInstanceOfSatisfying(AlreadyHandledException.class, told -> assertThat(told.bySelf())
                        .isTrue());
    }

    @Test
    void a_second_request_is_not_made_while_one_waits() {
        register.is(Mood.DOWN, number);
        type(world.director, self("direction@alpha.example"));
        DossierNumber waiting = send(world.director, null);
        register.answers(number);
        assertThat(principalManagers.situation(as(world.director), number).open())
                .isEqualTo(waiting);
        type(world.director, self("direction@alpha.example"));

        assertThat(codes(() -> send(world.director, null))).containsExactly("principalmanager.request-open");
    }

    @Test
    void support_verifies_a_mandate_on_documents_and_the_manager_is_designated() {
        Person support = support();
        DossierNumber dossier = claimed(world.stranger);
        assertThat(status(dossier)).isEqualTo(RequestStatus.AWAITING_VERIFICATION);
        assertThat(trace.of(dossier))
                .isWaitingAtExactly(PrincipalManagerDesignation.TASK_VERIFY_MANDATE)
                .hasPassed(PrincipalManagerDesignation.TASK_ANNOUNCE_REQUEST)
                .hasNotPassed(PrincipalManagerDesignation.TASK_CONSULT_REGISTER)
                .task()
                .as("who does it stands in the work item, not in the engine")
                .isNotAssigned();
        assertThat(workOf(support)).contains(dossier);
        assertThat(mailsOf(dossier)).containsExactly("mandate-request-received", "mandate-verification-asked");
        assertThat(acts.view(as(support), dossier))
                .returns(true, view -> view.may("verification"))
                .returns(1, view -> view.documents().size());

        acts.verify(as(support), dossier, null, true, null);

        assertThat(incumbent(world).person()).isEqualTo(world.stranger.id());
        assertThat(access.lastDecisionOn(incumbent(world).id()).orElseThrow())
                .returns(support.id(), Basis::decidedBy)
                .returns("mandate-verified-by-support", Basis::legalBasis);
        assertThat(status(dossier)).isEqualTo(RequestStatus.DESIGNATED);
        assertThat(trace.of(dossier))
                .isEnded()
                .hasPassedInOrder(
                        PrincipalManagerDesignation.TASK_VERIFY_MANDATE,
                        PrincipalManagerDesignation.TASK_DESIGNATE,
                        PrincipalManagerDesignation.EVENT_DESIGNATED);
        assertThat(workOf(support)).doesNotContain(dossier);
        assertThatThrownBy(() -> acts.verify(as(support()), dossier, null, false, "Trop tard"))
                .isInstanceOfSatisfying(AlreadyHandledException.class, told -> assertThat(told.by())
                        .isEqualTo(support.displayName()));
    }

    @Test
    void a_refusal_has_a_reason_which_whoever_asked_reads() {
        Person support = support();
        DossierNumber dossier = claimed(world.stranger);
        assertThat(codes(() -> acts.verify(as(support), dossier, null, false, "  ")))
                .containsExactly("principalmanager.refusal-without-reason");

        acts.verify(as(support), dossier, null, false, "L’acte est périmé.");

        assertThat(status(dossier)).isEqualTo(RequestStatus.REFUSED);
        assertThat(trace.of(dossier))
                .isEnded()
                .hasPassed(PrincipalManagerDesignation.EVENT_MANDATE_REFUSED)
                .hasNotPassed(PrincipalManagerDesignation.TASK_DESIGNATE);
        Mail refusal = mails.only(dossier, "mandate-refused");
        assertThat(refusal.language()).isEqualTo("nl");
        assertThat(refusal.text()).contains("L’acte est périmé.");
        assertThat(access.holders(
                        world.enterprise.id(), Set.of(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER), Instant.now()))
                .isEmpty();
    }

    @Test
    void support_does_not_verify_its_own_request_nor_one_in_which_it_is_named_or_tied() {
        Person asking = support();
        DossierNumber own = claimed(asking);
        assertThat(refusal(() -> acts.verify(as(asking), own, null, true, null)))
                .isEqualTo("principalmanager.verifier-is-requester");
        assertThat(acts.view(as(asking), own))
                .returns(false, view -> view.may("verification"))
                .extracting(CaseView::hindrance)
                .isNotNull();
        assertThat(workOf(asking)).as("nobody is offered their own request").doesNotContain(own);

        Person tied = support();
        world.give(tied, LegalFunctionKind.CHAIR);
        assertThat(refusal(() -> acts.verify(as(tied), own, null, true, null)))
                .isEqualTo("principalmanager.verifier-is-tied");
        assertThat(status(own)).isEqualTo(RequestStatus.AWAITING_VERIFICATION);
    }

    /** D83, D84 */
    @Test
    void a_deputy_of_support_verifies_unless_either_of_the_two_may_not_and_both_are_named() {
        Person agent = support();
        Person tied = support();
        world.give(tied, LegalFunctionKind.CHAIR);
        Person deputy = worlds.cpas().person("Didier");
        Organisation office = directory.findDesk(OrganisationKind.SUPPORT).orElseThrow();
        directory.relate(deputy.id(), office.id(), RelationshipCategory.PERMANENT, Instant.EPOCH, "y travaille");
        LocalDate today = LocalDate.now(BRUSSELS);
        for (Person away : List.of(agent, tied)) {
            deputies.name(
                    as(away),
                    new NewDeputation(deputy.id(), Set.of(CapacityKind.SUPPORT_AGENT), today, today, "Congé"));
        }
        Actor inPlaceOfTied = new Actor(deputy.id(), null, SignInLevel.EID, tied.id());
        Actor inPlaceOfAgent = new Actor(deputy.id(), null, SignInLevel.EID, agent.id());
        DossierNumber dossier = claimed(world.stranger);

        assertThat(refusal(() -> acts.verify(inPlaceOfTied, dossier, null, true, null)))
                .isEqualTo("deputies.principal-barred");
        assertThat(workList.page(desks.workFor(inPlaceOfTied), null, 1000))
                .extracting(WorkList.Line::number)
                .doesNotContain(dossier);
        acts.verify(inPlaceOfAgent, dossier, null, true, null);

        assertThat(access.lastDecisionOn(incumbent(world).id()).orElseThrow())
                .returns(deputy.id(), Basis::decidedBy)
                .returns(agent.id(), Basis::inPlaceOf);
        assertThat(acts.view(inPlaceOfAgent, dossier).timeline())
                .filteredOn(entry -> entry.inPlaceOf() != null)
                .extracting(TimelineEntry::event)
                .containsExactly("principal-manager.mandate-verified", "principal-manager.designated");
        String both = deputy.displayName() + ", à la place de " + agent.displayName();
        assertThat(browsers.signedIn(agent)
                        .get("/cases/" + dossier.value() + "?lang=fr")
                        .text())
                .contains(both);
        assertThat(browsers.signedIn(agent)
                        .get("/people/" + world.stranger.id() + "?lang=fr")
                        .text())
                .contains(both);
    }

    @Test
    void nobody_but_support_verifies_and_what_is_foreign_does_not_exist() {
        DossierNumber dossier = claimed(world.stranger);
        Person foreign = worlds.enterprise().director;

        assertThat(refusal(() -> acts.verify(as(world.director), dossier, null, true, null)))
                .isEqualTo("principalmanager.not-of-support");
        assertThatThrownBy(() -> acts.verify(as(foreign), dossier, null, true, null))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> acts.designation(as(foreign), dossier)).isInstanceOf(NotFoundException.class);
        Actor weak = new Actor(support().id(), null, new SignInLevel(400));
        assertThatThrownBy(() -> acts.verify(weak, dossier, null, true, null)).isInstanceOf(NotFoundException.class);
    }

    /** D30 */
    @Test
    void below_the_level_of_itsme_only_whoever_asked_reads_a_request() {
        DossierNumber dossier = claimed(world.stranger);

        for (Person other : List.of(world.director, world.otherDirector, support())) {
            Actor unsure = new Actor(other.id(), null, new SignInLevel(449));
            assertThatThrownBy(() -> acts.view(unsure, dossier)).isInstanceOf(NotFoundException.class);
            assertThat(caseList.page(new CaseList.Query(types.seenBy(unsure), Set.of(), null), null, 100))
                    .noneMatch(line -> line.number().equals(dossier));
            acts.view(new Actor(other.id(), null, SignInLevel.ITSME), dossier);
        }
        assertThat(acts.view(new Actor(world.stranger.id(), null, new SignInLevel(100)), dossier)
                        .dossier()
                        .number())
                .isEqualTo(dossier);
    }

    @Test
    void papers_are_for_whoever_asked_and_for_support() {
        DossierNumber dossier = claimed(world.stranger);
        var file = acts.view(as(world.stranger), dossier).documents().get(0);

        assertThat(papers.open(as(support()), file.id()).content()).isEqualTo(SampleFiles.pdf());
        assertThat(acts.designation(as(world.director), dossier))
                .as("a representative sees that somebody claims a mandate, not the papers")
                .returns(false, DesignationDossier::seesPapers);
        assertThat(acts.view(as(world.director), dossier))
                .returns(List.of(), CaseView::documents)
                .returns(List.of(), CaseView::mails);
        assertThatThrownBy(() -> papers.open(as(world.director), file.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_claim_without_a_document_is_not_sent() {
        type(world.stranger, self("stijn@alpha.example"));
        type(world.stranger, "principal-manager-mandate", claim());

        assertThat(codes(() -> send(world.stranger, null))).containsExactly("principalmanager.no-document");
    }

    @Test
    void support_that_saw_another_manager_than_the_present_one_is_told() {
        Person support = support();
        DossierNumber dossier = claimed(world.stranger);
        int seen = acts.view(as(support), dossier).dossier().version();
        type(world.director, self("direction@alpha.example"));
        send(world.director, null);

        assertThatThrownBy(() -> acts.verify(as(support), dossier, seen, true, null))
                .isInstanceOfSatisfying(AlreadyHandledException.class, told -> assertThat(told.by())
                        .isEqualTo(world.director.displayName()));
        acts.verify(
                as(support), dossier, acts.view(as(support), dossier).dossier().version(), true, null);

        assertThat(incumbent(world).person()).isEqualTo(world.stranger.id());
    }

    @Test
    void a_silent_register_does_not_keep_out_an_enterprise_that_is_not_known_yet() {
        number = EnterpriseNumber.withCheckDigits(9_978_001);
        register.knows(
                new RegisteredEnterprise(number, "Oméga", "Omega", "Omega", "Rue Neuve 1", "1000", "Bruxelles", null),
                world.director.niss());
        register.is(Mood.DOWN, number);
        type(world.director, self("direction@omega.example"));
        DossierNumber dossier = send(world.director, null);
        assertThat(acts.view(as(world.director), dossier).organisation().nameFr())
                .isEqualTo(number.formatted());

        register.answers(number);
        askAgain(dossier);

        assertThat(status(dossier)).isEqualTo(RequestStatus.DESIGNATED);
        assertThat(acts.view(as(world.director), dossier).organisation())
                .returns("Oméga", Organisation::nameFr)
                .returns("Bruxelles", Organisation::locality)
                .returns("direction@omega.example", Organisation::email);
    }

    @Test
    void what_a_claimant_gave_does_not_become_the_address_of_the_enterprise() {
        DossierNumber claim = claimed(world.stranger);
        acts.verify(as(support()), claim, null, false, "Aucun acte.");
        assertThat(sent(claim)).noneMatch(mail -> mail.startsWith("mandate-claimed"));

        type(world.director, self("direction@alpha.example"));
        send(world.director, null);

        assertThat(directory.organisation(world.enterprise.id()).email()).isEqualTo("direction@alpha.example");
    }

    @Test
    void the_sitting_manager_learns_that_somebody_claims_the_entity_and_the_claimant_not_who_that_is() {
        CpasWorld cpas = worlds.cpas();
        number = cpas.cpas.enterpriseNumber();

        DossierNumber claim = claimed(world.stranger);

        assertThat(sent(claim)).anyMatch(mail -> mail.startsWith("mandate-claimed " + cpas.principalManager.email()));
        assertThat(acts.view(as(world.stranger), claim).mails())
                .extracting(mail -> mail.address())
                .containsOnly(world.stranger.email());
        assertThat(acts.view(as(support()), claim).mails())
                .extracting(mail -> mail.address())
                .contains(cpas.principalManager.email());
    }

    @Test
    void whoever_is_not_recognised_learns_nothing_by_naming_people() {
        CpasWorld cpas = worlds.cpas();
        number = cpas.cpas.enterpriseNumber();
        type(world.stranger, other(cpas.principalManager, "x@alpha.example"));
        type(world.stranger, "principal-manager-mandate", claim());
        Situation situation = principalManagers.situation(as(world.stranger), number);
        assertThat(principalManagers.needsTie(situation))
                .as("asked of everybody, whoever works there or not")
                .isTrue();
        Representation representation = situation.representation();
        assertThat(codes(() -> principalManagers.checkPerson(
                        as(world.stranger), representation, situation.draft().answers())))
                .as("that this is the manager is not told")
                .isEmpty();
        var nobody = situation.draft().answers().with("niss", "85073003328");
        var misnamed = situation.draft().answers().with("lastName", "Personne");
        assertThat(codes(() -> principalManagers.checkPerson(as(world.stranger), representation, nobody)))
                .isEqualTo(codes(() -> principalManagers.checkPerson(as(world.stranger), representation, misnamed)))
                .as("neither is compared: a right pair would else be told from a wrong one")
                .isEmpty();
        type(world.stranger, "principal-manager-relationship", Map.of("category", "OFFICIAL"));
        documents.add(as(world.stranger), number, "statuts.pdf", SampleFiles.pdf());
        DossierNumber claim = send(world.stranger, null);
        assertThat(acts.designation(as(world.stranger), claim).managerName())
                .isEqualTo(cpas.principalManager.lastName());
        assertThat(codes(() -> acts.verify(as(support()), claim, null, true, null)))
                .containsExactly("principalmanager.is-already");
    }

    @Test
    void what_a_request_names_is_compared_when_support_verifies_it() {
        type(world.stranger, other(world.director, "x@alpha.example"));
        type(world.stranger, "principal-manager-relationship", Map.of("category", "OFFICIAL"));
        type(world.stranger, "principal-manager-mandate", claim());
        Map<String, String> typed = new HashMap<>(other(world.director, "x@alpha.example"));
        typed.put("lastName", "Personne");
        type(world.stranger, typed);
        documents.add(as(world.stranger), number, "statuts.pdf", SampleFiles.pdf());

        DossierNumber claim = send(world.stranger, null);

        assertThat(acts.designation(as(world.stranger), claim).managerName()).isEqualTo("Personne");
        assertThat(acts.designation(as(world.stranger), claim).mismatch()).isNull();
        Person support = support();
        assertThat(acts.designation(as(support), claim).mismatch()).isNotNull();
        assertThat(codes(() -> acts.verify(as(support), claim, null, true, null)))
                .containsExactly("principalmanager.name-does-not-match");
        assertThat(status(claim)).isEqualTo(RequestStatus.AWAITING_VERIFICATION);
    }

    @Test
    void a_number_that_is_nobodys_is_not_told_from_one_that_is_somebodys() {
        type(world.stranger, other(world.director, "x@alpha.example"));
        type(world.stranger, "principal-manager-relationship", Map.of("category", "OFFICIAL"));
        type(world.stranger, "principal-manager-mandate", claim());
        Map<String, String> typed = new HashMap<>(other(world.director, "x@alpha.example"));
        typed.put("niss", "85073003328");
        type(world.stranger, typed);
        documents.add(as(world.stranger), number, "statuts.pdf", SampleFiles.pdf());

        DossierNumber claim = send(world.stranger, null);

        assertThat(acts.designation(as(world.stranger), claim).managerName()).isEqualTo(world.director.lastName());
        assertThat(codes(() -> acts.verify(as(support()), claim, null, true, null)))
                .containsExactly("principalmanager.name-does-not-match");
    }

    @Test
    void whoever_waited_for_the_register_and_named_nobody_designates_nobody() {
        register.is(Mood.DOWN, number);
        Map<String, String> typed = new HashMap<>(other(world.stranger, "toegang@alpha.example"));
        typed.put("lastName", "Personne");
        type(world.director, typed);
        type(world.director, "principal-manager-relationship", Map.of("category", "PERMANENT"));
        DossierNumber waiting = send(world.director, null);
        register.answers(number);

        askAgain(waiting);

        assertThat(status(waiting)).isEqualTo(RequestStatus.LAPSED);
        assertThat(access.holders(
                        world.enterprise.id(), Set.of(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER), Instant.now()))
                .isEmpty();
    }

    @Test
    void who_looked_somebody_up_is_written_down() {
        type(world.director, other(world.stranger, "x@alpha.example"));
        Situation situation = principalManagers.situation(as(world.director), number);

        principalManagers.checkPerson(
                as(world.director),
                situation.representation(),
                situation.draft().answers());

        assertThat(jdbc.sql("select count(*) from audit_event where operation = 'principal-manager.person-looked-up'"
                                + " and actor_person = :actor and subject_id = :person")
                        .param("actor", world.director.id().value())
                        .param("person", world.stranger.id().value().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_was_declared_and_holds_no_longer_designates_nobody() {
        register.is(Mood.DOWN, number);
        type(world.director, other(world.stranger, "toegang@alpha.example"));
        type(world.director, "principal-manager-relationship", Map.of("category", "PERMANENT"));
        DossierNumber waiting = send(world.director, null);
        endTie(waiting);
        register.answers(number);

        askAgain(waiting);

        assertThat(status(waiting)).isEqualTo(RequestStatus.LAPSED);
        assertThat(mailsOf(waiting)).contains("principal-manager-lapsed");
        assertThat(trace.of(waiting)).isEnded().hasNotPassed(PrincipalManagerDesignation.EVENT_DESIGNATED);
        assertThat(access.holders(
                        world.enterprise.id(), Set.of(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER), Instant.now()))
                .isEmpty();
    }

    @Test
    void support_is_told_in_words_what_came_in_the_way_meanwhile() {
        type(world.stranger, other(world.director, "x@alpha.example"));
        type(world.stranger, "principal-manager-relationship", Map.of("category", "OFFICIAL"));
        type(world.stranger, "principal-manager-mandate", claim());
        documents.add(as(world.stranger), number, "statuts.pdf", SampleFiles.pdf());
        DossierNumber claim = send(world.stranger, null);
        endTie(claim);

        assertThat(codes(() -> acts.verify(as(support()), claim, null, true, null)))
                .containsExactly("principalmanager.tie-ends-in-the-past");
        assertThat(status(claim)).isEqualTo(RequestStatus.AWAITING_VERIFICATION);
    }

    @Test
    void a_tie_that_begins_later_follows_on_the_one_declared() {
        Instant nextYear = Instant.now().plus(Duration.ofDays(300));
        directory.relate(new NewRelationship(
                world.stranger.id(),
                world.enterprise.id(),
                RelationshipCategory.PERMANENT,
                null,
                null,
                nextYear,
                null,
                null));
        type(world.director, other(world.stranger, "toegang@alpha.example"));
        type(world.director, "principal-manager-relationship", Map.of("category", "PERMANENT"));

        send(world.director, null);

        assertThat(incumbent(world).person()).isEqualTo(world.stranger.id());
        assertThat(directory.relationships(world.stranger.id(), world.enterprise.id(), nextYear.plusSeconds(1)))
                .containsExactly(RelationshipCategory.PERMANENT);
    }

    @Test
    void support_that_works_there_or_asks_too_does_not_verify_and_reads_no_papers() {
        DossierNumber claim = claimed(world.stranger);
        Person colleague = support();
        directory.relate(colleague.id(), world.enterprise.id(), RelationshipCategory.OCCASIONAL, Instant.EPOCH, "x");
        Person rival = support();
        claimed(rival);

        assertThat(refusal(() -> acts.verify(as(colleague), claim, null, true, null)))
                .isEqualTo("principalmanager.verifier-is-tied");
        assertThat(refusal(() -> acts.verify(as(rival), claim, null, false, "Non")))
                .isEqualTo("principalmanager.verifier-asks-too");
        for (Person partial : List.of(colleague, rival)) {
            assertThat(acts.view(as(partial), claim).documents()).isEmpty();
            assertThat(acts.designation(as(partial), claim).seesPapers()).isFalse();
            assertThat(workOf(partial)).doesNotContain(claim);
        }
    }

    @Test
    void the_words_of_a_verdict_are_not_for_those_who_do_not_see_the_papers() {
        DossierNumber claim = claimed(world.stranger);
        acts.verify(as(support()), claim, null, false, "La carte est fausse.");

        assertThat(acts.view(as(world.director), claim).timeline())
                .extracting(entry -> entry.reason())
                .containsOnlyNulls();
        assertThat(acts.view(as(world.stranger), claim).timeline())
                .extracting(entry -> entry.reason())
                .contains("La carte est fausse.");
    }

    @Test
    void drafts_and_requests_of_one_person_have_a_limit() {
        // The desk that is told of a claim.
        support();
        for (int enterprise = 0; enterprise < 10; enterprise++) {
            number = EnterpriseNumber.withCheckDigits(9_977_000 + enterprise);
            type(world.director, self("direction@alpha.example"));
        }
        number = world.enterprise.enterpriseNumber();
        assertThat(codes(() -> type(world.director, self("direction@alpha.example"))))
                .containsExactly("principalmanager.too-many-drafts");

        for (int request = 0; request < 10; request++) {
            acts.withdrawRequest(as(world.stranger), claimed(world.stranger), null);
        }
        assertThat(codes(() -> claimed(world.stranger))).containsExactly("principalmanager.too-many-requests");
    }

    @Test
    void no_personal_number_reaches_the_engine_or_the_log() {
        type(world.director, other(world.stranger, "toegang@alpha.example"));
        type(world.director, "principal-manager-relationship", Map.of("category", "PERMANENT"));
        DossierNumber dossier = send(world.director, null);

        assertThat(trace.variables(dossier))
                .containsExactlyInAnyOrder(
                        PrincipalManagerProcess.SPECIAL_PROCEDURE,
                        PrincipalManagerProcess.REGISTER_ANSWER,
                        PrincipalManagerProcess.DESIGNATED);
        assertThat(jdbc.sql("select count(*) from audit_event where cast(before as text) like :niss"
                                + " or cast(after as text) like :niss")
                        .param("niss", "%" + world.stranger.niss().value() + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private DossierNumber claimed(Person person) {
        type(person, self("mandat@alpha.example"));
        type(person, "principal-manager-mandate", claim());
        documents.add(as(person), number, "statuts.pdf", SampleFiles.of(DocumentKind.PDF));
        return send(person, null);
    }

    private static Map<String, String> claim() {
        return Map.of("ground", "FUNCTION_NOT_IN_REGISTER", "explanation", "Acte du 1er octobre, pas encore publié.");
    }

    private void endTie(DossierNumber dossier) {
        jdbc.sql("update principal_manager_request set tie_last_day = current_date - 2 where case_id ="
                        + " (select id from case_file where dossier_number = :dossier)")
                .param("dossier", dossier.value())
                .update();
    }

    private Person support() {
        return worlds.cpas().supportAgent("Sophie");
    }

    private static Map<String, String> self(String email) {
        return Map.of("who", "SELF", "email", email, "phone", "02 123 45 67");
    }

    private static Map<String, String> other(Person person, String email) {
        return Map.of(
                "who",
                "OTHER",
                "niss",
                person.niss().value(),
                "lastName",
                person.lastName(),
                "email",
                email,
                "phone",
                "02 123 45 67");
    }

    private void type(Person person, Map<String, String> who) {
        type(person, "principal-manager", who);
    }

    private void type(Person person, String form, Map<String, String> typed) {
        FormDefinition definition = forms.get(form);
        Map<String, List<String>> posted = new HashMap<>();
        typed.forEach((key, value) -> posted.put(key, List.of(value)));
        var read = definition.read(posted);
        assertThat(read.errors()).isEmpty();
        principalManagers.save(as(person), number, definition.pages().get(0), read.values());
    }

    private DossierNumber send(Person person, @Nullable UUID seen) {
        return principalManagers.send(as(person), number, new Incumbency(seen));
    }

    private Responsibility incumbent(EnterpriseWorld where) {
        return access.incumbents(
                        ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER, where.enterprise.id(), null, null, Instant.now())
                .get(0);
    }

    private RequestStatus status(DossierNumber dossier) {
        return RequestStatus.valueOf(
                jdbc.sql("select r.status from principal_manager_request r join case_file c on c.id = r.case_id"
                                + " where c.dossier_number = :dossier")
                        .param("dossier", dossier.value())
                        .query(String.class)
                        .single());
    }

    private Set<CapacityKind> kinds(Person person) {
        return capacities.of(person.id()).stream().map(Capacity::kind).collect(Collectors.toSet());
    }

    private List<DossierNumber> workOf(Person person) {
        return workList.page(desks.workFor(as(person)), null, 100).stream()
                .filter(line -> line.kind().desk() == Desk.ENTITY_MANAGERS
                        || line.kind().equals(PrincipalManagerCase.VERIFY_MANDATE))
                .map(WorkList.Line::number)
                .toList();
    }

    private List<String> mailsOf(DossierNumber dossier) {
        return mails.about(dossier).stream().map(Mail::kind).toList();
    }

    private List<String> sent(DossierNumber dossier) {
        return mails.about(dossier).stream().map(Mail::envelope).toList();
    }

    private List<String> mailsTo(Person person) {
        return jdbc.sql("select kind from notification where recipient_person = :person order by created_at")
                .param("person", person.id().value())
                .query(String.class)
                .list();
    }

    private void askAgain(DossierNumber dossier) {
        trace.fire(dossier, PrincipalManagerDesignation.EVENT_RETRY);
    }

    private static List<String> codes(ThrowingCallable call) {
        return Optional.ofNullable(catchThrowableOfType(RejectedException.class, call))
                .map(rejected ->
                        rejected.rejections().stream().map(Rejection::code).toList())
                .orElse(List.of());
    }

    private static String refusal(ThrowingCallable call) {
        return Optional.ofNullable(catchThrowableOfType(NotAllowedException.class, call))
                .map(refused -> refused.rejection().code())
                .orElse("");
    }
}
