package be.designations.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Asks callers of the API who they are; what the answer says is decided where all problems of the API are written. */
class ApiEntryPoint implements AuthenticationEntryPoint {

    private final HandlerExceptionResolver problems;
    private final String challenge;

    /** @param challenge the kind of credentials to send, for {@code WWW-Authenticate} */
    ApiEntryPoint(HandlerExceptionResolver problems, String challenge) {
        this.problems = problems;
        this.challenge = challenge;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        if (problems.resolveException(request, response, null, why) == null) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
