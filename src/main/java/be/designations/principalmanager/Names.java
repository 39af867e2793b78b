package be.designations.principalmanager;

import java.text.Normalizer;
import java.util.Locale;

/** Whether two spellings of a name are the same one: capitals, accents, hyphens and spaces say nothing. */
final class Names {

    private Names() {}

    static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
