package be.designations.access;

import be.designations.directory.Language;

/** A name in the languages of the country. */
public record Translated(String fr, String nl, String de) {

    /** English readers get the French name: the catalogues have none in English. */
    public String in(Language language) {
        return switch (language) {
            case NL -> nl;
            case DE -> de;
            case FR, EN -> fr;
        };
    }
}
