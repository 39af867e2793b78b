package be.designations.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.DossierNumber;
import be.designations.directory.Person;
import be.designations.testing.ApiCaller;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.EnterpriseWorld;
import be.designations.testing.HostileValues;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import be.designations.testing.WrittenLog;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent to any operation of the API and any form: no error of ours, nothing of our inside told, and what is refused
 * changed nothing. The same thousand inputs each time; more with {@code -Dhostile.inputs=100000}, others with
 * {@code -Dhostile.seed}.
 */
class HostileInputIT extends WholeApplication {

    private static final int INPUTS = Integer.getInteger("hostile.inputs", 1000);
    private static final long SEED = Long.getLong("hostile.seed", 1L);
    private static final int MOST_FINDINGS = 20;
    private static final int PAGES_A_PERSON = 40;
    private static final Pattern INSIDE =
            Pattern.compile("be\\.designations\\.|org\\.(springframework|postgresql|apache"
                    + "|camunda|thymeleaf)\\.|java\\.(lang|util|sql)\\.|\\bat [a-z]+\\.[a-z.]+\\(|SQLState|PSQLException|Whitelabel"
                    + "|Apache Tomcat|Hikari");
    /** These end the session or the person's choice of organisation, and with it the test. */
    private static final Pattern LEAVES = Pattern.compile("/sign-out|/me/sessions.*|/capacity.*|/sign-in.*");

    private final HostileValues hostile = new HostileValues(SEED);
    private final List<String> findings = new ArrayList<>();
    private final Set<Integer> answered = new HashSet<>();

    ManagedWorld world;
    CpasWorld cpas;
    List<Person> people;
    List<String> ids;
    DossierNumber dossier;
    WrittenLog log;

