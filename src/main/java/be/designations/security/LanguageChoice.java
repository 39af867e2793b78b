package be.designations.security;

import be.designations.directory.Language;
import be.designations.directory.PersonId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Remembers the language that a reader chose: with the person who is signed in. A visitor's is kept in a cookie, and in the
 * session until it is known whose it is: who chooses on the way to signing in has chosen for themselves.
 */
class LanguageChoice extends OncePerRequestFilter {

    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final String OF_VISITOR = LanguageChoice.class.getName() + ".visitor";

    private final Accounts accounts;

    LanguageChoice(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SignedIn.current();
        if (signedIn.isPresent()) {
            PersonId reader = signedIn.get().person();
            takeOfVisitor(request).ifPresent(language -> {
                accounts.remember(reader, language);
                RequestLanguage.keepOfPerson(request, language);
            });
            RequestLanguage.asked(request).ifPresent(language -> accounts.remember(reader, language));
        } else {
            RequestLanguage.asked(request).ifPresent(language -> keepOfVisitor(language, request, response));
        }
        chain.doFilter(request, response);
    }

    private static Optional<Language> takeOfVisitor(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(OF_VISITOR) instanceof Language chosen)) {
            return Optional.empty();
        }
        session.removeAttribute(OF_VISITOR);
        return Optional.of(chosen);
    }

    private static void keepOfVisitor(Language language, HttpServletRequest request, HttpServletResponse response) {
        request.getSession().setAttribute(OF_VISITOR, language);
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
