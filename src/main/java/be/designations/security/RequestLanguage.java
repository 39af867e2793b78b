package be.designations.security;

import be.designations.directory.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language in which a request is answered. A page: the one asked for with {@code ?lang=}, else that of the session, else
 * the person's, else the cookie's, else the first of {@code Accept-Language} that we speak, else French. The API: {@code
 * Accept-Language}, else French.
 */
@Component("localeResolver")
public class RequestLanguage implements LocaleResolver {

    static final String PARAMETER = "lang";
    static final VisitorCookie COOKIE = new VisitorCookie("language", Duration.ofDays(365));

    private static final String OF_SESSION = RequestLanguage.class.getName() + ".session";

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
                .or(() -> ofSession(request))
                .or(() -> ofPerson(request))
                .or(() -> ofCookie(request))
                .orElseGet(() -> accepted(request));
    }

    /** Whether the person who is signed in reads in another language here than that of their mails and next visits. */
    public static boolean isForSessionOnly(HttpServletRequest request) {
        return ofPerson(request).filter(lasting -> lasting != of(request)).isPresent();
    }

    /** The language that a link of the language menu asks for. */
    static Optional<Language> asked(HttpServletRequest request) {
        // Only of a GET: asking an upload for a parameter would read its body.
        if (!request.getMethod().equals("GET")) {
            return Optional.empty();
        }
        try {
            return known(request.getParameter(PARAMETER));
        } catch (RequestRejectedException noText) {
            // Asked in filters and for the page about an error too, where nobody would answer the exception.
            return Optional.empty();
        }
    }

    static void keepInSession(HttpServletRequest request, Language language) {
        request.getSession().setAttribute(OF_SESSION, language);
    }

    private static Optional<Language> ofSession(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((Language) session.getAttribute(OF_SESSION));
    }

    private static Optional<Language> ofPerson(HttpServletRequest request) {
        return Optional.ofNullable((Language) request.getAttribute(OF_PERSON));
    }

    static void keepOfPerson(HttpServletRequest request, Language language) {
        request.setAttribute(OF_PERSON, language);
    }

    private static Optional<Language> ofCookie(HttpServletRequest request) {
        return COOKIE.in(request).flatMap(RequestLanguage::known);
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

    static Optional<Language> known(@Nullable String code) {
        for (Language language : Language.values()) {
            if (language.code().equalsIgnoreCase(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
