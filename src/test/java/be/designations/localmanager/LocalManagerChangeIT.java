package be.designations.localmanager;

import static be.designations.testing.CpasWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.casework.Cases;
import be.designations.casework.DossierNumber;
import be.designations.casework.WorkItems;
import be.designations.directory.Actor;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.testing.CpasWorld;
import be.designations.testing.ProcessElements.DpdDesignation;
import be.designations.testing.ProcessTrace;
import be.designations.testing.WholeApplication;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From an approved officer to the local manager: through services, engine, database and mails. */
class LocalManagerChangeIT extends WholeApplication {

    @Autowired
    private LocalManagerChanges changes;

    @Autowired
    private Cases cases;

    @Autowired
    private WorkItems workItems;

    @Autowired
    private ProcessEngine engine;

    private CpasWorld world;
    private ProcessTrace trace;

    @BeforeEach
    void aCpasWithItsPeople() {
        world = worlds.cpas();
        trace = new ProcessTrace(engine);
    }

    @Test
    void who_manages_the_entity_is_asked_and_gives_the_word() {
        DossierNumber number = acts.approved(world, world.answers());
        assertThat(mails.told(number, "local-manager-change-asked"))
                .containsExactlyInAnyOrder(world.principalManager.email(), world.coPrincipalManager.email());
        LocalManagerChanges.Preview seen = changes.preview(as(world.principalManager), number);
        assertThat(seen.change().newManager()).isEqualTo(world.candidate.id());
        assertThat(seen.formerManager()).isEqualTo(world.localManager.id());
        assertThat(seen.needsRemoval()).isFalse();

        acts.changeLocalManager(as(world.principalManager), number, world.candidate.niss(), false);

        assertThat(localManager()).isEqualTo(world.candidate.id());
        assertThat(trace.of(number)).isEnded().hasPassed(DpdDesignation.EVENT_DESIGNATED);
        assertThat(mails.told(number, "local-manager-ended")).containsExactly(world.localManager.email());
        assertThat(mails.told(number, "local-manager-designated")).containsExactly(world.candidate.email());
        assertThat(mails.told(number, "local-manager-changed")).containsExactly("qualite@test.example");
    }

    @Test
    void the_former_local_manager_ends_when_the_new_one_begins() {
        DossierNumber number = acts.approved(world, world.answers());

        acts.changeLocalManager(as(world.principalManager), number, world.candidate.niss(), false);

        Responsibility manager =
                access.localManager(world.socialAction.id(), Instant.now()).orElseThrow();
        assertThat(access.localManager(
                                world.socialAction.id(), manager.validFrom().minusMillis(1))
                        .orElseThrow()
                        .person())
                .isEqualTo(world.localManager.id());
        assertThat(access.responsibilitiesIn(world.socialAction.id(), world.localManager.id(), manager.validFrom()))
                .isEmpty();
    }

    @Test
    void who_comes_second_hears_who_was_faster() {
        DossierNumber number = acts.approved(world, world.answers());
        acts.changeLocalManager(as(world.coPrincipalManager), number, world.candidate.niss(), false);

        assertThatThrownBy(() ->
                        acts.changeLocalManager(as(world.principalManager), number, world.candidate.niss(), false))
                .isInstanceOfSatisfying(AlreadyHandledException.class, told -> {
                    assertThat(told.by()).isEqualTo(world.coPrincipalManager.displayName());
                    assertThat(told.bySelf()).isFalse();
                });
    }

    @Test
    void a_change_is_applied_once_however_often_the_engine_asks() {
        DossierNumber number = acts.approved(world, world.answers());
        acts.changeLocalManager(as(world.principalManager), number, world.candidate.niss(), false);
        Responsibility manager =
                access.localManager(world.socialAction.id(), Instant.now()).orElseThrow();

        changes.apply(number);
        changes.confirmBasis(number);

        assertThat(access.localManager(world.socialAction.id(), Instant.now())).contains(manager);
        assertThat(confirmations(number)).isZero();
    }

    @Test
    void an_officer_who_is_local_manager_already_needs_no_change_and_gains_a_basis() {
        DossierNumber number = acts.approved(world, CpasWorld.answersFor(world.localManager));

        assertThat(cases.find(number).orElseThrow().status()).isEqualTo("dpd.completed");
        assertThat(trace.of(number)).isEnded();
        assertThat(localManager()).isEqualTo(world.localManager.id());
        assertThat(confirmations(number)).isEqualTo(1);
    }

    @Test
    void a_user_of_the_quality_becomes_local_manager_only_when_the_removal_is_confirmed() {
        world.give(world.candidate, ResponsibilityKind.USER, world.socialAction.id());
        world.giveRight(world.candidate, "SOCIAL_WORKER", world.socialAction.id());
        DossierNumber number = acts.approved(world, world.answers());
        Actor principalManager = world.forCpas(world.principalManager);
        assertThat(changes.preview(principalManager, number).needsRemoval()).isTrue();

        assertThatThrownBy(() -> acts.changeLocalManager(principalManager, number, world.candidate.niss(), false))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("localmanager.removal-not-confirmed");
        assertThat(localManager()).isEqualTo(world.localManager.id());
        acts.changeLocalManager(principalManager, number, world.candidate.niss(), true);

        assertThat(localManager()).isEqualTo(world.candidate.id());
        assertThat(access.responsibilitiesIn(world.socialAction.id(), world.candidate.id(), Instant.now()))
                .extracting(held -> held.kind())
                .containsExactly(ResponsibilityKind.LOCAL_MANAGER);
        assertThat(access.rights(world.socialAction.id(), world.candidate.id(), Instant.now()))
                .isEmpty();
    }

    @Test
    void a_local_manager_who_is_not_the_officer_is_refused() {
        DossierNumber number = acts.approved(world, world.answers());

        assertThatThrownBy(() ->
                        acts.changeLocalManager(world.forCpas(world.principalManager), number, world.user.niss(), true))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("access.local-manager-is-not-dpd");
        assertThat(localManager()).isEqualTo(world.localManager.id());
        assertThat(workItems.findOpen(cases.find(number).orElseThrow().id()))
                .hasValueSatisfying(
                        work -> assertThat(work.kind()).isEqualTo(LocalManagerProcess.CHANGE_LOCAL_MANAGER));
    }

    @Test
    void only_the_principal_and_co_principal_access_manager_change_the_local_manager() {
        DossierNumber number = acts.approved(world, world.answers());
        for (Person forbidden : List.of(world.head, world.localManager, world.candidate)) {
            assertThatThrownBy(() -> acts.changeLocalManager(as(forbidden), number, world.candidate.niss(), false))
                    .isInstanceOfAny(NotAllowedException.class, NotFoundException.class);
        }
        CpasWorld other = worlds.cpas();
        assertThatThrownBy(() -> acts.changeLocalManager(
                        other.forCpas(other.principalManager), number, world.candidate.niss(), false))
                .isInstanceOf(NotFoundException.class);

        acts.changeLocalManager(world.forCpas(world.coPrincipalManager), number, world.candidate.niss(), false);
        assertThat(localManager()).isEqualTo(world.candidate.id());
    }

    private PersonId localManager() {
        return access.localManager(world.socialAction.id(), Instant.now())
                .orElseThrow()
                .person();
    }

    private int confirmations(DossierNumber number) {
        return jdbc.sql("""
                        select count(*) from responsibility_confirmation c
                          join basis b on b.id = c.basis_id join case_file f on f.id = b.case_id
                         where f.dossier_number = :number""")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }
}
