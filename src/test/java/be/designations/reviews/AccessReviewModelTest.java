package be.designations.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.ModelText;
import org.junit.jupiter.api.Test;

/** The model and the program call things the same. */
class AccessReviewModelTest {

    private final ModelText model = ModelText.of("access-review");

    @Test
    void the_process_is_started_by_its_key() {
        assertThat(model.processes()).containsExactly(AccessReviewProcess.KEY);
    }

    @Test
    void it_needs_no_variable() {
        assertThat(model.variables()).isEmpty();
    }

    @Test
    void its_messages_are_that_all_is_answered_and_that_the_day_has_come() {
        assertThat(model.messages()).containsExactlyInAnyOrder(AccessReviewProcess.ANSWERED, AccessReviewProcess.ENDED);
    }

    @Test
    void its_user_task_is_the_work() {
        assertThat(model.userTasks()).containsExactly(AccessReviewCase.REVIEW_RIGHTS.task());
    }
}
