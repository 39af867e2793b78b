package be.designations.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends, at the next request, whichever it is, the session of somebody who was disabled since, and one that is too old, used
 * or not: whoever took it over does not have it for ever. <i>Source: OWASP ASVS 7.3.2.</i>
 */
class StandingCheck extends OncePerRequestFilter {

    private final Accounts accounts;
    private final Duration longest;
    private final Clock clock;

    StandingCheck(Accounts accounts, Duration longest, Clock clock) {
        this.accounts = accounts;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SignedIn.current();
        if (signedIn.isPresent()) {
            var language = accounts.languageOfEnabled(signedIn.get().person());
            if (language.isEmpty()) {
                end(SignInPage.Notice.DISABLED, request, response);
                return;
            }
            if (isTooOld(request.getSession(false))) {
                end(SignInPage.Notice.EXPIRED, request, response);
                return;
            }
            RequestLanguage.keepOfPerson(request, language.get());
        }
        chain.doFilter(request, response);
    }

    private boolean isTooOld(@Nullable HttpSession session) {
        return session != null
                && Instant.ofEpochMilli(session.getCreationTime()).plus(longest).isBefore(clock.instant());
    }

    private static void end(SignInPage.Notice why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SecurityEvent.SESSION_ENDED.log("code", why.code());
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        SignInPage.redirect(request, response, why);
    }
}
