package be.designations.identifier;

import be.designations.identifier.InvalidIdentifierException.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What the kinds of number have in common: separators, zeros in front, the check by 97. */
final class Digits {

    /** Among them what word processors make of a space or hyphen: no-break and narrow spaces, other dashes. */
    private static final String SEPARATORS = " .-/\t\u00a0\u202f\u2009\u2010\u2011\u2013";

    private static final int LENGTH_OF_BANK = 10;

    private Digits() {}

    /** The digits of the text, without its separators. */
    static String in(String text, IdentifierKind kind) {
        StringBuilder digits = new StringBuilder();
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            if (character >= '0' && character <= '9') {
                digits.append(character);
            } else if (SEPARATORS.indexOf(character) < 0) {
                throw kind.refused(Reason.NOT_NUMERIC);
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

    /** Refuses what is no number of the Crossroads Bank for Enterprises: ten digits, the last two of them check digits. */
    static void requireOfBank(String digits, char least, char most, IdentifierKind kind) {
        if (digits.length() != LENGTH_OF_BANK) {
            throw kind.refused(Reason.LENGTH);
        }
        if (digits.charAt(0) < least || digits.charAt(0) > most) {
            throw kind.refused(Reason.DOMAIN);
        }
        long number = Long.parseLong(digits);
        if (number % 100 != complementOf97(number / 100)) {
            throw kind.refused(Reason.CHECK_DIGITS);
        }
    }

    /** A number of the Crossroads Bank for Enterprises with its check digits. */
    static String ofBank(int firstEightDigits, int least, int most, IdentifierKind kind) {
        if (firstEightDigits < least || firstEightDigits > most) {
            throw kind.refused(Reason.DOMAIN);
        }
        return padded(firstEightDigits * 100L + complementOf97(firstEightDigits), LENGTH_OF_BANK);
    }

    static <T> Optional<T> attempt(String text, Function<String, T> of) {
        try {
            return Optional.of(of.apply(text));
        } catch (InvalidIdentifierException notOne) {
            return Optional.empty();
        }
    }
}
