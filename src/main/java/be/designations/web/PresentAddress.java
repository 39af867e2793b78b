package be.designations.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the layout where the reader is, so that the language links keep that page and its filters, and do not lose what was typed. */
@ControllerAdvice(annotations = Controller.class)
class PresentAddress {

    private static final String LANGUAGE = "lang=";

    /**
     * Path within the application and query, without the language; {@code /} when the page answers something
     * else than a GET, as its address cannot be opened by a link.
     */
    @ModelAttribute("currentAddress")
    String currentAddress(HttpServletRequest request) {
        if (!isOpenedByLink(request)) {
            return "/";
        }
        String query = withoutLanguage(request.getQueryString());
        return query.isEmpty() ? path(request) : path(request) + '?' + query;
    }

    /**
     * Whether the page shows again, or builds on, what was typed: a link to it in another language would begin without that (D121). A
     * page of an error shows nothing of it, but for one that says so itself.
     */
    @ModelAttribute("holdsWhatWasTyped")
    boolean holdsWhatWasTyped(HttpServletRequest request) {
        return !isOpenedByLink(request) && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null;
    }

    private static boolean isOpenedByLink(HttpServletRequest request) {
        return request.getMethod().equals("GET");
    }

    private static String path(HttpServletRequest request) {
        // An error page is asked for at its own address; the reader's is kept aside.
        String uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        // More than one slash in front would make a link to another host of it.
        return uri.substring(request.getContextPath().length()).replaceFirst("^/*", "/");
    }

    private static String withoutLanguage(@Nullable String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(part -> !part.startsWith(LANGUAGE))
                        .collect(Collectors.joining("&"));
    }
}
