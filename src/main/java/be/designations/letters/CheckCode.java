package be.designations.letters;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a letter is checked by: twenty letters and digits, a hundred bits of chance, so that nobody comes upon one. None of them
 * is mistaken for another on paper (the alphabet of Crockford); typed with or without hyphens and spaces, in any case.
 *
 * @param value twenty characters without hyphens
 */
public record CheckCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 4;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final SecureRandom CHANCE = new SecureRandom();

    public CheckCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a check code");
        }
    }

    public static boolean isValid(String typed) {
        return FORM.matcher(canonical(typed)).matches();
    }

    /** @throws IllegalArgumentException when it is none, see {@link #isValid} */
    public static CheckCode of(String typed) {
        return new CheckCode(canonical(typed));
    }

    static CheckCode drawn() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(CHANCE.nextInt(ALPHABET.length())));
        }
        return new CheckCode(code.toString());
    }

    private static String canonical(String typed) {
        return typed.replaceAll("[\\s\\u00AD\\u2010-\\u2015-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** In groups of four, as it stands on the letter. */
    @Override
    public String toString() {
        return value.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }
}
