package be.designations.decisions.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is sent to these addresses and is no question: told as any error here, by a status and a sentence, and not by a page.
 * <i>Source: Authorization API 1.0 §10.1.2; RFC 9110 §15.5.6.</i>
 */
@RestController
class OtherRequests {

    @RequestMapping({
        SearchController.SUBJECTS,
        SearchController.RESOURCES,
        SearchController.ACTIONS,
        FeedController.EVENTS
    })
    void notAskedByPost(HttpServletResponse response) throws IOException {
        DecisionApi.refuseMethod(response, HttpMethod.POST);
    }

    @RequestMapping({DecisionApi.WELL_KNOWN, DecisionApi.KEYS, DecisionApi.FEED_CONFIGURATION})
    void notAskedByGet(HttpServletResponse response) throws IOException {
        DecisionApi.refuseMethod(response, HttpMethod.GET);
    }

    @RequestMapping("/access/v1/**")
    void nowhere(HttpServletResponse response) throws IOException {
        DecisionApi.refuse(response, HttpServletResponse.SC_NOT_FOUND, "Nothing is asked at this address");
    }
}
