package be.designations.localmanager;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.ModelText;
import org.junit.jupiter.api.Test;

/** The model and the program call things the same. */
class LocalManagerChangeModelTest {

    private final ModelText model = ModelText.of("local-manager-change");

    @Test
    void the_process_is_called_by_its_key() {
        assertThat(model.processes()).containsExactly(LocalManagerChangeProcess.KEY);
    }

    @Test
    void the_only_variable_says_whether_there_is_anything_to_change() {
        assertThat(model.variables()).containsExactly(LocalManagerChangeProcess.ALREADY_LOCAL_MANAGER);
    }

    @Test
    void its_only_user_task_is_the_word_of_the_principal_manager() {
        assertThat(model.userTasks()).containsExactly(LocalManagerProcess.CHANGE_LOCAL_MANAGER.task());
    }
}
