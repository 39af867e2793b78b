package be.designations.dpd;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.dpd.DpdDesignationProcess.DecisionOutcome;
import be.designations.dpd.DpdDesignationProcess.OpinionOutcome;
import be.designations.testing.ModelText;
import org.junit.jupiter.api.Test;

/** The model and the program call things the same. */
class DpdDesignationModelTest {

    private final ModelText model = ModelText.of("dpd-designation");

    @Test
    void the_process_is_started_by_its_key() {
        assertThat(model.processes()).containsExactly(DpdDesignationProcess.KEY);
    }

    @Test
    void its_ways_are_chosen_by_the_variables_that_the_program_sets() {
        assertThat(model.variables())
                .containsExactlyInAnyOrder(
                        DpdDesignationProcess.OPINION_OUTCOME,
                        DpdDesignationProcess.DECISION_OUTCOME,
                        DpdDesignationProcess.MANDATE_STARTS_LATER,
                        DpdDesignationProcess.MANDATE_START);
    }

    @Test
    void what_the_desks_answer_is_told_apart_by_its_names() {
        assertThat(model.valuesOf(DpdDesignationProcess.OPINION_OUTCOME))
                .containsExactly(OpinionOutcome.COMPLETION_ASKED.name());
        assertThat(model.valuesOf(DpdDesignationProcess.DECISION_OUTCOME))
                .containsExactly(DecisionOutcome.REFUSED.name());
    }

    @Test
    void its_messages_are_that_it_is_withdrawn_or_that_the_mandate_has_ended() {
        assertThat(model.messages())
                .containsExactlyInAnyOrder(DpdDesignationProcess.WITHDRAWN, DpdDesignationProcess.MANDATE_ENDED);
    }

    @Test
    void its_user_tasks_are_the_work_of_the_desks_and_of_the_cpas() {
        assertThat(model.userTasks())
                .containsExactlyInAnyOrder(
                        DpdCase.GIVE_OPINION.task(), DpdCase.COMPLETE_FILE.task(), DpdCase.DECIDE.task());
    }
}
