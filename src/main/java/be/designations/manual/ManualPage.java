package be.designations.manual;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a task is done, in one language.
 *
 * @param purpose what it is for
 * @param then    what follows
 * @param wrong   what can go wrong, and what to do about it
 */
public record ManualPage(
        ManualTask task, String title, String purpose, List<List<Part>> steps, List<Part> then, List<Part> wrong) {

    /** @param shown whether it is what a page shows: the words of a button, a link or a heading */
    public record Part(String text, boolean shown) {}

    /** All its words. */
    public String text() {
        return Stream.concat(
                        Stream.of(title, purpose),
                        Stream.of(steps.stream().flatMap(List::stream), then.stream(), wrong.stream())
                                .flatMap(parts -> parts.map(Part::text)))
                .collect(Collectors.joining(" "));
    }
}
