package be.designations.bench;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.decisions.ApplicationDetails;
import be.designations.decisions.Registrations;
import be.designations.demo.country.CountryModel;
import be.designations.demo.country.CountrySize;
import be.designations.directory.Actor;
import be.designations.directory.Person;
import be.designations.directory.SignInLevel;
import be.designations.testing.TestDatabase;
import be.designations.testing.WholeApplication;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Decisions over HTTP against an operation of the same server that answers without looking, with the same credentials, the same
 * question and an answer as long; in a small model first, then in one a hundred times as large, each with an application and a
 * database of its own; then while rights change.
 */
@Import(DecisionBench.Nothing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DecisionBench extends WholeApplication {

    private static final int ASKING = Integer.getInteger("bench.asking", 8);
    private static final int QUESTIONS = Integer.getInteger("bench.questions", 20_000);
    private static final int CHANGES_A_SECOND = 50;
    private static final long SEED = 42;
    private static final CountrySize LARGE = new CountrySize(
            Integer.getInteger("bench.entities", 1_000),
            Integer.getInteger("bench.people", 100_000),
            Integer.getInteger("bench.rights", 500_000));
    private static final CountrySize SMALL =
            new CountrySize(Math.max(20, LARGE.entities() / 100), LARGE.people() / 100, LARGE.rights() / 100);

    private static final BenchTable TABLE = new BenchTable(
            "decisions",
            "model",
            "questions/s",
            "p50 ms",
            "p99 ms",
            "empty/s",
            "empty p99 ms",
            "feed p50 ms",
            "feed p99 ms",
            "time to small",
            "to empty");

    private static Measured small;

    @Autowired
    TestDatabase database;

    @Autowired
    Registrations registrations;

    @LocalServerPort
    int port;

    private HttpClient client;

    static {
        // Also one that is in use may be closed at the very moment; the client of the JDK then asks again, but not by
        // POST.
        System.setProperty("jdk.httpclient.enableAllMethodRetry", "true");
    }

    /** Answers, and looks nowhere. Without a converter: one that a library of the tests brings takes longer than all the rest. */
    @TestConfiguration
    @RestController
    static class Nothing {

        private final ObjectMapper json;

        Nothing(ObjectMapper json) {
            this.json = json;
        }

        @PostMapping("/access/v1/nothing")
        void nothing(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Map<?, ?> question = json.readValue(request.getInputStream(), Map.class);
            byte[] answer = json.writeValueAsBytes(Map.of("decision", !question.isEmpty(), "context", "x".repeat(250)));
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        }
    }

    private record Measured(double aSecond, List<Double> milliseconds) {

        double quantile(double part) {
            return milliseconds.get((int) Math.min(milliseconds.size() - 1L, (long) (part * milliseconds.size())));
        }
    }

    @Test
    @Order(1)
    @DirtiesContext
    void decisions_of_the_small_model() throws SQLException {
        row(SMALL, "small");
    }

    @Test
    @Order(2)
    @DirtiesContext
    void decisions_of_the_large_model_against_it() throws IOException, SQLException {
        row(LARGE, "large");
        TABLE.write();
    }

    private void row(CountrySize size, String name) throws SQLException {
        CountryModel.load(database.dataSource(), size, SEED);
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        JdbcClient owner = JdbcClient.create(database.dataSource());
        Person agent = worlds.cpas().supportAgent("Sophie");
        Actor actor = new Actor(agent.id(), null, SignInLevel.EID);
        Set<String> roles = new HashSet<>(owner.sql("select distinct role_code from role_assignment")
                .query(String.class)
                .list());
        registrations.register(actor, "bench", new ApplicationDetails("Bench", true, false, roles));
        String authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString(("bench:" + registrations.makeKey(actor, "bench", 0))
                                .getBytes(StandardCharsets.US_ASCII));
        owner.sql("vacuum (analyze)").update();
        List<String> questions = owner.sql("""
                        select a.person_id, a.role_code, o.enterprise_number
                          from role_assignment a join quality q on q.id = a.quality_id
                          join organisation o on o.id = q.organisation_id
                         order by md5(a.id::text) limit :most""")
                .param("most", QUESTIONS)
                .query((row, number) -> """
                        {"subject":{"type":"person","id":"%s"},"action":{"name":"use"},"resource":{"type":"role","id":"%s",\
                        "properties":{"entity":"%s"}},"context":{"sign_in_level":500}}""".formatted(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        List<String> all = new ArrayList<>(questions);
        while (all.size() < QUESTIONS) {
            all.addAll(questions.subList(0, Math.min(questions.size(), QUESTIONS - all.size())));
        }
        asked("nothing", all, authorization);
        asked("evaluation", all, authorization);
        Measured empty = asked("nothing", all, authorization);
        Measured decided = asked("evaluation", all, authorization);
        if (small == null) {
            small = decided;
        }
        write(name, decided, empty, List.of());
        registrations.change(actor, "bench", 1, new ApplicationDetails("Bench", true, true, roles));
        List<Double> delays = Collections.synchronizedList(new ArrayList<>());
        Measured meanwhile = whileRightsChange(owner, all, authorization, delays);
        write(name + ", rights change", meanwhile, empty, delays);
    }

    private static void write(String name, Measured decided, Measured empty, List<Double> delays) {
        Measured told = new Measured(0, delays.stream().sorted().toList());
        TABLE.row(
                name,
                decided.aSecond(),
                decided.quantile(0.5),
                decided.quantile(0.99),
                empty.aSecond(),
                empty.quantile(0.99),
                delays.isEmpty() ? "–" : told.quantile(0.5),
                delays.isEmpty() ? "–" : told.quantile(0.99),
                small.aSecond() / decided.aSecond(),
                decided.aSecond() / empty.aSecond());
    }

    /** @param delays in milliseconds, from the commit of a change until the application that follows has it */
    private Measured whileRightsChange(
            JdbcClient owner, List<String> questions, String authorization, List<Double> delays) {
        List<UUID> rights = owner.sql("select id from role_assignment where valid_until is null limit 10000")
                .query(UUID.class)
                .list();
        Map<String, Long> committed = new ConcurrentHashMap<>();
        AtomicBoolean asking = new AtomicBoolean(true);
        Thread managers = new Thread(() -> {
            for (int i = 0; asking.get() && i < rights.size(); i++) {
                jdbc.sql("update role_assignment set valid_until = now() where id = :id")
                        .param("id", rights.get(i))
                        .update();
                committed.put(rights.get(i).toString(), System.nanoTime());
                LockSupport.parkNanos(1_000_000_000L / CHANGES_A_SECOND);
            }
        });
        Thread follower = new Thread(() -> follow(authorization, committed, asking, delays));
        managers.start();
        follower.start();
        try {
            return asked("evaluation", questions, authorization);
        } finally {
            asking.set(false);
            join(managers);
            join(follower);
            assertThat(delays).hasSize(committed.size());
        }
    }

    /** Polls as an application does, and once more when nothing changes any more. */
    private void follow(String authorization, Map<String, Long> committed, AtomicBoolean asking, List<Double> delays) {
        List<String> arrived = List.of();
        for (boolean last = false; !last; ) {
            last = !asking.get() && arrived.isEmpty();
            JsonNode sets = polled(
                    authorization,
                    "{\"returnImmediately\":%s,\"ack\":[%s]}"
                            .formatted(
                                    !asking.get(),
                                    arrived.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","))));
            long now = System.nanoTime();
            arrived = new ArrayList<>();
            for (var set : sets.properties()) {
                arrived.add(set.getKey());
                // Read before the one who changed it knew that it was committed: no delay.
                Long since = committed.get(right(set.getValue().asText()));
                delays.add(since == null ? 0.0 : Math.max(0, (now - since) / 1e6));
            }
        }
    }

    private static String right(String set) {
        try {
            return new ObjectMapper()
                    .readTree(JWSObject.parse(set).getPayload().toString())
                    .findValue("access")
                    .path("id")
                    .asText();
        } catch (ParseException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private JsonNode polled(String authorization, String body) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/access/v1/events"))
                            .header("Authorization", authorization)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return new ObjectMapper().readTree(answer.body()).path("sets");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Measured asked(String operation, List<String> questions, String authorization) {
        URI address = URI.create("http://127.0.0.1:" + port + "/access/v1/" + operation);
        List<Double> taken = Collections.synchronizedList(new ArrayList<>(questions.size()));
        double seconds = new Crowd(ASKING).share(questions, question -> {
            long begun = System.nanoTime();
            try {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", authorization)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(question))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("\"decision\":");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            taken.add((System.nanoTime() - begun) / 1e6);
        });
        return new Measured(questions.size() / seconds, taken.stream().sorted().toList());
    }
}
