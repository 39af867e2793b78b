package be.designations.security;

import be.designations.directory.Language;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the language that a link asked for: until the session ends, and a visitor's in cookies, of which one says that whoever
 * signs in next has just chosen it. What a person reads and is written to in from then on changes by {@link
 * LanguageController} only. A link on another site shows one page in its language, and nothing more.
 */
class LanguageChoice extends OncePerRequestFilter {

    private static final VisitorCookie JUST_CHOSEN = new VisitorCookie("language-chosen", Duration.ofMinutes(30));

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SignedIn.current().isPresent()) {
            JUST_CHOSEN.in(request).ifPresent(code -> {
                RequestLanguage.known(code).ifPresent(language -> RequestLanguage.keepInSession(request, language));
                JUST_CHOSEN.forget(request, response);
            });
        }
        // What browsers say of where a link stood; others are taken at their word. Source: W3C Fetch Metadata.
        if (!"cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            RequestLanguage.asked(request).ifPresent(language -> keep(language, request, response));
        }
        chain.doFilter(request, response);
    }

    private static void keep(Language language, HttpServletRequest request, HttpServletResponse response) {
        if (SignedIn.current().isPresent()) {
            RequestLanguage.keepInSession(request, language);
            return;
        }
        RequestLanguage.COOKIE.keep(request, response, language.code());
        JUST_CHOSEN.keep(request, response, language.code());
    }
}
