package be.designations.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps NISS out of the log, which is never cleaned up.
 *
 * <p>Masked is what is punctuated as a NISS, whether its check digits hold or not, and eleven bare digits whose
 * check digits hold: other numbers of eleven digits (a telephone number) mostly stay readable.
 */
public final class NissMask {
    static final String MASKED = "***********";

    private static final Pattern CANDIDATE = Pattern.compile(
            "(?<![\\p{Alnum}+])\\d{2}[. /-]?\\d{2}[. /-]?\\d{2}[. /-]?\\d{3}[. /-]?\\d{2}" + "(?!\\p{Alnum})");
    private static final long BORN_FROM_2000 = 2_000_000_000L;

    private NissMask() {}

    /** Whether a NISS stands in that text. */
    public static boolean isNeededFor(String text) {
        return !mask(text).equals(text);
    }

    /** The same text without NISS. */
    public static String mask(String text) {
        return CANDIDATE.matcher(text).replaceAll(match -> {
            String found = match.group();
            String digits = found.replaceAll("\\D", "");
            boolean punctuated = digits.length() < found.length();
            return Matcher.quoteReplacement(punctuated || checkDigitsHold(digits) ? MASKED : found);
        });
    }

    /** The same tree without NISS, in names and in values, numbers included. */
    static JsonNode mask(JsonNode node) {
        if (node.isTextual() || node.isNumber()) {
            String text = node.asText();
            String masked = mask(text);
            return masked.equals(text) ? node : TextNode.valueOf(masked);
        }
        if (node.isArray()) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(element -> masked.add(mask(element)));
            return masked;
        }
        if (node.isObject()) {
            ObjectNode masked = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> masked.set(mask(field.getKey()), mask(field.getValue())));
            return masked;
        }
        return node;
    }

    private static boolean checkDigitsHold(String digits) {
        long number = Long.parseLong(digits.substring(0, 9));
        long check = Long.parseLong(digits.substring(9));
        return 97 - number % 97 == check || 97 - (BORN_FROM_2000 + number) % 97 == check;
    }
}