    @BeforeEach
    void aWorldWithEverybody() {
        world = worlds.managed();
        cpas = world.cpas;
        EnterpriseWorld enterprise = worlds.enterprise();
        dossier = acts.submit(cpas.forCpas(cpas.head), cpas.answers());
        people = List.of(
                cpas.head,
                cpas.principalManager,
                cpas.localManager,
                world.subdivisionManager,
                cpas.user,
                cpas.reviewer,
                cpas.approver,
                world.supportAgent,
                enterprise.director);
        ids = List.of(
                cpas.socialAction.id().value().toString(),
                world.employer.id().value().toString(),
                world.coLocalManagerId.toString(),
                world.subdivision.value().toString(),
                cpas.user.id().value().toString(),
                enterprise.id().toString(),
                UUID.randomUUID().toString());
        log = new WrittenLog();
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void no_operation_of_the_api_stumbles_or_tells_of_its_inside() {
        JsonNode document = api.get("/v3/api-docs").at("");
        List<Operation> operations = operations(document);
        assertThat(operations).hasSizeGreaterThan(40);
        for (int i = 0; i < INPUTS / 2 && findings.size() < MOST_FINDINGS; i++) {
            Operation operation = operations.get(i % operations.size());
            ApiCaller caller = caller(operation);
            String path = path(operation);
            long before = decisions();
            ApiCaller.Answer answer = operation.multipart()
                    ? caller.upload(path, hostile.fileName(), hostile.bytes())
                    : caller.send(operation.verb(), path, BodyPublishers.ofByteArray(body(operation, document)));
            check(operation.verb() + " " + path, answer.status(), answer.body(), before, answer.status() >= 400);
        }
        assertNothingFound();
        assertThat(answered).as("every way to be refused was met").contains(200, 400, 401, 403, 404, 415);
    }

    @Test
    void no_form_stumbles_or_tells_of_its_inside() {
        Map<Browser, List<SeenForm>> forms = new LinkedHashMap<>();
        for (Person person : people) {
            Browser browser = browsers.signedIn(person);
            forms.put(browser, formsSeenFrom(browser));
        }
        List<Browser> inTurn = List.copyOf(forms.keySet());
        assertThat(forms.values().stream().flatMap(List::stream).map(SeenForm::action))
                .hasSizeGreaterThan(60);
        for (int i = 0; i < INPUTS / 2 && findings.size() < MOST_FINDINGS; i++) {
            Browser browser = inTurn.get(i % inTurn.size());
            SeenForm form = hostile.oneOf(forms.get(browser));
            Map<String, String> fields = hostile.spoil(form.fields());
            long before = decisions();
            Browser.Answer answer;
            if (!form.post()) {
                answer = browser.get(form.action() + "?" + hostile.query(fields));
            } else if (form.multipart()) {
                answer = browser.postFiles(
                        form.action(), fields, form.fileField(), Map.of(hostile.fileName(), hostile.bytes()));
            } else {
                answer = browser.post(form.action(), fields);
            }
            check(
                    (form.post() ? "POST " : "GET ") + form.action() + " " + abbreviated(fields),
                    answer.status(),
                    answer.body(),
                    before,
                    form.post() && answer.location().isEmpty());
        }
        assertNothingFound();
        assertThat(answered).as("taken, refused, and asked again").contains(200, 302, 400, 422);
    }

    private void check(String what, int status, String body, long decisionsBefore, boolean refused) {
        answered.add(status);
        if (status >= 500) {
            findings.add(status + " " + what + " -> " + abbreviated(body));
        }
        if (INSIDE.matcher(body).find()) {
            findings.add("tells of its inside: " + status + " " + what + " -> " + abbreviated(body));
        }
        if (refused && decisions() != decisionsBefore) {
            findings.add("refused, but changed: " + status + " " + what);
        }
    }

    private void assertNothingFound() {
        assertThat(findings).as("seed " + SEED).isEmpty();
        assertThat(log.lines()).noneMatch(line -> line.contains("Unexpected error"));
    }

    /** What was decided so far: whatever changes something leaves an event. That somebody looked is none. */
    private long decisions() {
        return jdbc.sql("""
                        select count(*) from audit_event
                         where operation not like '%looked-up%' and operation not like '%read%'
                           and operation not like '%opened'""").query(Long.class).single();
    }

    private record Operation(String verb, String path, JsonNode parameters, JsonNode schema, boolean multipart) {}

    private record SeenForm(
            String action, boolean post, boolean multipart, String fileField, Map<String, String> fields) {}

    private static List<Operation> operations(JsonNode document) {
        List<Operation> found = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    JsonNode content = verb.getValue().at("/requestBody/content");
                    boolean multipart = content.has("multipart/form-data");
                    found.add(new Operation(
                            verb.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            verb.getValue().path("parameters"),
                            content.path("application/json").path("schema"),
                            multipart));
                }));
        return found;
    }

    private ApiCaller caller(Operation operation) {
        ApiCaller caller = api;
        if (!hostile.rarely()) {
            caller = caller.as(hostile.oneOf(people));
        }
        if (hostile.rarely()) {
            caller = caller.with("Acting-For", hostile.headerValue());
        }
        if (hostile.rarely()) {
            caller = caller.with("If-Match", hostile.headerValue());
        }
        if (hostile.rarely()) {
            caller = caller.with("Accept-Language", hostile.headerValue());
        }
        if (hostile.rarely()) {
            caller = caller.with("Accept", hostile.headerValue());
        }
        return operation.multipart()
                ? caller
                : caller.with("Content-Type", hostile.rarely() ? hostile.headerValue() : "application/json");
    }

    private String path(Operation operation) {
        String path = operation.path();
        Map<String, String> query = new LinkedHashMap<>();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", segment(operation, name));
                case "query" -> {
                    if (hostile.sometimes()) {
                        query.put(name, hostile.sometimes() ? hostile.text() : sample(parameter.path("schema")));
                    }
                }
                default -> {
                    // Headers are the caller's.
                }
            }
        }
        path = path.replaceAll("\\{[^}]*}", "x");
        return query.isEmpty() ? path : path + "?" + hostile.query(query);
    }

    private String segment(Operation operation, String name) {
        if (hostile.rarely()) {
            return hostile.segment();
        }
        return switch (name) {
            case "number" ->
                operation.path().contains("/dossiers")
                        ? dossier.value()
                        : cpas.cpas.enterpriseNumber().value();
            case "enterpriseNumber" -> cpas.cpas.enterpriseNumber().value();
            case "post" -> "local-manager";
            case "domain" -> "SOCIAL_SECURITY";
            case "code" -> "E_BOX_USER";
            default -> hostile.oneOf(ids);
        };
    }

    private static String sample(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").get(0).asText();
        }
        return switch (schema.path("type").asText()) {
            case "integer", "number" -> "1";
            case "boolean" -> "true";
            default -> schema.path("format").asText().equals("date") ? "2026-12-01" : "abc";
        };
    }

    private byte[] body(Operation operation, JsonNode document) {
        if (operation.schema().isMissingNode()) {
            return hostile.rarely() ? hostile.bytes() : new byte[0];
        }
        JsonNode body = hostile.spoil(example(operation.schema(), document, 0));
        return hostile.maimed(body.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /** Something that the schema takes, as far as a schema can say. */
    private JsonNode example(JsonNode schema, JsonNode document, int depth) {
        JsonNodeFactory node = JsonNodeFactory.instance;
        if (schema.has("$ref")) {
            return example(document.at(schema.path("$ref").asText().substring(1)), document, depth);
        }
        if (depth > 5) {
            return node.nullNode();
        }
        if (schema.has("oneOf") || schema.has("allOf") || schema.has("anyOf")) {
            JsonNode choices = schema.has("oneOf")
                    ? schema.path("oneOf")
                    : schema.has("allOf") ? schema.path("allOf") : schema.path("anyOf");
            return example(choices.get(hostile.below(choices.size())), document, depth + 1);
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(hostile.below(schema.path("enum").size()));
        }
        return switch (schema.path("type").asText()) {
            case "array" -> node.arrayNode().add(example(schema.path("items"), document, depth + 1));
            case "integer", "number" -> node.numberNode(hostile.below(5));
            case "boolean" -> node.booleanNode(hostile.sometimes());
            case "object" -> {
                ObjectNode object = node.objectNode();
                schema.path("properties")
                        .properties()
                        .forEach(property ->
                                object.set(property.getKey(), example(property.getValue(), document, depth + 1)));
                yield object;
            }
            default -> node.textNode(text(schema.path("format").asText()));
        };
    }

    private String text(String format) {
        return switch (format) {
            case "date" -> "2026-12-01";
            case "date-time" -> "2026-12-01T00:00:00Z";
            case "uuid" -> hostile.oneOf(ids);
            case "email" -> "somebody@test.example";
            default -> hostile.sometimes() ? cpas.user.niss().value() : "texte";
        };
    }

    private List<SeenForm> formsSeenFrom(Browser browser) {
        List<SeenForm> found = new ArrayList<>();
        Set<String> known = new HashSet<>(Set.of("/"));
        Set<String> actions = new HashSet<>();
        Deque<String> toOpen = new ArrayDeque<>(known);
        for (int opened = 0; opened < PAGES_A_PERSON && !toOpen.isEmpty(); opened++) {
            Browser.Answer answer = browser.follow(browser.get(toOpen.remove()));
            if (answer.status() != 200 || !answer.header("Content-Type").startsWith("text/html")) {
                continue;
            }
            String here = answer.response().uri().getPath();
            for (Element form : answer.page().select("form")) {
                SeenForm seen = form(form, here);
                if (!LEAVES.matcher(seen.action()).matches()
                        && actions.add(seen.action() + seen.fields().keySet())) {
                    found.add(seen);
                }
            }
            for (Element link : answer.page().select("a[href^=/]")) {
                String path = link.attr("href").replaceFirst("#.*", "");
                if (!LEAVES.matcher(path).matches() && known.add(path)) {
                    toOpen.add(path);
                }
            }
        }
        return found;
    }

    private static SeenForm form(Element form, String here) {
        Map<String, String> fields = new LinkedHashMap<>();
        String fileField = "files";
        for (Element field : form.select("input[name], textarea[name], select[name], button[name]")) {
            switch (field.attr("type")) {
                case "file" -> fileField = field.attr("name");
                case "hidden", "radio", "checkbox", "submit" -> {
                    if (!field.attr("name").equals("_csrf")) {
                        fields.put(field.attr("name"), field.val());
                    }
                }
                default -> {
                    Element option = field.select("option").last();
                    fields.put(field.attr("name"), option == null ? field.val() : option.val());
                }
            }
        }
        String action = form.hasAttr("action") ? form.attr("action").replaceFirst("[?#].*", "") : here;
        return new SeenForm(
                action.startsWith("/") ? action : here,
                form.attr("method").equalsIgnoreCase("post"),
                form.attr("enctype").startsWith("multipart"),
                fileField,
                fields);
    }

    private static String abbreviated(Object text) {
        String all = text.toString().replaceAll("\\s+", " ");
        return all.length() < 400 ? all : all.substring(0, 400) + "…";
    }
}
