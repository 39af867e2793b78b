package be.designations.identifier;

import java.util.Optional;

/**
 * The number of an organisation in the Crossroads Bank for Enterprises (BCE / KBO): ten digits, the first 0 or 1, the last
 * two check digits. <i>Source: B5.</i>
 *
 * @param value ten digits
 */
public record EnterpriseNumber(String value) implements Identifier {

    /** Reads like {@link #of}. */
    public EnterpriseNumber {
        String digits = Digits.in(withoutCountry(value), IdentifierKind.ENTERPRISE_NUMBER);
        // The older form has nine digits, and many papers still show it.
        value = digits.length() == 9 ? "0" + digits : digits;
        Digits.requireOfBank(value, '0', '1', IdentifierKind.ENTERPRISE_NUMBER);
    }

    /**
     * Reads {@code 0403.019.261}, {@code BE 0403019261}, {@code 403.019.261} and the like.
     *
     * @throws InvalidIdentifierException for LENGTH, NOT_NUMERIC, DOMAIN or CHECK_DIGITS
     */
    public static EnterpriseNumber of(String text) {
        return new EnterpriseNumber(text);
    }

    public static Optional<EnterpriseNumber> parse(String text) {
        return Digits.attempt(text, EnterpriseNumber::new);
    }

    public static boolean isValid(String text) {
        return parse(text).isPresent();
    }

    /**
     * Completes a number with its check digits. Invented organisations begin at 9 990 000 (0999.000.0xx), so that none is
     * mistaken for a real one. <i>Source: D16.</i>
     *
     * @param firstEightDigits 0 to 19 999 999
     * @throws InvalidIdentifierException for DOMAIN outside that range
     */
    public static EnterpriseNumber withCheckDigits(int firstEightDigits) {
        return new EnterpriseNumber(Digits.ofBank(firstEightDigits, 0, 19_999_999, IdentifierKind.ENTERPRISE_NUMBER));
    }

    @Override
    public IdentifierKind kind() {
        return IdentifierKind.ENTERPRISE_NUMBER;
    }

    /** As in {@code 0403.019.261}. */
    @Override
    public String formatted() {
        return value.substring(0, 4) + "." + value.substring(4, 7) + "." + value.substring(7);
    }

    @Override
    public String toString() {
        return formatted();
    }

    private static String withoutCountry(String text) {
        String stripped = text.strip();
        return stripped.regionMatches(true, 0, "BE", 0, 2) ? stripped.substring(2) : stripped;
    }
}
