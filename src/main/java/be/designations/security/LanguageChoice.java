package be.designations.security;

import be.designations.directory.Language;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the language that a link asked for: until the session ends, and a visitor's in a cookie. What a person reads and is
 * written to in from then on changes by {@link LanguageController} only. A link on another site shows one page in its
 * language, and nothing more.
 */
class LanguageChoice extends OncePerRequestFilter {

    private static final Duration A_YEAR = Duration.ofDays(365);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // What browsers say of where a link stood; others are taken at their word. Source: W3C Fetch Metadata.
        if (!"cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            RequestLanguage.asked(request).ifPresent(language -> keep(language, request, response));
        }
        chain.doFilter(request, response);
    }

    private static void keep(Language language, HttpServletRequest request, HttpServletResponse response) {
        RequestLanguage.keepInSession(request, language);
        if (SignedIn.current().isPresent()) {
            return;
        }
        var cookie = ResponseCookie.from(RequestLanguage.COOKIE, language.code())
                .path(request.getContextPath() + "/")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
