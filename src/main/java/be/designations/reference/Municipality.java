package be.designations.reference;

import be.designations.directory.Language;
import java.util.List;

/**
 * A municipality as {@code reference/municipalities.csv} has it.
 *
 * @param nisCode   five digits (REFNIS)
 * @param nameNl    the Dutch name; for the German-speaking municipalities it is the German one too
 * @param region    {@code BRUSSELS}, {@code FLANDERS} or {@code WALLONIA}
 * @param languages its official languages, at least one
 */
public record Municipality(
        String nisCode,
        String nameFr,
        String nameNl,
        String provinceFr,
        String provinceNl,
        String region,
        List<Language> languages,
        String postalCode,
        int inhabitants) {

    public Municipality {
        languages = List.copyOf(languages);
    }

    /** The language in which its CPAS is written to (D15); a CPAS of Brussels that has not chosen gets French. */
    public Language letterLanguage() {
        return languages.get(0);
    }

    /** The name in the language of {@link #letterLanguage()}. */
    String localName() {
        return letterLanguage() == Language.FR ? nameFr : nameNl;
    }
}
