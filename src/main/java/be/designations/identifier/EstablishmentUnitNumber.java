package be.designations.identifier;

import java.util.Optional;

/**
 * The number of a place where an organisation works, in the Crossroads Bank for Enterprises (BCE / KBO): ten digits, the
 * first 2 to 8, the last two check digits. <i>Source: B5.</i>
 *
 * @param value ten digits
 */
public record EstablishmentUnitNumber(String value) implements Identifier {

    /** Reads like {@link #of}. */
    public EstablishmentUnitNumber {
        value = Digits.in(value, IdentifierKind.ESTABLISHMENT_UNIT_NUMBER);
        Digits.requireOfBank(value, '2', '8', IdentifierKind.ESTABLISHMENT_UNIT_NUMBER);
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
        return new EstablishmentUnitNumber(
                Digits.ofBank(firstEightDigits, 20_000_000, 89_999_999, IdentifierKind.ESTABLISHMENT_UNIT_NUMBER));
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
}
