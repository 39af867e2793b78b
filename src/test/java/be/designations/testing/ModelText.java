package be.designations.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A process model as it is written, for tests that hold the program's names to it. */
public final class ModelText {

    private final String xml;

    private ModelText(String xml) {
        this.xml = xml;
    }

    /** @param processKey the name of its file too */
    public static ModelText of(String processKey) {
        try {
            return new ModelText(Files.readString(Path.of("bpmn", processKey + ".bpmn")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<String> processes() {
        return found("<bpmn:process id=\"([^\"]+)\"");
    }

    /** The variables by which its ways and times are chosen. */
    public Set<String> variables() {
        return found("tFormalExpression\">\\$\\{(\\w+)[ }]");
    }

    public Set<String> messages() {
        return found("<bpmn:message [^>]*name=\"([^\"]+)\"");
    }

    public Set<String> userTasks() {
        return found("<bpmn:userTask id=\"([^\"]+)\"");
    }

    /** What that variable is compared with. */
    public Set<String> valuesOf(String variable) {
        return found(Pattern.quote(variable) + " == '(\\w+)'");
    }

    public Set<String> elements() {
        return found("<bpmn:\\w+ id=\"([^\"]+)\"");
    }

    private Set<String> found(String pattern) {
        return Pattern.compile(pattern)
                .matcher(xml)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }
}
