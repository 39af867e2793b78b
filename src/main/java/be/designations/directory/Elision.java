package be.designations.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** French words that lose their last letter before a name: “d’Elke”, where a sentence says “de {0}”. */
public final class Elision {

    private static final String VOWELS = "AEIOU";

    private Elision() {}

    /** That sentence, with “d’” and “qu’” before the name if it begins with a vowel. */
    public static String before(String name, String sentence) {
        if (!beginsWithVowel(name) || !sentence.contains("e " + name)) {
            return sentence;
        }
        return Pattern.compile("\\b([Dd]|[Qq]u)e (?=" + Pattern.quote(name) + ")")
                .matcher(sentence)
                .replaceAll("$1’");
    }

    /** A name with h is left alone: whether it is heard cannot be seen. */
    private static boolean beginsWithVowel(String name) {
        return !name.isEmpty()
                && VOWELS.indexOf(Normalizer.normalize(name.substring(0, 1), Normalizer.Form.NFD)
                                .toUpperCase(Locale.ROOT)
                                .charAt(0))
                        >= 0;
    }
}
