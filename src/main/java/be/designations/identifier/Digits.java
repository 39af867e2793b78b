package be.designations.identifier;

import be.designations.identifier.InvalidIdentifierException.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What the kinds of number have in common: separators, zeros in front, the check by 97. */
final class Digits {

    /** Among them what word processors make of a space or hyphen: no-break and narrow spaces, other dashes. */
    private static final String SEPARATORS = " .-/\t\u00a0\u202f\u2009\u2010\u2011\u2013";

    private Digits() {}

    /** The digits of the text, without its separators. */
    static String in(String text, IdentifierKind kind) {
        StringBuilder digits = new StringBuilder();
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            if (character >= '0' && character <= '9') {
                digits.append(character);
            } else if (SEPARATORS.indexOf(character) < 0) {
                throw new InvalidIdentifierException(kind, Reason.NOT_NUMERIC);
            }
        }
        return digits.toString();
    }

    static String padded(long number, int length) {
        return String.format(Locale.ROOT, "%0" + length + "d", number);
    }

    /** Check digits as the National Register and the Crossroads Bank for Enterprises count them: 1 to 97. */
    static int complementOf97(long number) {
        return 97 - (int) (number % 97);
    }

    static <T> Optional<T> attempt(String text, Function<String, T> of) {
        try {
            return Optional.of(of.apply(text));
        } catch (InvalidIdentifierException notOne) {
            return Optional.empty();
        }
    }
}
