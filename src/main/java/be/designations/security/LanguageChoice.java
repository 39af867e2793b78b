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

/** Remembers the language that a reader chose: with the person who is signed in, else in a cookie. */
class LanguageChoice extends OncePerRequestFilter {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Accounts accounts;

    LanguageChoice(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestLanguage.asked(request).ifPresent(language -> remember(language, request, response));
        chain.doFilter(request, response);
    }

    private void remember(Language language, HttpServletRequest request, HttpServletResponse response) {
        var signedIn = SignedIn.current();
        if (signedIn.isPresent()) {
            accounts.remember(signedIn.get().person(), language);
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
