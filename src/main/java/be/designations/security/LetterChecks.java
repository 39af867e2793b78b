package be.designations.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The page where anybody checks a letter takes a file from somebody who has not signed in, as no other does: of a length that is said
 * before, no larger than a letter. To read the token of the form would be to read the file, so this form has none: it changes nothing,
 * and what a page of another site makes a browser send is refused by what the browser says of it.
 */
class LetterChecks extends OncePerRequestFilter {

    static final String PATH = "/verify";

    private static final RequestMatcher OVER_API =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/api/v1/letter-checks/{code}");

    /** Bytes: a letter has some thirty thousand, and never a million. */
    private static final long LARGEST = 1_000_000;

    /** What is counted: whatever asks about a letter, not the empty form. */
    static boolean isCheck(HttpServletRequest request) {
        return request.getServletPath().equals(PATH)
                && (request.getMethod().equals("POST") || request.getQueryString() != null);
    }

    /** The same over the API. */
    static boolean isCheckOverApi(HttpServletRequest request) {
        return OVER_API.matches(request);
    }

    static boolean isFile(HttpServletRequest request) {
        return isSent(request) && !isTooLarge(request) && !isOfAnotherSite(request);
    }

    /** Browsers say so; what is no browser is nobody’s whose address could be used. */
    private static boolean isOfAnotherSite(HttpServletRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        return from != null && !from.equals("same-origin") && !from.equals("none");
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
