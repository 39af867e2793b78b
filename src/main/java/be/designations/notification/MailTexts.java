package be.designations.notification;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of mails in one language. */
final class MailTexts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");

    private final ResourceBundle bundle;

    private MailTexts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    static MailTexts in(Locale language) {
        // Without this control a missing language would be answered in the language of the machine.
        Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return new MailTexts(ResourceBundle.getBundle("messages.notification", language, noFallback));
    }

    String get(String key) {
        return bundle.getString(key);
    }

    /** @throws IllegalArgumentException when the text names a detail that is not given */
    String get(String key, Map<Detail, String> details) {
        return PLACEHOLDER.matcher(get(key)).replaceAll(match -> {
            String name = match.group(1);
            return details.entrySet().stream()
                    .filter(detail -> detail.getKey().code().equals(name))
                    .map(detail -> Matcher.quoteReplacement(detail.getValue()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(key + " needs the detail " + name));
        });
    }
}
