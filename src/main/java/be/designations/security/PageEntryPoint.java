package be.designations.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends somebody who is not signed in to the sign-in page, and tells when a session of theirs has ended. */
class PageEntryPoint implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        SignInPage.redirect(request, response, ended ? SignInPage.with(SignInPage.Notice.EXPIRED) : SignInPage.PATH);
    }
}
