package be.designations.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.ModelText;
import org.junit.jupiter.api.Test;

/** The model and the program call things the same. */
class ManagerReplacementModelTest {

    private final ModelText model = ModelText.of("manager-replacement");

    @Test
    void the_process_is_started_by_its_key() {
        assertThat(model.processes()).containsExactly(ManagerReplacementProcess.KEY);
    }

    @Test
    void the_only_variable_says_who_replaces() {
        assertThat(model.variables()).containsExactly(ManagerReplacementProcess.BY_REPRESENTATIVE);
    }

    @Test
    void the_only_message_is_that_it_is_settled() {
        assertThat(model.messages()).containsExactly(ManagerReplacementProcess.SETTLED);
    }

    @Test
    void its_user_tasks_are_the_two_kinds_of_work() {
        assertThat(model.userTasks())
                .containsExactlyInAnyOrder(
                        ReplacementCase.REPLACE_PRINCIPAL_MANAGER.task(), ReplacementCase.REPLACE_MANAGER.task());
    }
}
