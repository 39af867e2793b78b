package be.designations.forms;

import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a line of text must be, beyond a pattern. A form file names it in the property {@code format}. */
enum FieldFormat {
    NISS,
    ENTERPRISE_NUMBER,
    PHONE;

    /** E.164 has at most 15 digits; the shortest numbers of the country have 8. */
    private static final int FEWEST_DIGITS = 8;

    private static final int MOST_DIGITS = 15;

    static Optional<FieldFormat> named(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }

    /** As in the form file, and the code of the error. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isValid(String text) {
        return switch (this) {
            case NISS -> Niss.isValid(text);
            case ENTERPRISE_NUMBER -> EnterpriseNumber.isValid(text);
            case PHONE -> isPhone(text);
        };
    }

    /** A valid text the way it is shown. */
    String formatted(String text) {
        return switch (this) {
            case NISS -> Niss.of(text).formatted();
            case ENTERPRISE_NUMBER -> EnterpriseNumber.of(text).formatted();
            case PHONE -> text;
        };
    }

    private static boolean isPhone(String text) {
        if (!text.matches("\\+?[0-9(][0-9 ./()-]*")) {
            return false;
        }
        long digits = text.chars().filter(Character::isDigit).count();
        return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
    }
}
