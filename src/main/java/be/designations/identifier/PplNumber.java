package be.designations.identifier;

import be.designations.identifier.InvalidIdentifierException.Reason;
import java.util.Optional;

/**
 * The number of a provincial or local employer (PPL), once given out by ONSSAPL and ORPSS: eight digits, the last two check
 * digits. <i>Source: B5.</i>
 *
 * @param value eight digits
 */
public record PplNumber(String value) implements Identifier {

    private static final int LENGTH = 8;
    private static final int SHORTEST = 3;
    private static final int FIRST = 197;
    private static final int LAST = 99_999_926;

    /** Reads like {@link #of}. */
    public PplNumber {
        String digits = Digits.in(value, IdentifierKind.PPL_NUMBER);
        if (digits.length() < SHORTEST || digits.length() > LENGTH) {
            throw IdentifierKind.PPL_NUMBER.refused(Reason.LENGTH);
        }
        int number = Integer.parseInt(digits);
        if (number < FIRST || number > LAST) {
            throw IdentifierKind.PPL_NUMBER.refused(Reason.DOMAIN);
        }
        if (number % 100 != checkDigits(number / 100)) {
            throw IdentifierKind.PPL_NUMBER.refused(Reason.CHECK_DIGITS);
        }
        value = Digits.padded(number, LENGTH);
    }

    /**
     * Reads {@code 021300-57}, {@code 02130057} and the like; zeros in front may be left out.
     *
     * @throws InvalidIdentifierException for LENGTH, NOT_NUMERIC, DOMAIN or CHECK_DIGITS
     */
    public static PplNumber of(String text) {
        return new PplNumber(text);
    }

    public static Optional<PplNumber> parse(String text) {
        return Digits.attempt(text, PplNumber::new);
    }

    /**
     * Completes a number with its check digits.
     *
     * @param firstSixDigits 2 to 999 999: the number of 1 would lie before the first that is set aside
     * @throws InvalidIdentifierException for DOMAIN outside that range
     */
    public static PplNumber withCheckDigits(int firstSixDigits) {
        if (firstSixDigits < 2 || firstSixDigits > 999_999) {
            throw IdentifierKind.PPL_NUMBER.refused(Reason.DOMAIN);
        }
        return new PplNumber(Digits.padded(firstSixDigits * 100L + checkDigits(firstSixDigits), LENGTH));
    }

    @Override
    public IdentifierKind kind() {
        return IdentifierKind.PPL_NUMBER;
    }

    /** The check digits behind a hyphen, as for an ONSS number: {@code 021300-57}. */
    @Override
    public String formatted() {
        return value.substring(0, LENGTH - 2) + "-" + value.substring(LENGTH - 2);
    }

    @Override
    public String toString() {
        return formatted();
    }

    private static int checkDigits(int stem) {
        int check = stem % 97;
        return check == 0 ? 97 : check;
    }
}
