package be.designations.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Asks for decisions over HTTP (OpenID AuthZEN Authorization API 1.0). One for the whole application: it keeps connections, and
 * any number of threads may use it. It keeps no answers.
 */
public final class DecisionClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpClient http;
    private final URI address;
    private final Supplier<String> authorization;
    private final Duration longest;

    private DecisionClient(URI address, Supplier<String> authorization, Duration longest) {
        this.http = HttpClient.newBuilder().connectTimeout(longest).build();
        this.address = address;
        this.authorization = authorization;
        this.longest = longest;
    }

    /**
     * By the key of a registered application.
     *
     * @param address of the product, such as {@code https://designations.example}, with its path where it has one
     */
    public static DecisionClient withKey(URI address, String clientId, String key) {
        String basic = "Basic "
                + Base64.getEncoder().encodeToString((clientId + ':' + key).getBytes(StandardCharsets.UTF_8));
        return new DecisionClient(address, () -> basic, LONGEST);
    }

    /** @param token an access token with the scope {@code evaluate}; asked for at each request: keep it while it holds */
    public static DecisionClient withToken(URI address, Supplier<String> token) {
        return new DecisionClient(address, () -> "Bearer " + token.get(), LONGEST);
    }

    /** The same, that waits no longer than that for an answer. */
    public DecisionClient waiting(Duration atMost) {
        return new DecisionClient(address, authorization, atMost);
    }

    /** @throws DecisionException when there is no answer */
    public Answer ask(Question question) {
        return answer(send("/access/v1/evaluation", question.body()));
    }

    /**
     * Several at once, up to a hundred.
     *
     * @return an answer for each, in their order
     * @throws DecisionException when there is no answer
     */
    public List<Answer> askAll(List<Question> questions) {
        if (questions.isEmpty()) {
            return List.of();
        }
        List<Answer> answers = new ArrayList<>();
        send(
                        "/access/v1/evaluations",
                        Map.of("evaluations", questions.stream().map(Question::body).toList()))
                .path("evaluations")
                .forEach(one -> answers.add(answer(one)));
        if (answers.size() != questions.size()) {
            throw new DecisionException("not as many answers as questions", OK);
        }
        return answers;
    }

    private JsonNode send(String path, Map<String, Object> body) {
        String id = UUID.randomUUID().toString();
        try {
            HttpResponse<String> answer =
                    answer(HttpRequest.newBuilder(URI.create(address.toString().replaceFirst("/+$", "") + path))
                            .header("Authorization", authorization.get())
                            .header("Content-Type", "application/json")
                            .header("X-Request-ID", id)
                            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                            .build());
            if (answer.statusCode() != OK) {
                throw new DecisionException("request " + id + ": " + answer.body(), answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException unreadable) {
            throw new DecisionException("request " + id + ": the answer is not readable", unreadable);
        } catch (ExecutionException | TimeoutException unreachable) {
            throw new DecisionException("request " + id + ": no answer", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DecisionException("request " + id + ": interrupted", interrupted);
        }
    }

    /** Once more where the connection broke, as at a restart of the product: to ask twice does no harm. Both in the same time. */
    private HttpResponse<String> answer(HttpRequest request)
            throws InterruptedException, ExecutionException, TimeoutException {
        long until = System.nanoTime() + longest.toNanos();
        try {
            return answer(request, until);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException && System.nanoTime() - until < 0) {
                return answer(request, until);
            }
            throw failed;
        }
    }

    /** The timeout of a request ends when the headers are there; this one counts the body too. */
    private HttpResponse<String> answer(HttpRequest request, long until)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return answer.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } finally {
            // What nobody waits for any more keeps no connection; an answer that is there stays.
            answer.cancel(true);
        }
    }

    /** @throws DecisionException when it is neither yes nor no: what is no decision permits nothing */
    private static Answer answer(JsonNode node) {
        JsonNode decision = node.path("decision");
        if (!decision.isBoolean()) {
            throw new DecisionException("the answer is no decision", OK);
        }
        JsonNode context = node.path("context");
        return new Answer(
                decision.booleanValue(),
                context.path("code").asText(""),
                context.path("reason").asText(""),
                context.isObject() ? JSON.convertValue(context, new TypeReference<>() {}) : Map.of());
    }
}
