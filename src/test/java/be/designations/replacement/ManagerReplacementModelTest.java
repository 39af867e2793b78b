package be.designations.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.WorkItemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The model and the program call things the same. */
class ManagerReplacementModelTest {

    private final String model = read();

    @Test
    void the_process_is_started_by_its_key() {
        assertThat(found("<bpmn:process id=\"([^\"]+)\"")).containsExactly(ManagerReplacementProcess.KEY);
    }

    @Test
    void the_only_variable_says_who_replaces() {
        assertThat(found("tFormalExpression\">\\$\\{(\\w+)}<"))
                .containsExactly(ManagerReplacementProcess.BY_REPRESENTATIVE);
    }

    @Test
    void the_only_message_is_that_it_is_settled() {
        assertThat(found("<bpmn:message [^>]*name=\"([^\"]+)\"")).containsExactly(ManagerReplacementProcess.SETTLED);
    }

    @Test
    void its_user_tasks_are_the_two_kinds_of_work() {
        assertThat(found("<bpmn:userTask id=\"([^\"]+)\""))
                .containsExactlyInAnyOrder(
                        WorkItemKind.REPLACE_PRINCIPAL_MANAGER.step(), WorkItemKind.REPLACE_MANAGER.step());
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
            return Files.readString(Path.of("bpmn/manager-replacement.bpmn"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
