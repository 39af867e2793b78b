package be.designations.notification;

import be.designations.directory.DeskWords;
import be.designations.directory.Elision;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of mails in one language. */
final class MailTexts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");

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
        String text = PLACEHOLDER.matcher(get(key)).replaceAll(match -> {
            String name = match.group(1);
            return Matcher.quoteReplacement(details.entrySet().stream()
                    .filter(detail -> detail.getKey().code().equals(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(key + " needs the detail " + name)));
        });
        if (french) {
            for (String value : details.values()) {
                text = Elision.before(value, text);
            }
        }
        return text;
    }
}
