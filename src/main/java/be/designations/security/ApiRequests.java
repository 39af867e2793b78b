package be.designations.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What sets the API apart from the pages. */
public final class ApiRequests {

    /** Header with the enterprise number of the organisation for which the caller acts; optional. */
    public static final String ACTING_FOR = "Acting-For";

    /** Header with the id of the person in whose place the caller works as a deputy (D81); optional. */
    public static final String IN_PLACE_OF = "In-Place-Of";

    /** As Spring MVC finds its controllers, so that no other spelling of an address comes in by another door. */
    private static final RequestMatcher API =
            PathPatternRequestMatcher.withDefaults().matcher("/api/*/**");

    private ApiRequests() {}

    /** Whether the request is for the API; {@code /api} itself is a page about it. */
    public static boolean isApi(HttpServletRequest request) {
        return API.matches(request);
    }
}
