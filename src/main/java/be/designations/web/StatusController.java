package be.designations.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
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
    Object answer(HttpServletRequest request) {
        HttpStatus status = status(request);
        boolean api = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                && asked.startsWith(request.getContextPath() + "/api/");
        return api ? problems.of(ApiProblems.Type.of(status), request) : pages.of(status, request);
    }

    /** Whoever opens the address itself finds nothing there. */
    private static HttpStatus status(HttpServletRequest request) {
        HttpStatus known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }
}
