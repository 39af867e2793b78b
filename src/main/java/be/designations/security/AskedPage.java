package be.designations.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * The page to come back to after signing in, which the visitor's browser keeps for as long as signing in takes. It leads to
 * pages of this application only, whoever wrote the cookie.
 */
final class AskedPage implements RequestCache {

    private static final VisitorCookie COOKIE = new VisitorCookie("asked-page", Duration.ofMinutes(30));

    /** Bytes; the address of a longer list is not come back to, but it still fits beside the other headers. */
    private static final int LONGEST = 1_500;

    /** No second slash, which would name another host, and nothing that browsers would read as one. */
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[^\\p{Cntrl}\\\\]*");

    /** That path and query, when it leads to nowhere else; else the first page. */
    static String own(String page) {
        return OWN.matcher(page).matches() ? page : "/";
    }

    /** Leads there after the next sign-in. */
    static void comeBackTo(String page, HttpServletRequest request, HttpServletResponse response) {
        byte[] address = own(page).getBytes(StandardCharsets.UTF_8);
        if (address.length <= LONGEST) {
            COOKIE.keep(
                    request, response, Base64.getUrlEncoder().withoutPadding().encodeToString(address));
        }
    }

    /** Only a page that was asked for is come back to: not a form that was sent, not a part that a script fetched. */
    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String page = address(request);
        if (request.getMethod().equals("GET") && !SignInPage.isPart(request) && !page.equals("/")) {
            comeBackTo(page, request, response);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return in(request).map(SimpleSavedRequest::new).orElse(null);
    }

    /** There is nothing to repeat of a page but its address; once somebody has come back to it, it is forgotten. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        if (SignedIn.current().isPresent()
                && in(request).filter(address(request)::equals).isPresent()) {
            removeRequest(request, response);
        }
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        COOKIE.forget(request, response);
    }

    private static Optional<String> in(HttpServletRequest request) {
        return COOKIE.in(request).flatMap(AskedPage::decoded);
    }

    private static Optional<String> decoded(String kept) {
        try {
            return Optional.of(own(new String(Base64.getUrlDecoder().decode(kept), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String address(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getQueryString() == null ? path : path + '?' + request.getQueryString();
    }
}
