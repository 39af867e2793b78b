package be.designations.decisions.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with these endpoints is a status and a message, no problem of Belgif. */
@RestControllerAdvice(assignableTypes = {SearchController.class, MetadataController.class, FeedController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class DecisionErrors {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionErrors.class);

    @ExceptionHandler
    void failed(RuntimeException failure, HttpServletResponse response) throws IOException {
        answer(failure, response);
    }

    static void answer(RuntimeException failure, HttpServletResponse response) throws IOException {
        if (failure instanceof UnreadableException) {
            DecisionApi.refuse(response, HttpServletResponse.SC_BAD_REQUEST, String.valueOf(failure.getMessage()));
        } else if (failure instanceof FeedController.NotFollowingException) {
            DecisionApi.refuse(response, HttpServletResponse.SC_FORBIDDEN, "This application does not follow changes");
        } else {
            LOG.error("No decision", failure);
            if (!response.isCommitted()) {
                DecisionApi.refuse(
                        response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "The question could not be answered");
            }
        }
    }
}
