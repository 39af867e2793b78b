package be.designations.replacement;

import static be.designations.testing.ManagedWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import be.designations.access.Basis;
import be.designations.access.Capacities;
import be.designations.access.CapacityKind;
import be.designations.access.Qualities;
import be.designations.access.TieDecisions;
import be.designations.calendar.Days;
import be.designations.casework.CaseId;
import be.designations.casework.CaseList;
import be.designations.casework.CaseTypes;
import be.designations.casework.CaseView;
import be.designations.casework.Cases;
import be.designations.casework.Desks;
import be.designations.casework.DossierNumber;
import be.designations.casework.Reminders;
import be.designations.casework.WorkList;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.SignInLevel;
import be.designations.management.Designation;
import be.designations.management.Managers;
import be.designations.management.Post;
import be.designations.management.RelationshipDeclaration;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.scheduling.OneByOne;
import be.designations.testing.DomainWorld;
import be.designations.testing.ManagedWorld;
import be.designations.testing.ProcessElements.ManagerReplacement;
import be.designations.testing.ProcessTrace;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a manager whose tie has ended: through services, engine, database and mails. */
class ReplacementIT extends WholeApplication {

    private final Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);

    @Autowired
    private Qualities qualities;

    @Autowired
    private Capacities capacities;

    @Autowired
    private Managers managers;

    @Autowired
    private ReplacementSearch search;

    @Autowired
    private ReplacementSteps steps;

    @Autowired
    private ReplacementStore store;

    @Autowired
    private Cases cases;

    @Autowired
    private TieDecisions decisions;

    @Autowired
    private Reminders reminders;

    @Autowired
    private CaseTypes types;

    @Autowired
    private Desks desks;

    @Autowired
    private CaseList caseList;

    @Autowired
    private WorkList workList;

    @Autowired
    private ReplacementPlaces places;

    @Autowired
    private ProcessEngine engine;

    private ManagedWorld world;
    private ProcessTrace trace;

    @BeforeEach
    void aCpasWithItsPeople() {
        trace = new ProcessTrace(engine);
        world = worlds.managed();
    }

    @Test
    void a_principal_manager_whose_function_has_ended_is_to_be_replaced_by_the_other_representative() {
        function(world.cpas.principalManager, LegalFunctionKind.DIRECTOR, yesterday);
        worlds.people().speaks(world.cpas.head, Language.NL);

        search.run();

        DossierNumber number = dossier(world.principalManagerId);
        assertThat(number.value()).matches("REM-\\d{4}-\\d{5}");
        assertThat(mails.told(number, "principal-manager-replacement-asked")).containsExactly(world.cpas.head.email());
        assertThat(mail(number))
                .contains(
                        "hoofdtoegangsbeheerder te vervangen",
                        world.cpas.principalManager.displayName(),
                        "Hoofdtoegangsbeheerder (VTE / HTB)",
                        "functie van bestuurder",
                        "/cases/" + number.value());
        assertThat(openWork(number)).containsExactly("REPLACE_PRINCIPAL_MANAGER");
        assertThat(trace.of(number)).isWaitingAtExactly(ManagerReplacement.TASK_REPLACE_PRINCIPAL_MANAGER);
        assertThat(work(as(world.cpas.head))).contains(number);
        assertThat(work(as(world.cpas.coPrincipalManager))).doesNotContain(number);
        assertThat(capacities.of(world.cpas.principalManager.id()))
                .as("nothing is switched off")
                .anyMatch(held -> held.kind() == CapacityKind.PRINCIPAL_ACCESS_MANAGER);
        managers.block(as(world.cpas.principalManager), world.coPrincipalManagerId, "Peut encore agir");
    }

    @Test
    void an_entity_without_representative_is_written_to_at_its_mailbox_with_support() {
        endFunctions();
        relationship(world.cpas.principalManager, RelationshipCategory.OFFICIAL, yesterday);

        search.run();

        DossierNumber number = dossier(world.principalManagerId);
        assertThat(mails.told(number, "replacement-unrepresented"))
                .containsExactlyInAnyOrder(world.cpas.cpas.email(), "support@test.example");
        assertThat(mails.told(number, "principal-manager-replacement-asked")).isEmpty();
        assertThat(mail(number))
                .contains("plus personne ne représente", "procédure spéciale")
                .doesNotContain("En tant que représentant légal");

        reminders.remind(number, ReplacementCase.REPLACE_PRINCIPAL_MANAGER);
        reminders.escalate(number, ReplacementCase.REPLACE_PRINCIPAL_MANAGER);

        assertThat(mails.told(number, "replacement-unrepresented"))
                .as("nobody has the task of which reminders speak")
                .containsExactlyInAnyOrder(
                        world.cpas.cpas.email(),
                        "support@test.example",
                        world.cpas.cpas.email(),
                        world.cpas.cpas.email());
        assertThat(mails.told(number, "work-item-reminder")).isEmpty();
        assertThat(mails.told(number, "work-item-overdue")).isEmpty();
        assertThat(mails.told(number, "replacement-overdue")).containsExactly("support@test.example");
    }

    @Test
    void where_nobody_manages_the_entity_its_representatives_are_asked_and_decide() {
        nobodyManages();
        DossierNumber number = askedForCoLocalManager();

        assertThat(mails.told(number, "replacement-unmanaged")).containsExactly(world.cpas.head.email());
        assertThat(mail(number))
                .contains(
                        "Plus personne ne gère les accès",
                        "Co-Gestionnaire Local (co-GL) – Action sociale",
                        "désignez un gestionnaire d’accès principal");
        assertThat(openWork(number)).containsExactly("REPLACE_PRINCIPAL_MANAGER");
        assertThat(work(as(world.cpas.head))).contains(number);
        reminders.remind(number, ReplacementCase.REPLACE_PRINCIPAL_MANAGER);
        assertThat(mails.told(number, "work-item-reminder")).containsExactly(world.cpas.head.email());
        assertThat(mails.about(number))
                .anyMatch(mail -> mail.words().contains("Désigner un Gestionnaire d’Accès Principal"));
        assertThat(acts.replacement(as(world.cpas.head), number).path())
                .isEqualTo("/principal-manager/"
                        + world.cpas.cpas.enterpriseNumber().value());

        acts.declareTie(
                as(world.cpas.head), number, declaring(RelationshipCategory.EXTERNAL, null), "Contrat prolongé");

        assertThat(status(number)).isEqualTo("replacement.tied-again");
        assertThat(openWork(number)).isEmpty();
    }

    @Test
    void a_co_local_manager_whose_relationship_has_ended_is_to_be_replaced_by_the_principal_managers() {
        relationship(world.coLocalManager, RelationshipCategory.EXTERNAL, yesterday);

        search.run();

        DossierNumber number = dossier(world.coLocalManagerId);
        assertThat(mails.told(number, "manager-replacement-asked"))
                .containsExactlyInAnyOrder(
                        world.cpas.principalManager.email(),
                        world.cpas.coPrincipalManager.email(),
                        world.otherCoPrincipal.email());
        assertThat(mail(number))
                .contains(
                        world.coLocalManager.displayName(),
                        "Co-Gestionnaire Local (co-GL) – Action sociale",
                        "lien de travail comme collaborateur externe");
        assertThat(openWork(number)).containsExactly("REPLACE_MANAGER");
        assertThat(trace.of(number))
                .hasPassedInOrder(ManagerReplacement.EVENT_TIE_ENDED, ManagerReplacement.TASK_ASK_REPLACEMENT)
                .isWaitingAtExactly(ManagerReplacement.TASK_REPLACE_MANAGER)
                .task()
                .as("who does it stands in the work item, not in the engine")
                .isNotAssigned();
        assertThat(work(as(world.cpas.principalManager))).contains(number);
        assertThat(timeline(number)).containsExactly("replacement.asked");
        assertThat(trace.variables(number)).containsExactly("byRepresentative");
    }

    @Test
    void a_co_principal_manager_is_not_asked_to_replace_themselves() {
        relationship(world.cpas.coPrincipalManager, RelationshipCategory.OFFICIAL, yesterday);

        search.run();

        assertThat(mails.told(dossier(world.coPrincipalManagerId), "manager-replacement-asked"))
                .containsExactlyInAnyOrder(world.cpas.principalManager.email(), world.otherCoPrincipal.email());
    }

    @Test
    void who_never_had_a_tie_or_has_another_one_is_left_alone() {
        relationship(world.coLocalManager, RelationshipCategory.EXTERNAL, yesterday);
        function(world.coLocalManager, LegalFunctionKind.CHAIR, null);
        relationship(world.subdivisionManager, RelationshipCategory.PERMANENT, yesterday);
        relationship(world.subdivisionManager, RelationshipCategory.OCCASIONAL, null);
        relationship(world.technicalUser, RelationshipCategory.PERMANENT, Instant.parse("2019-06-01T00:00:00Z"));

        search.run();

        assertThat(dossiers()).isEmpty();
    }

    @Test
    void an_external_relationship_keeps_no_co_principal_manager() {
        relationship(world.cpas.coPrincipalManager, RelationshipCategory.OFFICIAL, yesterday);
        relationship(world.cpas.coPrincipalManager, RelationshipCategory.EXTERNAL, null);
        relationship(world.otherCoPrincipal, RelationshipCategory.EXTERNAL, yesterday);

        search.run();

        assertThat(responsibilitiesAskedFor())
                .as("an external relationship that ends is not what a co-principal manager rested on")
                .containsExactly(world.coPrincipalManagerId);
    }

    @Test
    void a_blocked_manager_is_to_be_replaced_too_and_a_user_is_not() {
        relationship(world.blockedCoLocalManager, RelationshipCategory.PERMANENT, yesterday);
        jdbc.sql("update working_relationship set valid_until = :end where person_id = :person")
                .param("end", Timestamp.from(yesterday))
                .param("person", world.userOfSubdivision.id().value())
                .update();

        search.run();

        assertThat(responsibilitiesAskedFor()).containsExactly(world.blockedCoLocalManagerId);
    }

    @Test
    void a_local_manager_who_is_replaced_as_usual_closes_the_dossier() {
        relationship(world.otherLocalManager, RelationshipCategory.PERMANENT, yesterday);
        search.run();
        DossierNumber number = dossier(world.otherLocalManagerId);

        managers.designate(
                as(world.cpas.principalManager),
                Post.localManager(world.employer.id()),
                new Designation(world.colleague.niss(), null, false, "Remplace Olga", null));

        assertThat(status(number)).isEqualTo("replacement.replaced");
        assertThat(openWork(number)).isEmpty();
        assertThat(timeline(number)).containsExactly("replacement.asked", "replacement.replaced");
        ReplacementView view = acts.replacement(as(world.cpas.coPrincipalManager), number);
        assertThat(view.replacement().outcome()).isEqualTo(ReplacementStatus.REPLACED);
        assertThat(view.replacement().settledBy()).isEqualTo(world.cpas.principalManager.id());
        assertThat(acts.view(as(world.cpas.coPrincipalManager), number)
                        .progress()
                        .get(ManagerReplacementProcess.KEY)
                        .active())
                .isEmpty();
        assertThat(doneBy(number)).isEqualTo(world.cpas.principalManager.id().value());
        assertThat(trace.of(number))
                .isEnded()
                .hasPassedInOrder(
                        ManagerReplacement.EVENT_MANAGER_SETTLED,
                        ManagerReplacement.TASK_CLOSE_REPLACEMENT,
                        ManagerReplacement.EVENT_REPLACED)
                .hasNotPassed(ManagerReplacement.TASK_REPLACE_PRINCIPAL_MANAGER);
        search.run();
        assertThat(dossiers()).containsExactly(number.value());
    }

    @Test
    void a_local_manager_who_is_replaced_through_an_approval_closes_the_dossier() {
        relationship(world.cpas.localManager, RelationshipCategory.OFFICIAL, yesterday);
        search.run();
        DossierNumber number = dossier(world.localManagerId);
        DossierNumber application = acts.approved(world.cpas, world.cpas.answers());
        assertThat(status(number)).isEqualTo("replacement.asked");

        acts.changeLocalManager(as(world.cpas.principalManager), application, world.cpas.candidate.niss(), false);

        assertThat(status(number)).isEqualTo("replacement.replaced");
        assertThat(trace.of(number)).isEnded();
    }

    @Test
    void a_manager_who_is_removed_closes_the_dossier() {
        DossierNumber number = askedForCoLocalManager();

        managers.remove(as(world.cpas.localManager), world.coLocalManagerId, "Est parti");

        assertThat(status(number)).isEqualTo("replacement.replaced");
    }

    @Test
    void a_responsibility_that_ends_by_its_period_closes_the_dossier() {
        DossierNumber number = askedForCoLocalManager();
        jdbc.sql("update responsibility set valid_until = now() - interval '1 second' where id = :id")
                .param("id", world.coLocalManagerId)
                .update();

        search.run();

        assertThat(status(number)).isEqualTo("replacement.replaced");
        assertThat(acts.replacement(as(world.cpas.principalManager), number)
                        .replacement()
                        .settledBy())
                .isNull();
    }

    @Test
    void a_tie_that_somebody_declares_again_closes_the_dossier() {
        DossierNumber number = askedForCoLocalManager();
        Actor manager = world.cpas.forCpas(world.cpas.principalManager);
        LocalDate lastDay = today().plusDays(30);

        acts.declareTie(manager, number, declaring(RelationshipCategory.EXTERNAL, lastDay), " Contrat prolongé ");

        assertThat(status(number)).isEqualTo("replacement.tied-again");
        assertThat(timeline(number)).containsExactly("replacement.asked", "replacement.tied-again");
        ReplacementView view = acts.replacement(manager, number);
        assertThat(view.replacement().reason()).isEqualTo("Contrat prolongé");
        assertThat(view.replacement().settledBy()).isEqualTo(world.cpas.principalManager.id());
        assertThat(acts.view(manager, number).may("tie")).isFalse();
        assertThat(directory.relationships(world.coLocalManager.id(), world.cpas.cpas.id(), Instant.now()))
                .containsExactly(RelationshipCategory.EXTERNAL);
        assertThat(directory.relationships(List.of(world.coLocalManager.id()), world.cpas.cpas.id()))
                .filteredOn(tie -> tie.runs(Instant.now()))
                .singleElement()
                .satisfies(tie -> assertThat(decisions.last(tie.id()).map(Basis::caseId))
                        .as("the dossier in which it was declared")
                        .hasValue(acts.view(manager, number).dossier().id().value()));
        assertThat(access.findResponsibility(world.coLocalManagerId, Instant.now())
                        .orElseThrow()
                        .responsibility()
                        .runs(Instant.now()))
                .isTrue();
    }

    @Test
    void a_tie_that_is_known_again_closes_the_dossier_and_its_end_opens_another() {
        DossierNumber number = askedForCoLocalManager();
        relationship(world.coLocalManager, RelationshipCategory.PERMANENT, null);

        search.run();
        assertThat(status(number)).isEqualTo("replacement.tied-again");

        jdbc.sql("update working_relationship set valid_until = now() where person_id = :id and category = 'PERMANENT'")
                .param("id", world.coLocalManager.id().value())
                .update();
        search.run();

        assertThat(dossiers()).hasSize(2);
        assertThat(openWork(dossier(world.coLocalManagerId))).containsExactly("REPLACE_MANAGER");
    }

    @Test
    void who_comes_second_hears_who_was_faster() {
        DossierNumber number = askedForCoLocalManager();
        var tie = declaring(RelationshipCategory.EXTERNAL, null);
        acts.declareTie(as(world.cpas.principalManager), number, tie, "Contrat");

        var second = catchThrowableOfType(
                AlreadyHandledException.class,
                () -> acts.declareTie(as(world.cpas.coPrincipalManager), number, tie, "Contrat"));

        assertThat(second.by()).isEqualTo(world.cpas.principalManager.displayName());
        assertThat(second.bySelf()).isFalse();
        assertThat(catchThrowableOfType(
                                AlreadyHandledException.class,
                                () -> acts.declareTie(as(world.cpas.principalManager), number, tie, "Contrat"))
                        .bySelf())
                .isTrue();
    }

    @Test
    void nobody_declares_their_own_tie() {
        relationship(world.cpas.coPrincipalManager, RelationshipCategory.OFFICIAL, yesterday);
        search.run();
        DossierNumber number = dossier(world.coPrincipalManagerId);
        Actor self = as(world.cpas.coPrincipalManager);

        assertThat(refusal(self, number)).isEqualTo("replacement.not-for-oneself");
        assertThat(acts.view(self, number).hindrance()).isEqualTo(Rejection.of("replacement.not-for-oneself"));
        assertThat(status(number)).isEqualTo("replacement.asked");
    }

    @Test
    void managers_who_have_left_do_not_keep_each_other() {
        relationship(world.cpas.coPrincipalManager, RelationshipCategory.OFFICIAL, yesterday);
        search.run();
        relationship(world.otherCoPrincipal, RelationshipCategory.OFFICIAL, yesterday);
        DossierNumber first = dossier(world.coPrincipalManagerId);
        assertThat(refusal(as(world.otherCoPrincipal), first))
                .as("the tie has ended, the replacement is not asked for yet")
                .isEqualTo("replacement.decider-without-tie");
        search.run();
        DossierNumber second = dossier(world.otherCoPrincipalId);

        assertThat(refusal(as(world.otherCoPrincipal), first)).isEqualTo("replacement.decider-without-tie");
        assertThat(refusal(as(world.cpas.coPrincipalManager), second)).isEqualTo("replacement.decider-without-tie");
        CaseView view = acts.view(as(world.otherCoPrincipal), first);
        assertThat(view.may("tie")).isFalse();
        assertThat(view.hindrance()).isEqualTo(Rejection.of("replacement.decider-without-tie"));
        assertThat(status(first)).isEqualTo("replacement.asked");

        acts.declareTie(
                as(world.cpas.principalManager), first, declaring(RelationshipCategory.OFFICIAL, null), "Reste");
        acts.declareTie(
                as(world.cpas.coPrincipalManager), second, declaring(RelationshipCategory.OFFICIAL, null), "Reste");
        assertThat(status(second)).isEqualTo("replacement.tied-again");
    }

    @Test
    void a_suspended_process_keeps_no_manager_in_power_and_ends_when_it_can() {
        DossierNumber number = askedForCoLocalManager();
        String process = trace.of(number).getId();
        engine.getRuntimeService().suspendProcessInstanceById(process);

        managers.remove(as(world.cpas.localManager), world.coLocalManagerId, "Est parti");

        assertSettled(number);
        assertThat(trace.of(number)).isSuspended();
        search.run();
        assertThat(trace.of(number)).isSuspended();
        engine.getRuntimeService().activateProcessInstanceById(process);
        search.run();
        assertThat(trace.of(number)).isEnded();
        assertSettled(number);
    }

    @Test
    void a_process_that_is_gone_keeps_no_manager_in_power() {
        DossierNumber number = askedForCoLocalManager();
        engine.getRuntimeService().deleteProcessInstance(trace.of(number).getId(), "Par erreur");

        managers.remove(as(world.cpas.localManager), world.coLocalManagerId, "Est parti");

        assertSettled(number);
    }

    @Test
    void a_domain_manager_is_named_with_the_domain_and_replaced_where_domains_are() {
        var domains = new DomainWorld(world.cpas, directory, access, qualities);
        relationship(domains.accessManager, RelationshipCategory.PERMANENT, yesterday);
        search.run();
        DossierNumber number = dossier(domains.accessManagerId);
        Actor manager = as(world.cpas.principalManager);

        ReplacementView view = acts.replacement(manager, number);
        assertThat(view.path())
                .isEqualTo("/entities/" + world.cpas.cpas.enterpriseNumber().value() + "/access-managers");
        assertThat(places.words(view.place(), Locale.FRENCH)).endsWith(" – Finances");
        assertThat(mail(number)).contains(domains.accessManager.displayName(), "Finances");
        assertThat(openWork(number)).containsExactly("REPLACE_MANAGER");

        managers.designate(
                manager,
                Post.accessManager(world.cpas.cpas.enterpriseNumber(), DomainWorld.FINANCE),
                new Designation(domains.colleague.niss(), null, false, "Remplace Fanny", null));

        assertThat(status(number)).isEqualTo("replacement.replaced");
        assertThat(openWork(number)).isEmpty();
        assertThat(trace.of(number)).isEnded();
    }

    @Test
    void a_tie_must_allow_what_the_person_is_and_not_be_over() {
        relationship(world.cpas.coPrincipalManager, RelationshipCategory.OFFICIAL, yesterday);
        search.run();
        DossierNumber number = dossier(world.coPrincipalManagerId);
        Actor manager = as(world.cpas.principalManager);

        assertThat(rejections(manager, number, declaring(RelationshipCategory.EXTERNAL, today().minusDays(1))))
                .containsExactlyInAnyOrder(
                        "management.not-of-the-staff@category", "management.ends-in-the-past@lastDay");
        jdbc.sql("""
                        insert into working_relationship (id, organisation_id, person_id, category, valid_from)
                        values (gen_random_uuid(), :entity, :person, 'PERMANENT', now() + interval '10 days')""")
                .param("entity", world.cpas.cpas.id().value())
                .param("person", world.cpas.coPrincipalManager.id().value())
                .update();
        assertThat(rejections(manager, number, declaring(RelationshipCategory.PERMANENT, null)))
                .containsExactly("management.relationship-overlaps@lastDay");
        assertThat(rejections(manager, number, declaring(RelationshipCategory.OFFICIAL, null), "\u0007"))
                .containsExactly("replacement.reason-missing@reason");
        assertThat(directory.relationships(world.cpas.coPrincipalManager.id(), world.cpas.cpas.id(), Instant.now()))
                .isEmpty();
        acts.declareTie(
                manager, number, declaring(RelationshipCategory.PERMANENT, today().plusDays(5)), "En attendant");
    }

    @Test
    void only_the_representatives_keep_a_principal_manager() {
        relationship(world.cpas.principalManager, RelationshipCategory.OFFICIAL, yesterday);
        search.run();
        DossierNumber number = dossier(world.principalManagerId);

        assertThat(refusal(as(world.cpas.coPrincipalManager), number)).isEqualTo("replacement.not-a-decider");
        assertThat(refusal(as(world.supportAgent), number)).isEqualTo("replacement.not-a-decider");
        acts.declareTie(
                as(world.cpas.head), number, declaring(RelationshipCategory.PERMANENT, null), "Nouveau contrat");
        assertThat(status(number)).isEqualTo("replacement.tied-again");
    }

    /** D30 */
    @Test
    void below_the_level_of_itsme_nobody_reads_it_nor_is_offered_its_work() {
        DossierNumber number = askedForCoLocalManager();

        for (Person reader : List.of(
                world.cpas.principalManager, world.cpas.coPrincipalManager, world.cpas.head, world.supportAgent)) {
            Actor unsure = new Actor(reader.id(), null, new SignInLevel(449));
            assertThatThrownBy(() -> acts.view(unsure, number)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() ->
                            acts.declareTie(unsure, number, declaring(RelationshipCategory.EXTERNAL, null), "Contrat"))
                    .isInstanceOf(NotFoundException.class);
            assertThat(caseList.page(new CaseList.Query(types.seenBy(unsure), Set.of(), null), null, 100))
                    .noneMatch(line -> line.number().equals(number));
            assertThat(desks.workFor(unsure).isEmpty()).isTrue();
        }
        assertThat(work(new Actor(world.cpas.principalManager.id(), null, SignInLevel.ITSME)))
                .contains(number);
    }

    @Test
    void a_foreign_dossier_does_not_exist() {
        DossierNumber number = askedForCoLocalManager();
        ManagedWorld other = worlds.managed();

        for (Person foreign :
                List.of(other.cpas.principalManager, other.cpas.head, world.coLocalManager, world.cpas.localManager)) {
            assertThatThrownBy(() -> acts.replacement(as(foreign), number)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> acts.declareTie(
                            as(foreign), number, declaring(RelationshipCategory.EXTERNAL, null), "Contrat"))
                    .isInstanceOf(NotFoundException.class);
            assertThat(caseList.page(new CaseList.Query(types.seenBy(as(foreign)), Set.of(), null), null, 100))
                    .noneMatch(line -> line.number().equals(number));
        }
        for (Person reader : List.of(
                world.cpas.principalManager, world.cpas.coPrincipalManager, world.cpas.head, world.supportAgent)) {
            assertThat(acts.replacement(as(reader), number).manager().id()).isEqualTo(world.coLocalManager.id());
        }
    }

    @Test
    void whoever_searches_again_or_at_the_same_time_opens_one_dossier() throws Exception {
        relationship(world.coLocalManager, RelationshipCategory.EXTERNAL, yesterday);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> searcher = () -> {
            together.await();
            search.run();
            return true;
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<Boolean> searched : threads.invokeAll(List.of(searcher, searcher))) {
                assertThat(searched.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        search.run();

        assertThat(dossiers()).hasSize(1);
        assertThat(mails.told(dossier(world.coLocalManagerId), "manager-replacement-asked"))
                .hasSize(3);
    }

    @Test
    void what_is_to_be_opened_settled_and_ended_is_read_page_by_page() {
        List<UUID> both = List.of(world.coLocalManagerId, world.secondCoLocalManagerId);
        List<Person> people = List.of(world.coLocalManager, world.secondCoLocalManager);
        people.forEach(person -> relationship(person, RelationshipCategory.EXTERNAL, yesterday));
        List<UUID> lost = new ArrayList<>();
        OneByOne.<ReplacementStore.LostTie>onAllPages(
                1, after -> store.lost(Instant.now(), after, 1), one -> lost.add(one.responsibility()));
        assertThat(lost).containsAll(both).doesNotHaveDuplicates();

        both.forEach(steps::open);
        people.forEach(person -> relationship(person, RelationshipCategory.PERMANENT, null));
        List<DossierNumber> numbers = both.stream().map(this::dossier).toList();
        List<CaseId> settled = new ArrayList<>();
        OneByOne.<CaseId>onAllPages(1, after -> store.settled(Instant.now(), after, 1), settled::add);
        assertThat(settled).containsAll(ids(numbers)).doesNotHaveDuplicates();

        jdbc.sql("""
                        update manager_replacement set outcome = 'TIED_AGAIN', settled_at = now()
                         where responsibility_id in (:ids)""").param("ids", both).update();
        List<DossierNumber> running = new ArrayList<>();
        OneByOne.<DossierNumber>onAllPages(1, after -> store.leftRunning(after, 1), running::add);
        assertThat(running).containsAll(numbers).doesNotHaveDuplicates();
    }

    private List<CaseId> ids(List<DossierNumber> numbers) {
        return numbers.stream()
                .map(number -> cases.find(number).orElseThrow().id())
                .toList();
    }

    @Test
    void a_dossier_costs_the_same_whatever_else_there_is() {
        relationship(world.coLocalManager, RelationshipCategory.EXTERNAL, yesterday);
        int first = StatementCount.of(() -> steps.open(world.coLocalManagerId));
        for (Person person : List.of(world.secondCoLocalManager, world.subdivisionManager, world.technicalUser)) {
            relationship(person, RelationshipCategory.EXTERNAL, yesterday);
        }
        int later = StatementCount.of(() -> steps.open(world.secondCoLocalManagerId));

        assertThat(later).isEqualTo(first);
        assertThat(StatementCount.of(() -> store.lost(Instant.now(), null, 100)))
                .isEqualTo(1);
    }

    @Test
    void half_of_the_time_over_those_who_were_asked_are_reminded_and_at_its_end_support_is_told_too() {
        DossierNumber number = askedForCoLocalManager();

        reminders.remind(number, ReplacementCase.REPLACE_MANAGER);
        reminders.remind(number, ReplacementCase.REPLACE_MANAGER);
        reminders.escalate(number, ReplacementCase.REPLACE_MANAGER);

        String[] asked = {
            world.cpas.principalManager.email(), world.cpas.coPrincipalManager.email(), world.otherCoPrincipal.email()
        };
        assertThat(mails.told(number, "work-item-reminder")).containsExactlyInAnyOrder(asked);
        assertThat(mails.told(number, "work-item-overdue")).containsExactlyInAnyOrder(asked);
        assertThat(mails.told(number, "replacement-overdue")).containsExactly("support@test.example");
        assertThat(mails.about(number)).anyMatch(mail -> mail.words().contains("Pour information"));
        assertThat(timeline(number))
                .containsExactly("replacement.asked", "reminded.task_replace-manager", "overdue.task_replace-manager");
        assertThat(trace.timers(number)).as("the table of work knows the time").isEmpty();
    }

    @Test
    void no_variable_and_no_address_holds_a_personal_number() {
        DossierNumber number = askedForCoLocalManager();

        assertThat(jdbc.sql("select coalesce(string_agg(text_, ' '), '') from act_hi_varinst v"
                                + " join act_hi_procinst p on p.id_ = v.proc_inst_id_ where p.business_key_ = :number")
                        .param("number", number.value())
                        .query(String.class)
                        .single())
                .doesNotContain(world.coLocalManager.niss().value());
    }

    private DossierNumber askedForCoLocalManager() {
        relationship(world.coLocalManager, RelationshipCategory.EXTERNAL, yesterday);
        search.run();
        return dossier(world.coLocalManagerId);
    }

    private void function(Person person, LegalFunctionKind kind, @Nullable Instant until) {
        jdbc.sql("""
                        insert into legal_function (id, organisation_id, person_id, kind, valid_from, valid_until)
                        values (gen_random_uuid(), :entity, :person, :kind, timestamptz '2018-01-01 00:00:00Z', :until)""")
                .param("entity", world.cpas.cpas.id().value())
                .param("person", person.id().value())
                .param("kind", kind.name())
                .param("until", until == null ? null : Timestamp.from(until))
                .update();
    }

    private void relationship(Person person, RelationshipCategory category, @Nullable Instant until) {
        worlds.people().tie(person, world.cpas.cpas, category, until);
    }

    private void assertSettled(DossierNumber number) {
        assertThat(status(number)).isEqualTo("replacement.replaced");
        assertThat(openWork(number)).isEmpty();
        assertThat(timeline(number)).containsExactly("replacement.asked", "replacement.replaced");
        assertThat(access.findResponsibility(world.coLocalManagerId, Instant.now())
                        .orElseThrow()
                        .responsibility()
                        .runs(Instant.now()))
                .isFalse();
    }

    private void nobodyManages() {
        jdbc.sql("update responsibility set valid_until = now() - interval '2 days' where organisation_id = :entity"
                        + " and kind in ('PRINCIPAL_ACCESS_MANAGER', 'CO_PRINCIPAL_ACCESS_MANAGER')")
                .param("entity", world.cpas.cpas.id().value())
                .update();
    }

    private void endFunctions() {
        jdbc.sql("update legal_function set valid_until = now() - interval '2 days' where organisation_id = :entity")
                .param("entity", world.cpas.cpas.id().value())
                .update();
    }

    private static LocalDate today() {
        return Days.of(Instant.now());
    }

    private static RelationshipDeclaration declaring(RelationshipCategory category, @Nullable LocalDate lastDay) {
        return new RelationshipDeclaration(category, "travail@test.example", "081 12 34 56", lastDay);
    }

    private String refusal(Actor actor, DossierNumber number) {
        return catchThrowableOfType(
                        NotAllowedException.class,
                        () -> acts.declareTie(actor, number, declaring(RelationshipCategory.OFFICIAL, null), "Contrat"))
                .rejection()
                .code();
    }

    private List<String> rejections(Actor actor, DossierNumber number, RelationshipDeclaration tie) {
        return rejections(actor, number, tie, "Contrat");
    }

    private List<String> rejections(Actor actor, DossierNumber number, RelationshipDeclaration tie, String reason) {
        return catchThrowableOfType(RejectedException.class, () -> acts.declareTie(actor, number, tie, reason))
                .rejections()
                .stream()
                .map(rejection -> rejection.code() + "@" + rejection.field())
                .toList();
    }

    private DossierNumber dossier(UUID responsibility) {
        return new DossierNumber(
                jdbc.sql("""
                        select c.dossier_number from manager_replacement m join case_file c on c.id = m.case_id
                         where m.responsibility_id = :id order by m.outcome nulls first limit 1""").param("id", responsibility).query(String.class).single());
    }

    private List<String> dossiers() {
        return jdbc.sql("select dossier_number from case_file where organisation_id = :entity order by 1")
                .param("entity", world.cpas.cpas.id().value())
                .query(String.class)
                .list();
    }

    private List<UUID> responsibilitiesAskedFor() {
        return jdbc.sql("""
                        select m.responsibility_id from manager_replacement m join case_file c on c.id = m.case_id
                         where c.organisation_id = :entity""")
                .param("entity", world.cpas.cpas.id().value())
                .query(UUID.class)
                .list();
    }

    private List<DossierNumber> work(Actor actor) {
        return workList.page(desks.workFor(actor), null, 100).stream()
                .map(WorkList.Line::number)
                .toList();
    }

    private String status(DossierNumber number) {
        return jdbc.sql("select status from case_file where dossier_number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    private List<String> openWork(DossierNumber number) {
        return ofCase(
                "select w.kind from work_item w join case_file c on c.id = w.case_id"
                        + " where c.dossier_number = :number and w.done_at is null",
                number);
    }

    private UUID doneBy(DossierNumber number) {
        return jdbc.sql("select w.done_by from work_item w join case_file c on c.id = w.case_id"
                        + " where c.dossier_number = :number")
                .param("number", number.value())
                .query(UUID.class)
                .single();
    }

    private List<String> timeline(DossierNumber number) {
        return ofCase(
                "select t.event from timeline_entry t join case_file c on c.id = t.case_id"
                        + " where c.dossier_number = :number order by t.happened_at, t.id",
                number);
    }

    private String mail(DossierNumber number) {
        return mails.about(number).get(0).words();
    }

    private List<String> ofCase(String sql, DossierNumber number) {
        return jdbc.sql(sql).param("number", number.value()).query(String.class).list();
    }
}
