package be.designations.directory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * The texts of the bundles, with who has the desks where they name them: now, or at an instant that is told of (D18); in French “d’Elke”,
 * where one says “de {0}”. They are read once, and the bundles of a language are one table: a page says a thousand of them.
 */
@Component("messageSource")
public class DeskNamedMessages extends ReloadableResourceBundleMessageSource {

    private final DeskNames names;

    DeskNamedMessages(DeskNames names, @Value("${spring.messages.basename}") String[] bundles) {
        this.names = names;
        setBasenames(Arrays.stream(bundles)
                .map(ResourceLoader.CLASSPATH_URL_PREFIX::concat)
                .toArray(String[]::new));
        setDefaultEncoding(StandardCharsets.UTF_8.name());
        // A missing language would be answered in the language of the machine.
        setFallbackToSystemLocale(false);
    }

    /** What a text says of that instant. */
    public String at(Instant when, String code, Locale locale) {
        return find(when, code, locale).orElseThrow(() -> new NoSuchMessageException(code, locale));
    }

    /** The same of a text that not everything has. */
    public Optional<String> find(Instant when, String code, Locale locale) {
        return Optional.ofNullable(super.getMessageInternal(code, null, locale))
                .map(said -> names.in(said, language(locale), when));
    }

    /** What a text would say in that language if whoever is called that had the desk. */
    public String calling(OrganisationKind desk, String name, String code, Language language) {
        String said = super.getMessageInternal(code, null, language.locale());
        return said == null
                ? code
                : DeskWords.replace(said, language, kind -> kind == desk ? DeskName.of(language, name) : null);
    }

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] arguments, @Nullable Locale locale) {
        String said = super.getMessageInternal(code, arguments, locale);
        return said == null || locale == null ? said : elided(names.in(said, language(locale)), arguments, locale);
    }

    private static String elided(String said, Object @Nullable [] arguments, Locale locale) {
        if (arguments == null || !locale.getLanguage().equals(Locale.FRENCH.getLanguage())) {
            return said;
        }
        String elided = said;
        for (Object argument : arguments) {
            if (argument instanceof String name) {
                elided = Elision.before(name, elided);
            }
        }
        return elided;
    }

    /** Forms have their French texts themselves. */
    @Override
    protected String renderDefaultMessage(String text, Object @Nullable [] arguments, @Nullable Locale locale) {
        String said = super.renderDefaultMessage(text, arguments, locale);
        return locale == null ? said : names.in(said, language(locale));
    }

    /** The bundles without a suffix are French. */
    private static Language language(Locale locale) {
        return switch (locale.getLanguage()) {
            case "nl" -> Language.NL;
            case "de" -> Language.DE;
            case "en" -> Language.EN;
            default -> Language.FR;
        };
    }
}
