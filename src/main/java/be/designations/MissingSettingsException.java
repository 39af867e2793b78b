package be.designations;

import java.util.List;

/** Settings without which the application must not start. */
final class MissingSettingsException extends RuntimeException {

    private final transient List<String> variables;

    MissingSettingsException(List<String> variables) {
        super("not set: " + String.join(", ", variables));
        this.variables = List.copyOf(variables);
    }

    List<String> variables() {
        return variables;
    }
}
