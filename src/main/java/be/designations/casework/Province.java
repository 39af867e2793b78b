package be.designations.casework;

import be.designations.directory.Language;
import java.text.Normalizer;
import java.util.Locale;

/** A province of Belgium, by its names. */
public record Province(String nameFr, String nameNl) {

    /** As it stands in addresses: its French name without accents, capitals and blanks. */
    public String code() {
        return Normalizer.normalize(nameFr, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", "-");
    }

    /** In Dutch for who reads Dutch, else in French. */
    public String name(Language language) {
        return language == Language.NL ? nameNl : nameFr;
    }
}
