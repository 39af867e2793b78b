package be.designations.web;

import be.designations.rules.AlreadyHandledException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Sentences in the language of a request. */
@Component
class Messages {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final MessageSource source;
    private final LocaleResolver locales;

    Messages(MessageSource source, LocaleResolver locales) {
        this.source = source;
        this.locales = locales;
    }

    /** Also known in a filter, where Spring MVC has not looked at the request yet. */
    Locale locale(HttpServletRequest request) {
        return locales.resolveLocale(request);
    }

    String get(String key, HttpServletRequest request, Object... arguments) {
        return source.getMessage(key, arguments, locale(request));
    }

    String of(Rejection rejection, HttpServletRequest request) {
        return get(rejection.messageKey(), request, rejection.arguments().toArray());
    }

    /** Who was faster, and when in Belgian time. */
    String of(AlreadyHandledException exception, HttpServletRequest request) {
        var at = exception.at().atZone(BRUSSELS);
        String by = exception.by();
        String key = exception.bySelf() ? "error.409.by-self" : by == null ? "error.409.by-deadline" : "error.409.by";
        return get(key, request, by == null ? "" : by, DATE.format(at), TIME.format(at));
    }
}
