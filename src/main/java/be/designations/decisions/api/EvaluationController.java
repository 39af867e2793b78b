package be.designations.decisions.api;

import be.designations.decisions.AccessRequest;
import be.designations.decisions.Asker;
import be.designations.decisions.Decision;
import be.designations.decisions.DecisionProperties;
import be.designations.decisions.Decisions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One evaluation, and several in one request. <i>Source: Authorization API 1.0 §6, §7.</i> */
@RestController
class EvaluationController {

    private final Decisions decisions;
    private final DecisionAnswers answers;
    private final int largestBatch;

    EvaluationController(Decisions decisions, DecisionAnswers answers, DecisionProperties properties) {
        this.decisions = decisions;
        this.answers = answers;
        this.largestBatch = properties.largestBatch();
    }

    @PostMapping(path = "/access/v1/evaluation", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode evaluation(@AuthenticationPrincipal Asker asker, HttpServletRequest request, Locale locale)
            throws IOException {
        return answer(asker, Asked.body(request), locale);
    }

    private JsonNode answer(Asker asker, JsonNode body, Locale locale) {
        return answers.of(decisions.decide(asker, Asked.evaluation(body)), locale);
    }

    /** Without evaluations it is the same as one. */
    @PostMapping(path = "/access/v1/evaluations", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode evaluations(@AuthenticationPrincipal Asker asker, HttpServletRequest request, Locale locale)
            throws IOException {
        ObjectNode body = Asked.body(request);
        JsonNode batch = body.get("evaluations");
        if (batch == null || batch.isNull() || (batch.isArray() && batch.isEmpty())) {
            return answer(asker, body, locale);
        }
        if (!batch.isArray()) {
            throw new UnreadableException("evaluations must be an array");
        }
        if (batch.size() > largestBatch) {
            throw new UnreadableException("evaluations has more than " + largestBatch + " elements");
        }
        Predicate<ObjectNode> ends = Semantic.of(body).ends();
        Asked.checkDefaults(body);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode decided = answer.putArray("evaluations");
        for (ObjectNode one : decided(asker, batch, body, locale)) {
            decided.add(one);
            if (ends.test(one)) {
                break;
            }
        }
        return answer;
    }

    private List<ObjectNode> decided(Asker asker, JsonNode batch, ObjectNode defaults, Locale locale) {
        List<@Nullable String> unreadable = new ArrayList<>();
        List<AccessRequest> readable = new ArrayList<>();
        for (JsonNode one : batch) {
            try {
                readable.add(Asked.evaluation(merged(one, defaults)));
                unreadable.add(null);
            } catch (UnreadableException refused) {
                unreadable.add(refused.getMessage());
            }
        }
        Iterator<Decision> decisionsInOrder = decisions.decide(asker, readable).iterator();
        return unreadable.stream()
                .map(message -> message == null
                        ? answers.of(decisionsInOrder.next(), locale)
                        : DecisionAnswers.unreadable(message))
                .toList();
    }

    /** What an evaluation does not bring it has from the top, as a whole. */
    private static ObjectNode merged(JsonNode one, ObjectNode defaults) {
        if (!(one instanceof ObjectNode own)) {
            throw new UnreadableException("an evaluation must be an object");
        }
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        Asked.defaults().forEach(name -> {
            JsonNode value = own.hasNonNull(name) ? own.get(name) : defaults.get(name);
            if (value != null) {
                merged.set(name, value);
            }
        });
        return merged;
    }

    /** When a batch ends before its last evaluation. */
    private enum Semantic {
        EXECUTE_ALL {
            @Override
            Predicate<ObjectNode> ends() {
                return answer -> false;
            }
        },
        DENY_ON_FIRST_DENY {
            @Override
            Predicate<ObjectNode> ends() {
                return answer -> !answer.get("decision").booleanValue();
            }
        },
        PERMIT_ON_FIRST_PERMIT {
            @Override
            Predicate<ObjectNode> ends() {
                return answer -> answer.get("decision").booleanValue();
            }
        };

        abstract Predicate<ObjectNode> ends();

        static Semantic of(ObjectNode body) {
            ObjectNode options = Asked.object(body, "options", false);
            JsonNode asked = options == null ? null : options.get("evaluations_semantic");
            if (asked == null || asked.isNull()) {
                return EXECUTE_ALL;
            }
            for (Semantic semantic : values()) {
                if (asked.isTextual()
                        && semantic.name().toLowerCase(Locale.ROOT).equals(asked.textValue())) {
                    return semantic;
                }
            }
            throw new UnreadableException(
                    "options.evaluations_semantic must be execute_all, deny_on_first_deny or permit_on_first_permit");
        }
    }
}
