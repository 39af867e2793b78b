package be.designations.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Says why a form is not taken: most often its session has ended while it stood open. */
class PageAccessDenied implements AccessDeniedHandler {

    /**
     * Why the servlet container read no fields of a form: without fields the token seems to be missing too, but what keeps it
     * from being read is what the sender must hear of. <i>Source: FailedRequestFilter of Tomcat.</i>
     */
    private static final String UNREADABLE = "org.apache.catalina.parameter_parse_failed_reason";

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Object unreadable = request.getAttribute(UNREADABLE);
        if (why instanceof CsrfException && unreadable != null) {
            response.sendError(
                    unreadable.toString().equals("POST_TOO_LARGE")
                            ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                            : HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        SecurityEvent.OPERATION_REFUSED.log("code", why instanceof CsrfException ? "csrf" : "denied");
        if (why instanceof CsrfException && SignedIn.current().isEmpty()) {
            SignInPage.redirect(request, response, SignInPage.Notice.EXPIRED);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
