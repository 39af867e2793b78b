package be.designations.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The page where anybody checks a letter takes a file from somebody who has not signed in, as no other does: of a length that is said
 * before, no larger than a letter. It changes nothing, so that nobody gains by forging the form.
 */
class LetterChecks extends OncePerRequestFilter {

    static final String PATH = "/verify";

    /** Bytes: a letter has some thirty thousand, and never a million. */
    private static final long LARGEST = 1_000_000;

    /** What is counted: whatever asks about a letter, not the empty form. */
    static boolean isCheck(HttpServletRequest request) {
        return request.getServletPath().equals(PATH)
                && (request.getMethod().equals("POST") || request.getQueryString() != null);
    }

    static boolean isFile(HttpServletRequest request) {
        return isSent(request) && !isTooLarge(request);
    }

    private static boolean isSent(HttpServletRequest request) {
        return request.getServletPath().equals(PATH)
                && request.getMethod().equals("POST")
                && VisitorCheck.isMultipart(request);
    }

    private static boolean isTooLarge(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length < 0 || length > LARGEST;
    }

    /** The page says so; nothing of the file is read. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSent(request) && isTooLarge(request)) {
            response.sendRedirect(request.getContextPath() + PATH + "?too-large");
            return;
        }
        chain.doFilter(request, response);
    }
}
