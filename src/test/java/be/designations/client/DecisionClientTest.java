package be.designations.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java client, against services that answer as the product does not. */
@Timeout(20)
class DecisionClientTest {

    private static final String YES = "{\"decision\": true}";

    private final List<String> paths = new ArrayList<>();
    private final List<JsonNode> bodies = new ArrayList<>();
    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/x", "/x/"})
    void what_is_asked_of_lies_below_the_address(String path) {
        answering(200, YES);

        assertThat(client(path).ask(question()).permitted()).isTrue();
        assertThat(paths).containsExactly(path.replaceFirst("/$", "") + "/access/v1/evaluation");
    }

    @Test
    void a_capacity_and_a_quality_are_asked_about() {
        answering(200, YES);

        client("").ask(question().inCapacity("USER").inQuality("SOCIAL_ACTION").inEntity("0999000030"));

        JsonNode body = bodies.get(0);
        assertThat(body.at("/subject/properties/capacity").asText()).isEqualTo("USER");
        assertThat(body.at("/resource/properties/quality").asText()).isEqualTo("SOCIAL_ACTION");
        assertThat(body.at("/resource/properties/entity").asText()).isEqualTo("0999000030");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "null", "{}", "\"false\"", "0"})
    void only_true_and_false_are_decisions(String decision) {
        answering(200, "{\"decision\": " + decision + ", \"evaluations\": [{\"decision\": " + decision + "}]}");

        assertThatThrownBy(() -> client("").ask(question())).isInstanceOf(DecisionException.class);
        assertThatThrownBy(() -> client("").askAll(List.of(question()))).isInstanceOf(DecisionException.class);
    }

    @Test
    void an_answer_may_say_nothing_of_something_and_cannot_be_changed() {
        answering(200, "{\"decision\": true, \"context\": {\"valid_until\": null, \"basis\": {\"profiles\": [null]}}}");

        Map<String, Object> context = client("").ask(question()).context();

        Map<String, Object> basis = new HashMap<>();
        basis.put("profiles", Arrays.asList((Object) null));
        assertThat(context).containsEntry("valid_until", null).containsEntry("basis", basis);
        Map<?, ?> kept = (Map<?, ?>) context.get("basis");
        assertThatThrownBy(context::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(kept::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(((List<?>) kept.get("profiles"))::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"})
    void nobody_waits_longer_than_said_and_what_came_too_late_keeps_no_connection(String begun) throws Exception {
        try (ServerSocket slow = listening()) {
            CompletableFuture<Integer> end = CompletableFuture.supplyAsync(() -> {
                try (Socket connection = slow.accept()) {
                    read(connection);
                    send(connection, begun);
                    return connection.getInputStream().read();
                } catch (IOException reset) {
                    return -1;
                }
            });

            assertThatThrownBy(
                            () -> client(slow).waiting(Duration.ofMillis(500)).ask(question()))
                    .isInstanceOfSatisfying(DecisionException.class, late -> assertThat(late.status())
                            .isZero());

            assertThat(end.get()).as("the client has closed the connection").isEqualTo(-1);
            assertNothingMoreIsAsked(slow);
        }
    }

    @Test
    void who_is_interrupted_has_no_answer_and_stays_interrupted() {
        answering(200, YES);

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client("").ask(question())).isInstanceOf(DecisionException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_connection_that_breaks_is_no_refusal() throws Exception {
        try (ServerSocket restarting = listening()) {
            CompletableFuture<Answer> answer =
                    CompletableFuture.supplyAsync(() -> client(restarting).ask(question()));

            breakOne(restarting);
            try (Socket connection = restarting.accept()) {
                read(connection);
                send(connection, "HTTP/1.1 200 OK\r\nContent-Length: " + YES.length() + "\r\n\r\n" + YES);
                assertThat(answer.get().permitted()).isTrue();
            }
        }
    }

    @Test
    void one_that_breaks_again_is_not_tried_a_third_time() throws Exception {
        try (ServerSocket broken = listening()) {
            CompletableFuture<Answer> answer =
                    CompletableFuture.supplyAsync(() -> client(broken).ask(question()));

            breakOne(broken);
            breakOne(broken);

            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(DecisionException.class);
            assertNothingMoreIsAsked(broken);
        }
    }

    @Test
    void an_answer_of_the_service_is_not_asked_for_again() {
        answering(503, "Later");

        assertThatThrownBy(() -> client("").ask(question()))
                .isInstanceOfSatisfying(DecisionException.class, busy -> assertThat(busy.status())
                        .isEqualTo(503));
        assertThat(paths).hasSize(1);
    }

    private void answering(int status, String body) {
        service.createContext("/", exchange -> {
            try (exchange) {
                paths.add(exchange.getRequestURI().getPath());
                bodies.add(new ObjectMapper().readTree(exchange.getRequestBody()));
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    private static ServerSocket listening() throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setSoTimeout(5_000);
        return server;
    }

    private static void breakOne(ServerSocket server) throws IOException {
        try (Socket connection = server.accept()) {
            read(connection);
        }
    }

    /** Headers and body, in as many pieces as they come in. */
    private static void read(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        StringBuilder seen = new StringBuilder();
        while (!seen.toString().endsWith("}}")) {
            seen.append((char) in.read());
        }
    }

    private static void send(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
    }

    private static void assertNothingMoreIsAsked(ServerSocket server) throws IOException {
        server.setSoTimeout(300);
        assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }

    private static Question question() {
        return Question.about("6f1c1c5e-0c43-4a86-9f0c-3f0a5d3f2b11").role("SOCIAL_WORKER");
    }

    private DecisionClient client(String path) {
        return client(service.getAddress().getPort(), path);
    }

    private static DecisionClient client(ServerSocket server) {
        return client(server.getLocalPort(), "");
    }

    private static DecisionClient client(int port, String path) {
        return DecisionClient.withKey(URI.create("http://127.0.0.1:" + port + path), "prima-web", "key");
    }
}
