package be.designations.web;

import be.designations.pages.PageForms;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Sentences in the language of a request. */
@Component
class Messages {

    private final MessageSource source;
    private final LocaleResolver locales;
    private final PageForms forms;

    Messages(MessageSource source, LocaleResolver locales, PageForms forms) {
        this.source = source;
        this.locales = locales;
        this.forms = forms;
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
        return forms.handled(exception, locale(request));
    }
}
