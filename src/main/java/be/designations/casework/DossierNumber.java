package be.designations.casework;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number that people quote: {@code DPD-2026-00001}, the kind of case, the year of opening and a number that starts
 * anew each year. It is also the business key of the case's process.
 *
 * @param value the canonical form
 */
public record DossierNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2,5}-\\d{4}-\\d{5,}");

    /** @throws IllegalArgumentException for any other form */
    public DossierNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a dossier number");
        }
    }

    /** @param number from 1 */
    public static DossierNumber of(String prefix, int year, int number) {
        return new DossierNumber("%s-%04d-%05d".formatted(prefix, year, number));
    }

    /**
     * Reads what stands in an address, in any case.
     *
     * @throws IllegalArgumentException when it is not a dossier number
     */
    public static DossierNumber valueOf(String text) {
        return new DossierNumber(text.toUpperCase(Locale.ROOT));
    }

    /** Reads what a person typed, in any case; nothing when it is not a dossier number. */
    public static Optional<DossierNumber> parse(String text) {
        String typed = text.strip().toUpperCase(Locale.ROOT);
        return FORM.matcher(typed).matches() ? Optional.of(new DossierNumber(typed)) : Optional.empty();
    }

    /** The kind of case, as it is written in front. */
    public String prefix() {
        return value.substring(0, value.indexOf('-'));
    }

    @Override
    public String toString() {
        return value;
    }
}
