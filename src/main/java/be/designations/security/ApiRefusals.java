package be.designations.security;

import be.designations.rules.TooManyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Asks callers of the API who they are, and tells them when their client was not given the scope; what the answer says is
 * decided where all problems of the API are written. <i>Source: RFC 6750 §3.</i>
 */
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver problems;
    private final String challenge;

    /** @param challenge the kind of credentials to send, for {@code WWW-Authenticate} */
    ApiRefusals(HandlerExceptionResolver problems, String challenge) {
        this.problems = problems;
        this.challenge = challenge;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        boolean invalid = why instanceof OAuth2AuthenticationException;
        if (!(why instanceof InsufficientAuthenticationException)) {
            SecurityEvent.TOKEN_REJECTED.log("cause", why.getClass().getSimpleName());
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, invalid ? challenge + " error=\"invalid_token\"" : challenge);
        answer(request, response, why, HttpServletResponse.SC_UNAUTHORIZED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        ApiScope.missing(why).ifPresent(scope -> {
            SecurityEvent.OPERATION_REFUSED.log("code", "insufficient-scope", "scope", scope);
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE, challenge + " error=\"insufficient_scope\", scope=\"" + scope + '"');
        });
        answer(request, response, why, HttpServletResponse.SC_FORBIDDEN);
    }

    void tooMany(HttpServletRequest request, HttpServletResponse response, TooManyException why) throws IOException {
        answer(request, response, why, HttpStatus.TOO_MANY_REQUESTS.value());
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception why, int status)
            throws IOException {
        if (problems.resolveException(request, response, null, why) == null) {
            response.sendError(status);
        }
    }
}
