package be.designations.security;

import jakarta.servlet.http.HttpServletRequest;

/** What sets the API apart from the pages. */
public final class ApiRequests {

    /** Header with the enterprise number of the organisation for which the caller acts; optional. */
    public static final String ACTING_FOR = "Acting-For";

    private ApiRequests() {}

    /** Whether the request is for the API; {@code /api} itself is a page about it. */
    public static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }
}
