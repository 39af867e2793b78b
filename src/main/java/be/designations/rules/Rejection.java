package be.designations.rules;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule's refusal.
 *
 * @param code      the rule, in kebab case with its module first ({@code dpd.too-few-hours}); the message key is
 *                  {@code rejection.<code>}
 * @param field     the form field that the refusal is about, or null when it is about the whole
 * @param arguments what the message says besides its words; never a NISS
 * @param aboutState whether no better request would mend it: the thing has to be read again first
 */
public record Rejection(String code, @Nullable String field, List<Object> arguments, boolean aboutState)
        implements Serializable {

    public Rejection {
        arguments = List.copyOf(arguments);
    }

    public static Rejection of(String code, Object... arguments) {
        return new Rejection(code, null, List.of(arguments), false);
    }

    public static Rejection ofField(String code, String field, Object... arguments) {
        return new Rejection(code, field, List.of(arguments), false);
    }

    /** The same refusal, as one about how things stand by now. */
    public Rejection ofState() {
        return new Rejection(code, field, arguments, true);
    }

    /** The same refusal at the field where that was asked. */
    public Rejection at(String asked) {
        return new Rejection(code, asked, arguments, aboutState);
    }

    /** The key of the sentence in the message bundles. */
    public String messageKey() {
        return "rejection." + code;
    }
}
