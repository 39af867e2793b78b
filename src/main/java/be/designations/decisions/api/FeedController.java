package be.designations.decisions.api;

import be.designations.decisions.AccessFeed;
import be.designations.decisions.Asker;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Polling what changed. <i>Source: RFC 8936 §2; OpenID Shared Signals Framework 1.0 §7.1.</i> */
@RestController
class FeedController {

    static final String EVENTS = "/access/v1/events";

    private static final Logger LOG = LoggerFactory.getLogger(FeedController.class);
    private static final int MOST = 1000;
    private static final int USUAL = 100;

    private final AccessFeed feed;

    FeedController(AccessFeed feed) {
        this.feed = feed;
    }

    @PostMapping(EVENTS)
    ResponseEntity<Map<String, Object>> poll(@AuthenticationPrincipal Asker asker, HttpServletRequest request)
            throws IOException {
        ObjectNode body = Asked.body(request);
        if (!feed.isFollowedBy(asker)) {
            throw new NotFollowingException();
        }
        int most = most(body);
        List<UUID> acknowledged = acknowledged(body);
        feed.acknowledge(asker, acknowledged);
        logUnread(asker, body);
        AccessFeed.Told told = feed.tell(asker, most, !isImmediate(body));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sets", told.sets());
        answer.put("moreAvailable", told.moreAvailable());
        return DecisionApi.json().cacheControl(CacheControl.noStore()).body(answer);
    }

    private static int most(ObjectNode body) {
        JsonNode most = body.get("maxEvents");
        if (most == null || most.isNull()) {
            return USUAL;
        }
        if (!most.isIntegralNumber() || most.bigIntegerValue().signum() < 0) {
            throw new UnreadableException("maxEvents must be an integer that is not negative");
        }
        return most.canConvertToInt() ? Math.min(most.intValue(), MOST) : MOST;
    }

    private static boolean isImmediate(ObjectNode body) {
        JsonNode immediate = body.get("returnImmediately");
        if (immediate == null || immediate.isNull()) {
            return false;
        }
        if (!immediate.isBoolean()) {
            throw new UnreadableException("returnImmediately must be true or false");
        }
        return immediate.booleanValue();
    }

    /** An application that could not read one is not told it again: both sides have it in their logs. */
    private static List<UUID> acknowledged(ObjectNode body) {
        List<UUID> all = new ArrayList<>();
        JsonNode ack = body.get("ack");
        if (ack != null && !ack.isNull()) {
            if (!ack.isArray()) {
                throw new UnreadableException("ack must be an array");
            }
            ack.forEach(one -> add(one.isTextual() ? one.textValue() : "", all));
        }
        ObjectNode errors = Asked.object(body, "setErrs", false);
        if (errors != null) {
            errors.fieldNames().forEachRemaining(one -> add(one, all));
        }
        return all;
    }

    /** One line, however many: which application, and the first of what it says is wrong. */
    private static void logUnread(Asker asker, ObjectNode body) {
        if (body.get("setErrs") instanceof ObjectNode errors && !errors.isEmpty()) {
            String first = errors.elements().next().path("err").asText();
            LOG.warn(
                    "{} could not read {} events: {}",
                    asker.clientId(),
                    errors.size(),
                    first.matches("[A-Za-z_]{1,40}") ? first : "other");
        }
    }

    /** What is no id of ours acknowledges nothing. */
    private static void add(String id, List<UUID> all) {
        if (id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            all.add(UUID.fromString(id));
        }
    }

    @GetMapping(DecisionApi.KEYS)
    ResponseEntity<Map<String, Object>> keys() {
        return lasting(feed.publicKeys());
    }

    @GetMapping(DecisionApi.FEED_CONFIGURATION)
    ResponseEntity<Map<String, Object>> configuration() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("spec_version", "1_0");
        answer.put("issuer", feed.issuer());
        answer.put("jwks_uri", feed.issuer() + DecisionApi.KEYS);
        answer.put("delivery_methods_supported", List.of("urn:ietf:rfc:8936"));
        answer.put("authorization_schemes", List.of(Map.of("spec_urn", "urn:ietf:rfc:6749")));
        answer.put("default_subjects", "ALL");
        return lasting(answer);
    }

    private static ResponseEntity<Map<String, Object>> lasting(Map<String, Object> body) {
        return DecisionApi.json()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(body);
    }

    /** The support desk has not said that the application follows changes. */
    static class NotFollowingException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
