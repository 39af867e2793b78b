package be.designations.forms;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a line of text must be, beyond a pattern. A form file names it in the property {@code format}. */
enum FieldFormat {
    PHONE(FieldFormat::isPhone, UnaryOperator.identity());

    /** E.164 has at most 15 digits; the shortest numbers of the country have 8. */
    private static final int FEWEST_DIGITS = 8;

    private static final int MOST_DIGITS = 15;

    private final Predicate<String> valid;
    private final UnaryOperator<String> formatted;

    FieldFormat(Predicate<String> valid, UnaryOperator<String> formatted) {
        this.valid = valid;
        this.formatted = formatted;
    }

    static Optional<FieldFormat> named(String id) {
        for (FieldFormat format : values()) {
            if (format.id().equals(id)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** As in the form file, and the code of the error. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isValid(String text) {
        return valid.test(text);
    }

    /** A valid text the way it is shown. */
    String formatted(String text) {
        return formatted.apply(text);
    }

    private static boolean isPhone(String text) {
        if (!text.matches("\\+?[0-9(][0-9 ./()-]*")) {
            return false;
        }
        long digits = text.chars().filter(Character::isDigit).count();
        return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
    }
}
