package be.designations.principalmanager;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.principalmanager.PrincipalManagerProcess.RegisterAnswer;
import be.designations.testing.ModelText;
import org.junit.jupiter.api.Test;

/** The model and the program call things the same. */
class PrincipalManagerModelTest {

    private final ModelText model = ModelText.of("principal-manager-designation");

    @Test
    void the_process_is_started_by_its_key() {
        assertThat(model.processes()).containsExactly(PrincipalManagerProcess.KEY);
    }

    @Test
    void its_ways_are_chosen_by_the_variables_that_the_program_sets() {
        assertThat(model.variables())
                .containsExactlyInAnyOrder(
                        PrincipalManagerProcess.SPECIAL_PROCEDURE,
                        PrincipalManagerProcess.REGISTER_ANSWER,
                        PrincipalManagerProcess.MANDATE_ACCEPTED,
                        PrincipalManagerProcess.DESIGNATED);
    }

    @Test
    void what_the_register_says_is_told_apart_by_its_names() {
        assertThat(model.valuesOf(PrincipalManagerProcess.REGISTER_ANSWER))
                .containsExactlyInAnyOrder(RegisterAnswer.RECOGNISED.name(), RegisterAnswer.SILENT.name());
    }

    @Test
    void the_only_message_is_that_it_is_withdrawn() {
        assertThat(model.messages()).containsExactly(PrincipalManagerProcess.WITHDRAWN);
    }

    @Test
    void its_only_user_task_is_the_work_of_support() {
        assertThat(model.userTasks()).containsExactly(PrincipalManagerCase.VERIFY_MANDATE.task());
    }
}
