package be.designations.directory;

import be.designations.identifier.Niss;
import java.text.Normalizer;
import java.util.Locale;

/** What the National Register says of a person. */
public record RegisteredPerson(Niss niss, String lastName, String firstName) {

    /** Whether that is the last name: capitals, accents, hyphens and spaces say nothing. */
    public boolean isCalled(String name) {
        return folded(lastName).equals(folded(name));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
