package be.designations.api;

import be.designations.access.DomainName;
import be.designations.directory.DeskNamedMessages;
import be.designations.directory.Language;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Words in the language of the request that this thread works on. */
@Component
public class Texts {

    private final DeskNamedMessages messages;

    Texts(DeskNamedMessages messages) {
        this.messages = messages;
    }

    public String get(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** In which the request is answered. */
    public Language language() {
        return Language.of(LocaleContextHolder.getLocale().getLanguage());
    }

    /** The code with the words under {@code <prefix>.<code>}; what has no words is told by its code. */
    public CodedText coded(String prefix, String code) {
        String text = messages.getMessage(prefix + "." + code, null, code, LocaleContextHolder.getLocale());
        return new CodedText(code, Objects.requireNonNullElse(text, code));
    }

    /** A domain by its name; null for none. */
    public @Nullable CodedText coded(@Nullable DomainName domain) {
        return domain == null
                ? null
                : new CodedText(domain.code().value(), domain.name().in(language()));
    }

    /** The code with the first of these texts that there is; what has no words is told by its code. */
    public CodedText coded(String code, List<String> keys) {
        return new CodedText(
                code,
                messages.getMessage(
                        new DefaultMessageSourceResolvable(keys.toArray(String[]::new), null, code),
                        LocaleContextHolder.getLocale()));
    }

    /** The same for something that happened then: who had the desks then is who its words name (D18). */
    public CodedText coded(Instant when, String code, List<String> keys) {
        Locale locale = LocaleContextHolder.getLocale();
        return new CodedText(
                code,
                keys.stream()
                        .flatMap(key -> messages.find(when, key, locale).stream())
                        .findFirst()
                        .orElse(code));
    }

    public CodedText coded(String code, String key, List<Object> arguments) {
        return new CodedText(code, get(key, arguments.toArray()));
    }
}
