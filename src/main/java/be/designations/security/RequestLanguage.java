package be.designations.security;

import be.designations.directory.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language in which a request is answered. A page: the one asked for with {@code ?lang=}, else the person's, else the
 * cookie's, else the first of {@code Accept-Language} that we speak, else French. The API: {@code Accept-Language}, else
 * French.
 */
@Component("localeResolver")
class RequestLanguage implements LocaleResolver {

    static final String PARAMETER = "lang";
    static final String COOKIE = "language";

    private static final String OF_PERSON = RequestLanguage.class.getName() + ".person";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request).locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a language is chosen with ?" + PARAMETER + "=");
    }

    static Language of(HttpServletRequest request) {
        if (ApiRequests.isApi(request)) {
            return accepted(request);
        }
        return asked(request)
                .or(() -> Optional.ofNullable((Language) request.getAttribute(OF_PERSON)))
                .or(() -> ofCookie(request))
                .orElseGet(() -> accepted(request));
    }

    /** The language that a link of the language menu asks for. */
    static Optional<Language> asked(HttpServletRequest request) {
        // Only of a GET: asking an upload for a parameter would read its body.
        return request.getMethod().equals("GET") ? known(request.getParameter(PARAMETER)) : Optional.empty();
    }

    static void keepOfPerson(HttpServletRequest request, Language language) {
        request.setAttribute(OF_PERSON, language);
    }

    private static Optional<Language> ofCookie(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : known(cookie.getValue());
    }

    private static Language accepted(HttpServletRequest request) {
        // Without the header the servlet container would answer with the machine's own language.
        if (request.getHeader("Accept-Language") == null) {
            return Language.FR;
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> known(locale.getLanguage()).stream())
                .findFirst()
                .orElse(Language.FR);
    }

    private static Optional<Language> known(@Nullable String code) {
        for (Language language : Language.values()) {
            if (language.code().equalsIgnoreCase(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
