package be.designations.access;

import be.designations.directory.Language;
import be.designations.rules.Typed;

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

    /** As it is kept when people typed it, each on one line. */
    public Translated tidy() {
        return new Translated(Typed.line(fr), Typed.line(nl), Typed.line(de));
    }
}
