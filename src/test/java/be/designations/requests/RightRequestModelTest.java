package be.designations.requests;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.ModelText;
import org.junit.jupiter.api.Test;

/** The model and the program call things the same. */
class RightRequestModelTest {

    private final ModelText model = ModelText.of("right-request");

    @Test
    void the_process_is_started_by_its_key() {
        assertThat(model.processes()).containsExactly(RightRequestProcess.KEY);
    }

    @Test
    void it_needs_no_variable() {
        assertThat(model.variables()).isEmpty();
    }

    @Test
    void the_only_message_is_that_it_is_withdrawn() {
        assertThat(model.messages()).containsExactly(RightRequestProcess.WITHDRAWN);
    }

    @Test
    void its_user_task_is_the_work() {
        assertThat(model.userTasks()).containsExactly(RightRequestCase.DECIDE.task());
    }
}
