package be.designations.notification;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text in lines that every program shows whole; those that know this form join them again, on a telephone for example.
 * <i>Source: RFC 3676 §4.</i>
 */
final class FlowedText {

    /** What follows {@code text/} in the type of such a text. */
    static final String SUBTYPE = "plain; format=flowed";

    /** Characters of a line at most, the space at its end included; one word that is longer, an address for example, stays whole. */
    private static final int LONGEST = 76;

    private FlowedText() {}

    /** @param text lines of any length */
    static String of(String text) {
        return Stream.of(text.split("\n", -1)).map(FlowedText::flowed).collect(Collectors.joining("\n"));
    }

    /** A space before the end of a line says that it goes on in the next. */
    private static String flowed(String line) {
        StringBuilder lines = new StringBuilder(line.length() + line.length() / LONGEST);
        String rest = stuffed(line.stripTrailing());
        for (int end = breakOf(rest); end > 0; end = breakOf(rest)) {
            lines.append(rest, 0, end).append('\n');
            rest = stuffed(rest.substring(end));
        }
        return lines.append(rest).toString();
    }

    /** Where the next line begins, after a space; 0 when all of it is one line. */
    private static int breakOf(String line) {
        if (line.length() <= LONGEST) {
            return 0;
        }
        int last = line.lastIndexOf(' ', LONGEST - 1);
        return (last > 0 ? last : line.indexOf(' ', LONGEST)) + 1;
    }

    /** A space in front, which is taken off again, of what would be read as something else there. */
    private static String stuffed(String line) {
        return line.startsWith(" ") || line.startsWith(">") || line.startsWith("From ") ? ' ' + line : line;
    }
}
