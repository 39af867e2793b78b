package be.designations.notification;

import be.designations.directory.DeskWords;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sentences of mails in one language. */
final class MailTexts {
    /** With the French word before it that loses its last letter before a vowel. */
    private static final Pattern PLACEHOLDER = Pattern.compile("(?:\\b([DdQq](?:u)?)e )?\\{([a-z-]+)}");

    private static final String VOWELS = "AEIOU";

    private final ResourceBundle bundle;
    private final boolean french;
    private final UnaryOperator<String> names;

    private MailTexts(ResourceBundle bundle, boolean french, UnaryOperator<String> names) {
        this.bundle = bundle;
        this.french = french;
        this.names = names;
    }

    /** With the names of the desks as they are written. */
    static MailTexts in(Locale language) {
        return in(language, DeskWords::asWritten);
    }

    /** @param names puts in who has the desks (D18) */
    static MailTexts in(Locale language, UnaryOperator<String> names) {
        // Without this control a missing language would be answered in the language of the machine.
        Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return new MailTexts(
                ResourceBundle.getBundle("messages.notification", language, noFallback),
                Locale.FRENCH.getLanguage().equals(language.getLanguage()),
                names);
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    String get(String key) {
        return names.apply(bundle.getString(key));
    }

    /**
     * The text with its details: in French “d’Elke”, where it says “de {people}”.
     *
     * @throws IllegalArgumentException when the text names a detail that is not given
     */
    String get(String key, Map<Detail, String> details) {
        return PLACEHOLDER.matcher(get(key)).replaceAll(match -> {
            String name = match.group(2);
            String value = details.entrySet().stream()
                    .filter(detail -> detail.getKey().code().equals(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(key + " needs the detail " + name));
            return Matcher.quoteReplacement(before(match.group(1), value) + value);
        });
    }

    /** @param word “d” or “qu” of what stands before the value, or null */
    private String before(@Nullable String word, String value) {
        if (word == null) {
            return "";
        }
        return word + (french && beginsWithVowel(value) ? "’" : "e ");
    }

    /** A name with h is left alone: whether it is heard cannot be seen. */
    private static boolean beginsWithVowel(String value) {
        return !value.isEmpty()
                && VOWELS.indexOf(Normalizer.normalize(value, Normalizer.Form.NFD)
                                .toUpperCase(Locale.ROOT)
                                .charAt(0))
                        >= 0;
    }
}
