package be.designations.reference;

import be.designations.directory.Language;
import java.text.Normalizer;
import java.util.Set;

/** What the public centre for social welfare of a municipality is called in each language. */
final class CpasNames {

    private static final String VOWELS = "AEIOUY";

    /** An initial h counts as a consonant in French but in these. */
    private static final Set<String> WITH_SILENT_H = Set.of(
            "Ham-sur-Heure-Nalinnes",
            "Hamoir",
            "Hastière",
            "Havelange",
            "Hélécine",
            "Hensies",
            "Herbeumont",
            "Honnelles",
            "Houffalize",
            "Houyet");

    private CpasNames() {}

    static String of(Municipality municipality, Language language) {
        return switch (language) {
            case FR -> "CPAS " + withDe(municipality.nameFr());
            case NL -> "OCMW " + municipality.nameNl();
            // There is no list of German names: elsewhere the municipality keeps the name that it gives itself.
            case DE, EN -> "ÖSHZ " + municipality.localName();
        };
    }

    private static String withDe(String name) {
        if (name.startsWith("Le ")) {
            return "du " + name.substring(3);
        }
        if (name.startsWith("Les ")) {
            return "des " + name.substring(4);
        }
        return (isElided(name) ? "d’" : "de ") + name;
    }

    private static boolean isElided(String name) {
        char first = Normalizer.normalize(name, Normalizer.Form.NFD).charAt(0);
        return VOWELS.indexOf(first) >= 0 || WITH_SILENT_H.contains(name);
    }
}
