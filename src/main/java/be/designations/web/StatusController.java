package be.designations.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What filters and the servlet container refuse by a status alone gets the page, or the problem, that fits, whatever the caller
 * says that they read. Nothing that was sent is looked at.
 */
@Controller
class StatusController implements ErrorController {

    private final ApiProblems problems;
    private final ErrorPages pages;

    StatusController(ApiProblems problems, ErrorPages pages) {
        this.problems = problems;
        this.pages = pages;
    }

    @RequestMapping("/error")
    Object answer(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(request);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, WaitedTooLong.SECONDS_TO_RETRY);
        }
        boolean api = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                && asked.startsWith(request.getContextPath() + "/api/");
        return api ? problems.of(ApiProblems.Type.of(status), request) : pages.of(status, request);
    }

    /** Whoever opens the address itself finds nothing there. */
    private static HttpStatus status(HttpServletRequest request) {
        // Whoever is asking is read before any controller is called, and may wait too.
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && WaitedTooLong.is(failure)) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        HttpStatus known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }
}
