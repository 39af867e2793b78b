package be.designations.decisions.api;

import be.designations.decisions.AccessRequest;
import be.designations.decisions.Asker;
import be.designations.decisions.Decision;
import be.designations.decisions.DecisionProperties;
import be.designations.decisions.Decisions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * One evaluation, and several in one request. It is called without what controllers of pages and of the API have around them, which
 * takes as long as the rest. <i>Source: Authorization API 1.0 §6, §7.</i>
 */
@Component
class Evaluations implements HttpRequestHandler {

    static final String ONE = "/access/v1/evaluation";
    static final String SEVERAL = "/access/v1/evaluations";

    private static final ObjectWriter JSON = new JsonMapper().writer();

    private final Decisions decisions;
    private final DecisionAnswers answers;
    private final LocaleResolver languages;
    private final int largestBatch;

    Evaluations(Decisions decisions, DecisionAnswers answers, LocaleResolver languages, DecisionProperties properties) {
        this.decisions = decisions;
        this.answers = answers;
        this.languages = languages;
        this.largestBatch = properties.largestBatch();
    }

    /** Before the one of controllers, which looks through all of them for what it does not know. */
    @Bean
    static SimpleUrlHandlerMapping evaluationAddresses(Evaluations evaluations) {
        return new SimpleUrlHandlerMapping(Map.of(ONE, evaluations, SEVERAL, evaluations), -1);
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals(HttpMethod.POST.name())) {
            DecisionApi.refuseMethod(response, HttpMethod.POST);
            return;
        }
        try {
            Asker asker = DecisionApi.asker();
            ObjectNode body = Asked.body(request);
            Locale locale = languages.resolveLocale(request);
            JsonNode batch = request.getServletPath().equals(SEVERAL) ? body.get("evaluations") : null;
            if (batch == null || batch.isNull() || (batch.isArray() && batch.isEmpty())) {
                answer(asker, body, locale, response);
            } else {
                answer(asker, batch, body, locale, response);
            }
        } catch (RuntimeException failure) {
            DecisionErrors.answer(failure, response);
        }
    }

    private void answer(Asker asker, JsonNode body, Locale locale, HttpServletResponse response) throws IOException {
        List<AccessRequest> requests = List.of(Asked.evaluation(body));
        List<Decision> decided = decisions.decide(asker, requests);
        try {
            send(answers.of(decided.get(0), locale), response);
        } finally {
            decisions.told(asker, requests, decided);
        }
    }

    private void answer(Asker asker, JsonNode batch, ObjectNode body, Locale locale, HttpServletResponse response)
            throws IOException {
        if (!batch.isArray()) {
            throw new UnreadableException("evaluations must be an array");
        }
        if (batch.size() > largestBatch) {
            throw new UnreadableException("evaluations has more than " + largestBatch + " elements");
        }
        Predicate<ObjectNode> ends = Semantic.of(body).ends();
        Asked.checkDefaults(body);
        List<@Nullable String> unreadable = new ArrayList<>();
        List<AccessRequest> readable = new ArrayList<>();
        for (JsonNode one : batch) {
            try {
                readable.add(Asked.evaluation(merged(one, body)));
                unreadable.add(null);
            } catch (UnreadableException refused) {
                unreadable.add(refused.getMessage());
            }
        }
        List<Decision> decided = decisions.decide(asker, readable);
        Iterator<Decision> inOrder = decided.iterator();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode answered = answer.putArray("evaluations");
        int read = 0;
        for (String message : unreadable) {
            ObjectNode one = message == null ? answers.of(inOrder.next(), locale) : DecisionAnswers.unreadable(message);
            answered.add(one);
            read += message == null ? 1 : 0;
            if (ends.test(one)) {
                break;
            }
        }
        try {
            send(answer, response);
        } finally {
            // What comes after the one that ended the batch was answered to nobody.
            decisions.told(asker, readable.subList(0, read), decided.subList(0, read));
            decisions.toldUnreadable(asker, answered.size() - read);
        }
    }

    /** In one piece, and whole: what is done afterwards keeps nobody waiting. */
    private static void send(ObjectNode answer, HttpServletResponse response) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(answer);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
        response.getOutputStream().close();
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
