package be.designations.identifier;

import be.designations.identifier.InvalidIdentifierException.Reason;
import java.util.Optional;

/**
 * The number of a place where an organisation works, in the Crossroads Bank for Enterprises (BCE / KBO): ten digits, the
 * first 2 to 8, the last two check digits. <i>Source: B5.</i>
 *
 * @param value ten digits
 */
public record EstablishmentUnitNumber(String value) implements Identifier {

    private static final int LENGTH = 10;

    /** Reads like {@link #of}. */
    public EstablishmentUnitNumber {
        value = Digits.in(value, IdentifierKind.ESTABLISHMENT_UNIT_NUMBER);
        if (value.length() != LENGTH) {
            throw refused(Reason.LENGTH);
        }
        if (value.charAt(0) < '2' || value.charAt(0) > '8') {
            throw refused(Reason.DOMAIN);
        }
        long number = Long.parseLong(value);
        if (number % 100 != Digits.complementOf97(number / 100)) {
            throw refused(Reason.CHECK_DIGITS);
        }
    }

    /**
     * Reads {@code 2.297.964.444}, {@code 2297964444} and the like.
     *
     * @throws InvalidIdentifierException for LENGTH, NOT_NUMERIC, DOMAIN or CHECK_DIGITS
     */
    public static EstablishmentUnitNumber of(String text) {
        return new EstablishmentUnitNumber(text);
    }

    public static Optional<EstablishmentUnitNumber> parse(String text) {
        return Digits.attempt(text, EstablishmentUnitNumber::new);
    }

    public static boolean isValid(String text) {
        return parse(text).isPresent();
    }

    /**
     * Completes a number with its check digits.
     *
     * @param firstEightDigits 20 000 000 to 89 999 999
     * @throws InvalidIdentifierException for DOMAIN outside that range
     */
    public static EstablishmentUnitNumber withCheckDigits(int firstEightDigits) {
        if (firstEightDigits < 20_000_000 || firstEightDigits > 89_999_999) {
            throw refused(Reason.DOMAIN);
        }
        long number = firstEightDigits * 100L + Digits.complementOf97(firstEightDigits);
        return new EstablishmentUnitNumber(Digits.padded(number, LENGTH));
    }

    @Override
    public IdentifierKind kind() {
        return IdentifierKind.ESTABLISHMENT_UNIT_NUMBER;
    }

    /** As in {@code 2.297.964.444}. */
    @Override
    public String formatted() {
        return value.charAt(0) + "." + value.substring(1, 4) + "." + value.substring(4, 7) + "." + value.substring(7);
    }

    @Override
    public String toString() {
        return formatted();
    }

    private static InvalidIdentifierException refused(Reason reason) {
        return new InvalidIdentifierException(IdentifierKind.ESTABLISHMENT_UNIT_NUMBER, reason);
    }
}
