package be.designations.directory;

import java.util.List;
import java.util.Locale;

/** The languages that people read; letters to a CPAS are never in English (D15). */
public enum Language {
    FR,
    NL,
    DE,
    EN;

    /** Those in which organisations are written to. */
    public static final List<Language> LETTERS = List.of(FR, NL, DE);

    /** @param code two letters in any case; an unknown code is an {@link IllegalArgumentException} */
    public static Language of(String code) {
        return valueOf(code.trim().toUpperCase(Locale.ROOT));
    }

    /** The two lower-case letters of ISO 639-1. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return this == EN
                ? Locale.ENGLISH
                : new Locale.Builder().setLanguage(code()).setRegion("BE").build();
    }
}
