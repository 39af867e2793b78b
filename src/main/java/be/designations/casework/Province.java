package be.designations.casework;

import java.text.Normalizer;
import java.util.Locale;

/** A province of Belgium, by the French name under which municipalities have it. */
public record Province(String nameFr) {

    /** As it stands in addresses: its French name without accents, capitals and blanks. */
    public String code() {
        return Normalizer.normalize(nameFr, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", "-");
    }

    /** Under which its name stands in the bundles, in every language of the reader. */
    public String nameKey() {
        return "province." + code();
    }
}
