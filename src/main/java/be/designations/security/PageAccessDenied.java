package be.designations.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Says why a form is not taken: most often its session has ended while it stood open. */
class PageAccessDenied implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        if (response.isCommitted()) {
            return;
        }
        if (why instanceof CsrfException && isTooLarge(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (why instanceof CsrfException && SignedIn.current().isEmpty()) {
            SignInPage.redirect(request, response, SignInPage.Notice.EXPIRED);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /**
     * An upload over the limit has no readable fields, so that the token of the form seems to be missing too: the size is
     * what the sender must hear of.
     */
    private static boolean isTooLarge(HttpServletRequest request) throws IOException, ServletException {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/")) {
            return false;
        }
        try {
            request.getParts();
            return false;
        } catch (IllegalStateException overLimit) {
            return true;
        }
    }
}
