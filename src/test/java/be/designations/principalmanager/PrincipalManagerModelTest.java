package be.designations.principalmanager;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.WorkItemKind;
import be.designations.principalmanager.PrincipalManagerProcess.RegisterAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The model and the program call things the same. */
class PrincipalManagerModelTest {

    private final String model = read();

    @Test
    void the_process_is_started_by_its_key() {
        assertThat(found("<bpmn:process id=\"([^\"]+)\"")).containsExactly(PrincipalManagerProcess.KEY);
    }

    @Test
    void its_ways_are_chosen_by_the_variables_that_the_program_sets() {
        assertThat(found("tFormalExpression\">\\$\\{(\\w+)[ }]"))
                .containsExactlyInAnyOrder(
                        PrincipalManagerProcess.SPECIAL_PROCEDURE,
                        PrincipalManagerProcess.REGISTER_ANSWER,
                        PrincipalManagerProcess.MANDATE_ACCEPTED,
                        PrincipalManagerProcess.DESIGNATED);
    }

    @Test
    void what_the_register_says_is_told_apart_by_its_names() {
        assertThat(found("registerAnswer == '(\\w+)'"))
                .containsExactlyInAnyOrder(RegisterAnswer.RECOGNISED.name(), RegisterAnswer.SILENT.name());
    }

    @Test
    void the_only_message_is_that_it_is_withdrawn() {
        assertThat(found("<bpmn:message [^>]*name=\"([^\"]+)\"")).containsExactly(PrincipalManagerProcess.WITHDRAWN);
    }

    @Test
    void its_only_user_task_is_the_work_of_support() {
        assertThat(found("<bpmn:userTask id=\"([^\"]+)\"")).containsExactly(WorkItemKind.VERIFY_MANDATE.step());
    }

    private Set<String> found(String pattern) {
        return Pattern.compile(pattern)
                .matcher(model)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static String read() {
        try {
            return Files.readString(Path.of("bpmn/principal-manager-designation.bpmn"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
