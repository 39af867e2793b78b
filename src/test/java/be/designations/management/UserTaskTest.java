package be.designations.management;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.SubdivisionId;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.management.UserTask.Asked;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserTaskTest {

    @ParameterizedTest
    @EnumSource
    void a_task_asks_what_its_action_takes_and_why(UserTask task) {
        var answers = new Answers();
        UserAction action = task.action(answers);

        Set<String> asked = new TreeSet<>(Set.of("reason"));
        for (Asked one : Asked.values()) {
            if (task.asks(one)) {
                asked.addAll(
                        switch (one) {
                            case ROLES_TO_GRANT -> Set.of("roles", "context", "wholeEntity", "althoughBlocked");
                            case ROLES_HELD -> Set.of("roles");
                            case PERIOD -> Set.of("firstDay", "lastDay");
                            case SUBDIVISION -> Set.of("subdivision");
                        });
            }
        }
        assertThat(answers.taken).isEqualTo(asked);
        assertThat(action.task()).isEqualTo(task);
    }

    /** Notes which were taken. */
    private static final class Answers implements UserTask.Answers {

        private final Set<String> taken = new TreeSet<>();

        @Override
        public Set<String> roles() {
            taken.add("roles");
            return Set.of("A");
        }

        @Override
        public Set<EstablishmentUnitNumber> context() {
            taken.add("context");
            return Set.of();
        }

        @Override
        public boolean wholeEntity() {
            taken.add("wholeEntity");
            return false;
        }

        @Override
        public boolean althoughBlocked() {
            taken.add("althoughBlocked");
            return false;
        }

        @Override
        public LocalDate firstDay() {
            taken.add("firstDay");
            return LocalDate.of(2026, 3, 2);
        }

        @Override
        public @Nullable LocalDate lastDay() {
            taken.add("lastDay");
            return null;
        }

        @Override
        public @Nullable SubdivisionId subdivision() {
            taken.add("subdivision");
            return null;
        }

        @Override
        public @Nullable String reason() {
            taken.add("reason");
            return null;
        }
    }
}
