package be.designations.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule's refusal.
 *
 * @param code      the rule, in kebab case with its module first ({@code dpd.too-few-hours}); the message key is
 *                  {@code rejection.<code>}
 * @param field     the form field that the refusal is about, or null when it is about the whole
 * @param arguments what the message says besides its words; never a NISS
 */
public record Rejection(String code, @Nullable String field, List<Object> arguments) {

    public Rejection {
        arguments = List.copyOf(arguments);
    }

    public static Rejection of(String code, Object... arguments) {
        return new Rejection(code, null, List.of(arguments));
    }

    public static Rejection ofField(String code, String field, Object... arguments) {
        return new Rejection(code, field, List.of(arguments));
    }

    /** The key of the sentence in the message bundles. */
    public String messageKey() {
        return "rejection." + code;
    }
}
