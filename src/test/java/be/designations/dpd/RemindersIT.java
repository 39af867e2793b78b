package be.designations.dpd;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.DossierNumber;
import be.designations.casework.Reminders;
import be.designations.directory.Language;
import be.designations.localmanager.LocalManagerProcess;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is told that something waits too long (D14). */
class RemindersIT extends WholeApplication {

    @Autowired
    Reminders reminders;

    CpasWorld world;
    DossierNumber number;

    @BeforeEach
    void aDossierAtTheCrossroadsBank() {
        world = worlds.cpas();
        number = acts.submit(world.forCpas(world.head), world.answers());
    }

    @Test
    void the_desk_is_reminded_while_nobody_has_taken_the_work() {
        reminders.remind(number, DpdCase.GIVE_OPINION);

        assertThat(told("work-item-reminder")).containsExactly("bcss@test.example");
        assertThat(subject("work-item-reminder")).contains(number.value(), "Rendre l’avis");
    }

    @Test
    void who_has_taken_the_work_is_reminded_in_their_language() {
        worlds.people().speaks(world.reviewer, Language.NL);
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
