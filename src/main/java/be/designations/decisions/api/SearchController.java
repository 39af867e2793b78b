package be.designations.decisions.api;

import be.designations.decisions.AccessRequest;
import be.designations.decisions.Asker;
import be.designations.decisions.DecisionProperties;
import be.designations.decisions.Searches;
import be.designations.decisions.api.Asked.Part;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may, where, and what. <i>Source: Authorization API 1.0 §8.</i> */
@RestController
class SearchController {

    static final String SUBJECTS = "/access/v1/search/subject";
    static final String RESOURCES = "/access/v1/search/resource";
    static final String ACTIONS = "/access/v1/search/action";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Searches searches;
    private final int largestPage;

    SearchController(Searches searches, DecisionProperties properties) {
        this.searches = searches;
        this.largestPage = properties.largestPage();
    }

    /** One of the searches. */
    @FunctionalInterface
    private interface Search {
        List<String> run(Asker asker, AccessRequest request, @Nullable String after, int most);
    }

    @PostMapping(SUBJECTS)
    ResponseEntity<JsonNode> subjects(@AuthenticationPrincipal Asker asker, HttpServletRequest request)
            throws IOException {
        ObjectNode body = Asked.body(request);
        AccessRequest sought = Asked.search(body, Part.SUBJECT);
        return page(asker, Part.SUBJECT, body, sought, searches::subjects, id -> entity(sought.subject(), id));
    }

    @PostMapping(RESOURCES)
    ResponseEntity<JsonNode> resources(@AuthenticationPrincipal Asker asker, HttpServletRequest request)
            throws IOException {
        ObjectNode body = Asked.body(request);
        AccessRequest sought = Asked.search(body, Part.RESOURCE);
        return page(asker, Part.RESOURCE, body, sought, searches::resources, id -> entity(sought.resource(), id));
    }

    @PostMapping(ACTIONS)
    ResponseEntity<JsonNode> actions(@AuthenticationPrincipal Asker asker, HttpServletRequest request)
            throws IOException {
        ObjectNode body = Asked.body(request);
        AccessRequest sought = Asked.search(body, Part.ACTION);
        return page(asker, Part.ACTION, body, sought, searches::actions, name -> JSON.objectNode()
                .put("name", name));
    }

    private static ObjectNode entity(AccessRequest.Thing sought, String id) {
        return JSON.objectNode().put("type", sought.type()).put("id", id);
    }

    private ResponseEntity<JsonNode> page(
            Asker asker,
            Part part,
            ObjectNode body,
            AccessRequest sought,
            Search search,
            Function<String, ObjectNode> shown) {
        String same = PageToken.searchOf(part.field(), body);
        PageToken from = from(asker, body, same);
        String after = from.after().isEmpty() ? null : from.after();
        List<String> found = search.run(asker, sought, after, from.limit() + 1);
        List<String> given = found.subList(0, Math.min(found.size(), from.limit()));
        String last = given.isEmpty() ? from.after() : given.get(given.size() - 1);
        ObjectNode answer = JSON.objectNode();
        answer.putObject("page")
                .put(
                        "next_token",
                        found.size() > given.size() ? new PageToken(last, from.limit()).sealed(asker, same) : "")
                .put("count", given.size());
        ArrayNode results = answer.putArray("results");
        given.stream().map(shown).forEach(results::add);
        return DecisionApi.json().body(answer);
    }

    /** The first page, or the one that a token leads to; a limit that comes with a token says the same as before. */
    private PageToken from(Asker asker, ObjectNode body, String same) {
        ObjectNode page = Asked.object(body, "page", false);
        Integer limit = page == null ? null : limit(page);
        JsonNode token = page == null ? null : page.get("token");
        if (token == null
                || token.isNull()
                || (token.isTextual() && token.textValue().isEmpty())) {
            return new PageToken("", limit == null ? largestPage : limit);
        }
        PageToken from = (token.isTextual()
                        ? PageToken.open(token.textValue(), asker, same)
                        : Optional.<PageToken>empty())
                .orElseThrow(() -> new UnreadableException("page.token does not continue this search"));
        if (limit != null && limit != from.limit()) {
            throw new UnreadableException("page.limit is not that of the page before");
        }
        return from;
    }

    private @Nullable Integer limit(ObjectNode page) {
        JsonNode limit = page.get("limit");
        if (limit == null || limit.isNull()) {
            return null;
        }
        if (!limit.isIntegralNumber() || limit.bigIntegerValue().signum() < 0) {
            throw new UnreadableException("page.limit must be an integer that is not negative");
        }
        return limit.canConvertToInt() ? Math.min(limit.intValue(), largestPage) : largestPage;
    }
}
