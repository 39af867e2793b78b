package be.designations.identifier;

import be.designations.identifier.InvalidIdentifierException.Reason;
import java.util.Optional;

/**
 * The number of an employer at the National Social Security Office (ONSS / RSZ). Lasting numbers run from 100006 to
 * 199999934 and are held as nine digits, provisional ones from 5000000120 to 5999999989 and have ten; the last two are
 * check digits. <i>Source: B5.</i>
 *
 * @param value nine digits, or ten if provisional
 */
public record NssoNumber(String value) implements Identifier {

    private static final int LENGTH = 9;
    private static final int SHORTEST = 6;
    private static final int LONGEST = 10;

    /** Reads like {@link #of}. */
    public NssoNumber {
        String digits = Digits.in(value, IdentifierKind.NSSO_NUMBER);
        if (digits.length() < SHORTEST || digits.length() > LONGEST) {
            throw IdentifierKind.NSSO_NUMBER.refused(Reason.LENGTH);
        }
        long number = Long.parseLong(digits);
        if (!isLasting(number) && !isProvisional(number)) {
            throw IdentifierKind.NSSO_NUMBER.refused(Reason.DOMAIN);
        }
        if (number % 100 != checkDigits(number / 100)) {
            throw IdentifierKind.NSSO_NUMBER.refused(Reason.CHECK_DIGITS);
        }
        value = Digits.padded(number, LENGTH);
    }

    /**
     * Reads {@code 1879957-96}, {@code 187995796} and the like; zeros in front may be left out.
     *
     * @throws InvalidIdentifierException for LENGTH, NOT_NUMERIC, DOMAIN or CHECK_DIGITS
     */
    public static NssoNumber of(String text) {
        return new NssoNumber(text);
    }

    public static Optional<NssoNumber> parse(String text) {
        return Digits.attempt(text, NssoNumber::new);
    }

    /**
     * Completes a number with its check digits.
     *
     * @param stem 1 000 to 1 999 999, or 50 000 001 to 59 999 999 for a provisional number
     * @throws InvalidIdentifierException for DOMAIN outside those ranges
     */
    public static NssoNumber withCheckDigits(int stem) {
        if (stem < 1_000 || stem > 59_999_999) {
            throw IdentifierKind.NSSO_NUMBER.refused(Reason.DOMAIN);
        }
        return new NssoNumber(Digits.padded(stem * 100L + checkDigits(stem), LENGTH));
    }

    /** Whether the number was given out until the employer has a lasting one. */
    public boolean isProvisional() {
        return isProvisional(Long.parseLong(value));
    }

    @Override
    public IdentifierKind kind() {
        return IdentifierKind.NSSO_NUMBER;
    }

    /** The usual way of writing it, the check digits behind a hyphen: {@code 1879957-96}. */
    @Override
    public String formatted() {
        int stem = value.length() - 2;
        return value.substring(0, stem) + "-" + value.substring(stem);
    }

    @Override
    public String toString() {
        return formatted();
    }

    private static boolean isLasting(long number) {
        return number >= 100_006L && number <= 199_999_934L;
    }

    private static boolean isProvisional(long number) {
        return number >= 5_000_000_120L && number <= 5_999_999_989L;
    }

    private static int checkDigits(long stem) {
        int check = 96 - (int) (stem * 100 % 97);
        return check == 0 ? 97 : check;
    }
}
