package be.designations.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers somebody who is not signed in before anything of what they send is read: the servlet container would write the files
 * of a form to the disk as soon as anybody asks for one of its fields. <i>Source: OWASP ASVS 5.2.</i>
 */
class VisitorCheck extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final RequestMatcher mayBeRead;
    private final AuthenticationEntryPoint refusal;

    VisitorCheck(RequestMatcher mayBeRead, AuthenticationEntryPoint refusal) {
        this.mayBeRead = mayBeRead;
        this.refusal = refusal;
    }

    /** @param forms to be taken from anybody, as long as there are no files with them */
    static VisitorCheck ofPages(RequestMatcher forms) {
        return ofPages(forms, request -> false);
    }

    /** @param files the same, with a file that is known to be small */
    static VisitorCheck ofPages(RequestMatcher forms, RequestMatcher files) {
        return new VisitorCheck(
                request -> files.matches(request)
                        || (!isMultipart(request) && (READS.contains(request.getMethod()) || forms.matches(request))),
                (request, response, why) -> SignInPage.redirect(request, response, SignInPage.Notice.EXPIRED));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SignedIn.current().isPresent() || mayBeRead.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        SecurityEvent.OPERATION_REFUSED.log("code", "not-signed-in");
        refusal.commence(request, response, new InsufficientAuthenticationException("nobody is signed in"));
    }

    /** Files are sent to the API by POST; the servlet container would read them of any method. */
    static boolean isNoOddUpload(HttpServletRequest request) {
        return request.getMethod().equals("POST") || !isMultipart(request);
    }

    static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
