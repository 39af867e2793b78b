package be.designations.dpd;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.AccessModel;
import be.designations.casework.DossierNumber;
import be.designations.casework.Reminders;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.localmanager.LocalManagerProcess;
import be.designations.testing.CpasWorld;
import be.designations.testing.DossierActs;
import be.designations.testing.IntegrationTest;
import be.designations.testing.Mails;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is told that something waits too long (D14). */
@IntegrationTest
class RemindersIT {

    @Autowired
    private DossierActs acts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Directory directory;

    @Autowired
    AccessModel access;

    @Autowired
    DpdDesignations designations;

    @Autowired
    Reminders reminders;

    CpasWorld world;
    Mails mails;
    DossierNumber number;

    @BeforeEach
    void aDossierAtTheCrossroadsBank() {
        world = new CpasWorld(jdbc, directory, access);
        mails = new Mails(jdbc);
        var head = world.forCpas(world.head);
        var draft = designations.startDraft(head, world.cpas.id());
        var saved = designations.saveDraft(head, draft.id(), draft.version(), world.answers());
        number = designations.submit(head, saved.id(), saved.version());
    }

    @Test
    void the_desk_is_reminded_while_nobody_has_taken_the_work() {
        reminders.remind(number, DpdCase.GIVE_OPINION);

        assertThat(told("work-item-reminder")).containsExactly("bcss@test.example");
        assertThat(subject("work-item-reminder")).contains(number.value(), "Rendre l’avis");
    }

    @Test
    void who_has_taken_the_work_is_reminded_in_their_language() {
        jdbc.sql("update person set language = :language where id = :id")
                .param("language", Language.NL.code())
                .param("id", world.reviewer.id().value())
                .update();
        acts.take(CpasWorld.as(world.reviewer), number, false);

        reminders.remind(number, DpdCase.GIVE_OPINION);

        assertThat(told("work-item-reminder")).containsExactly(world.reviewer.email());
        assertThat(subject("work-item-reminder")).contains("Advies geven");
    }

    @Test
    void a_late_opinion_is_told_to_spp_is_too() {
        reminders.escalate(number, DpdCase.GIVE_OPINION);
        reminders.escalate(number, DpdCase.GIVE_OPINION);

        assertThat(told("work-item-overdue")).containsExactlyInAnyOrder("bcss@test.example", "spp-is@test.example");
    }

    @Test
    void the_cpas_is_reminded_to_complete_its_file() {
        acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?");

        reminders.remind(number, DpdCase.COMPLETE_FILE);

        assertThat(told("work-item-reminder")).containsExactly(world.cpas.email());
    }

    @Test
    void a_late_decision_is_told_to_spp_is_once() {
        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");

        reminders.escalate(number, DpdCase.DECIDE);

        assertThat(told("work-item-overdue")).containsExactly("spp-is@test.example");
    }

    @Test
    void a_late_change_of_local_manager_is_told_to_the_managers_spp_is_and_the_head() {
        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        acts.decide(CpasWorld.as(world.approver), number, null, true, null);

        reminders.remind(number, LocalManagerProcess.CHANGE_LOCAL_MANAGER);
        reminders.escalate(number, LocalManagerProcess.CHANGE_LOCAL_MANAGER);

        assertThat(told("work-item-reminder"))
                .containsExactlyInAnyOrder(world.principalManager.email(), world.coPrincipalManager.email());
        assertThat(told("work-item-overdue"))
                .containsExactlyInAnyOrder(
                        world.principalManager.email(),
                        world.coPrincipalManager.email(),
                        world.head.email(),
                        "spp-is@test.example");
    }

    private List<String> told(String kind) {
        return mails.told(number, kind);
    }

    private String subject(String kind) {
        return mails.only(number, kind).subject();
    }
}
