package be.designations.forms;

import java.util.List;

/**
 * An answer that does not fit the form. The sentence is the message {@code form.error.<code>}, with the label of the
 * field as {0} and the arguments after it; {@link FormViews#message} makes it.
 *
 * @param key the field; for {@code unknown-field} the name that was posted
 * @param code {@code required}, {@code unknown-field}, {@code malformed}, {@code control-characters}, {@code option},
 *     {@code too-short}, {@code too-long}, {@code pattern}, {@code email}, {@code number}, {@code decimals},
 *     {@code too-small}, {@code too-large}, {@code date}, {@code date-incomplete}, or the name of a format:
 *     {@code niss}, {@code enterprise-number}, {@code phone}
 */
public record FieldError(String key, String code, List<Object> arguments) {

    /** Every code there is; each has a message in each language. */
    static final List<String> CODES = List.of(
            "required",
            "unknown-field",
            "malformed",
            "control-characters",
            "option",
            "too-short",
            "too-long",
            "pattern",
            "email",
            "number",
            "decimals",
            "too-small",
            "too-large",
            "date",
            "date-incomplete",
            "niss",
            "enterprise-number",
            "phone");

    public FieldError {
        arguments = List.copyOf(arguments);
    }

    static FieldError of(String key, String code, Object... arguments) {
        return new FieldError(key, code, List.of(arguments));
    }
}
