package be.designations.dpd;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.AccessModel;
import be.designations.casework.DossierNumber;
import be.designations.casework.Reminders;
import be.designations.casework.WorkItemKind;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.testing.CpasWorld;
import be.designations.testing.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is told that something waits too long (D14). */
@IntegrationTest
class RemindersIT {

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
    DossierNumber number;

    @BeforeEach
    void aDossierAtTheCrossroadsBank() {
        world = new CpasWorld(jdbc, directory, access);
        var head = world.forCpas(world.head);
        var draft = designations.startDraft(head, world.cpas.id());
        var saved = designations.saveDraft(head, draft.id(), draft.version(), world.answers());
        number = designations.submit(head, saved.id(), saved.version());
    }

    @Test
    void the_desk_is_reminded_while_nobody_has_taken_the_work() {
        reminders.remind(number, WorkItemKind.GIVE_OPINION);

        assertThat(told("work-item-reminder")).containsExactly("bcss@test.example");
        assertThat(subject("work-item-reminder")).contains(number.value(), "Rendre l’avis");
    }

    @Test
    void who_has_taken_the_work_is_reminded_in_their_language() {
        jdbc.sql("update person set language = :language where id = :id")
                .param("language", Language.NL.code())
                .param("id", world.reviewer.id().value())
                .update();
        designations.take(CpasWorld.as(world.reviewer), number, false);

        reminders.remind(number, WorkItemKind.GIVE_OPINION);

        assertThat(told("work-item-reminder")).containsExactly(world.reviewer.email());
        assertThat(subject("work-item-reminder")).contains("Advies geven");
    }

    @Test
    void a_late_opinion_is_told_to_spp_is_too() {
        reminders.escalate(number, WorkItemKind.GIVE_OPINION);
        reminders.escalate(number, WorkItemKind.GIVE_OPINION);

        assertThat(told("work-item-overdue")).containsExactlyInAnyOrder("bcss@test.example", "spp-is@test.example");
    }

    @Test
    void the_cpas_is_reminded_to_complete_its_file() {
        designations.askCompletion(CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?");

        reminders.remind(number, WorkItemKind.COMPLETE_FILE);

        assertThat(told("work-item-reminder")).containsExactly(world.cpas.email());
    }

    @Test
    void a_late_decision_is_told_to_spp_is_once() {
        designations.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");

        reminders.escalate(number, WorkItemKind.DECIDE);

        assertThat(told("work-item-overdue")).containsExactly("spp-is@test.example");
    }

    @Test
    void a_late_change_of_local_manager_is_told_to_the_managers_spp_is_and_the_head() {
        designations.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        designations.decide(CpasWorld.as(world.approver), number, null, true, null);

        reminders.remind(number, WorkItemKind.CHANGE_LOCAL_MANAGER);
        reminders.escalate(number, WorkItemKind.CHANGE_LOCAL_MANAGER);

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
        return jdbc.sql("""
                        select to_address from notification n join case_file c on c.id = n.case_id
                         where c.dossier_number = :number and n.kind = :kind order by 1""")
                .param("number", number.value())
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    private String subject(String kind) {
        return jdbc.sql("""
                        select subject from notification n join case_file c on c.id = n.case_id
                         where c.dossier_number = :number and n.kind = :kind""")
                .param("number", number.value())
                .param("kind", kind)
                .query(String.class)
                .single();
    }
}
