package be.designations.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of somebody who was disabled since: at their next request, whichever it is. */
class StandingCheck extends OncePerRequestFilter {

    private final Accounts accounts;

    StandingCheck(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SignedIn.current();
        if (signedIn.isPresent()) {
            var language = accounts.languageOfEnabled(signedIn.get().person());
            if (language.isEmpty()) {
                endSession(request);
                SignInPage.redirect(request, response, SignInPage.Notice.DISABLED);
                return;
            }
            RequestLanguage.keepOfPerson(request, language.get());
        }
        chain.doFilter(request, response);
    }

    private static void endSession(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
