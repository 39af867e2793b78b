package be.designations.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.limits.Limit;
import be.designations.limits.Limits;
import be.designations.testing.ApiCaller;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.RawRequest;
import be.designations.testing.WholeApplication;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** ASVS 2.4.1: what costs much is not asked for without end. */
class RequestLimitsIT extends WholeApplication {

    private static final int MEBIBYTE = 1 << 20;

    @LocalServerPort
    int port;

    @Autowired
    Limits limits;

    @Autowired
    ServletContext servlets;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    Person ann;
    Browser browser;

    @BeforeEach
    void signIn() {
        ann = worlds.people().person("Ann", Language.FR);
        browser = browsers.signedIn(ann);
    }

    @Test
    void whoever_asks_for_too_many_files_is_told_to_wait_in_their_language() {
        assertThat(browser.get("/cases.csv").status()).isEqualTo(200);
        assertThat(spend(Limit.EXPORTS)).isBetween(59, 61);

        for (String spelling : List.of("/cases.csv", "/c%61ses.csv", "/cases.cs%76?q=x")) {
            spend(Limit.EXPORTS);
            Answer refused = browser.get(spelling);
            assertThat(refused.status()).as(spelling).isEqualTo(429);
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 10);
            assertThat(refused.header("Content-Disposition")).isEmpty();
            assertThat(refused.text()).contains("Trop de demandes en peu de temps", ann.displayName());
        }
        spend(Limit.EXPORTS);
        assertThat(browser.send(browser.request("/cases.csv")
                                .method("HEAD", BodyPublishers.noBody())
                                .build())
                        .status())
                .isEqualTo(429);
        browser.get("/?lang=nl");
        spend(Limit.EXPORTS);
        assertThat(browser.get("/cases.csv", "Accept", "text/html").text()).contains("Te veel aanvragen in korte tijd");

        assertThat(browser.get("/cases").status()).as("the page itself").isEqualTo(200);
        assertThat(browsers.signedIn(worlds.people().person("Bea", Language.FR))
                        .get("/cases.csv")
                        .status())
                .as("somebody else")
                .isEqualTo(200);
    }

    @Test
    void every_file_that_is_made_counts() {
        var made = mappings.getHandlerMethods().entrySet().stream()
                // What the decision service refuses, since it is no question, makes no file.
                .filter(handler ->
                        !handler.getValue().getBeanType().getPackageName().endsWith(".decisions.api"))
                .filter(handler -> Arrays.stream(handler.getValue().getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType().equals(HttpServletResponse.class)
                                && handler.getValue().getReturnType().getParameterType() == void.class))
                .flatMap(handler -> handler.getKey().getPatternValues().stream())
                .toList();

        assertThat(made).hasSizeGreaterThan(3).allMatch(pattern -> pattern.matches(".*\\.(csv|pdf)"));
    }

    /** Elsewhere it lets less through, and keeps what it reads. */
    @Test
    void the_proxy_knows_where_files_are_taken() throws IOException {
        var location = Pattern.compile("location ~ (\\S*documents\\S*) ")
                .matcher(Files.readString(Path.of("docker/nginx.conf")));
        assertThat(location.find()).isTrue();
        var taken = Pattern.compile(location.group(1)).asPredicate();
        var all = mappings.getHandlerMethods().entrySet().stream()
                .collect(Collectors.partitioningBy(
                        handler -> Arrays.stream(handler.getValue().getMethodParameters())
                                .anyMatch(parameter -> parameter
                                        .getGenericParameterType()
                                        .getTypeName()
                                        .contains("MultipartFile")),
                        Collectors.flatMapping(
                                handler -> handler.getKey().getPatternValues().stream()
                                        .filter(pattern -> !pattern.contains("probe"))
                                        .map(pattern -> pattern.replaceAll("\\{[^{}]*(\\{[^{}]*})?[^{}]*}", "x")),
                                Collectors.toSet())));

        assertThat(all.get(true)).hasSizeGreaterThan(4).allMatch(taken);
        all.get(false).removeAll(all.get(true));
        assertThat(all.get(false))
                .contains("/sign-in", "/cases")
                .filteredOn(taken)
                .allMatch(path -> path.startsWith("/cases/"));
    }

    @Test
    void files_beyond_the_limit_are_refused_before_a_byte_of_them_is_kept() throws IOException {
        spend(Limit.UPLOADS);

        try (var request = new RawRequest(
                port,
                "POST",
                "/dpd/applications/" + UUID.randomUUID() + "/documents",
                "multipart/form-data; boundary=xxx\r\nCookie: SESSION="
                        + browser.cookie("SESSION").orElseThrow(),
                20 * MEBIBYTE)) {
            request.send("--xxx\r\nContent-Disposition: form-data; name=\"documents\"; filename=\"a.pdf\"\r\n\r\n");
            request.send(2 * MEBIBYTE);

            assertThat(request.status()).isEqualTo(429);
            assertThat(VisitorIT.spooled(servlets)).isEmpty();
            request.sendTheRest();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fr-BE, Vous avez envoyé trop de fichiers",
        "nl-BE, U hebt in korte tijd te veel bestanden verzonden",
        "de-BE, Sie haben in kurzer Zeit zu viele Dateien gesendet",
        "en, You sent too many files"
    })
    void a_caller_of_the_api_is_told_when_to_come_back(String language, String words) {
        spend(Limit.UPLOADS);
        String path = "/api/v1/dpd-applications/" + UUID.randomUUID() + "/documents";

        ApiCaller.Answer refused = api.as(ann).with("Accept-Language", language).upload(path, "a.pdf", new byte[10]);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(refused.header("Retry-After"))
                .hasValueSatisfying(wait -> assertThat(Integer.parseInt(wait)).isBetween(1, 6));
        assertThat(refused.text("/type")).isEqualTo("urn:problem-type:belgif:tooManyRequests");
        assertThat(refused.text("/code")).isEqualTo("security.too-many-uploads");
        assertThat(refused.text("/detail")).startsWith(words);
        assertThat(api.as(ann).get("/api/v1/me").status()).isEqualTo(200);
        assertThat(api.as(worlds.people().person("Bea", Language.FR))
                        .upload(path, "a.pdf", new byte[10])
                        .status())
                .isEqualTo(404);
    }

    @Test
    void other_requests_are_not_counted() {
        browser.get("/");
        browser.get("/cases");
        browser.post("/capacity", Map.of());
        api.as(ann).get("/api/v1/me");

        assertThat(counted("% " + ann.id())).isZero();
    }

    /** Nothing stands in front here: whoever writes the header is a client like any other. */
    @Test
    void without_a_proxy_nobody_says_from_which_address_they_come() {
        browser.send(browser.request("/sign-in")
                .headers("X-Forwarded-For", "203.0.113.99", "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("persona=nobody"))
                .build());

        assertThat(counted("sign-ins 203.0.113.99")).isZero();
        assertThat(counted("sign-ins 127.0.0.1")).isEqualTo(1);
    }

    /** @return how many there were */
    private int spend(Limit limit) {
        int spent = 0;
        while (limits.take(limit, ann.id().toString()).isEmpty()) {
            spent++;
        }
        return spent;
    }

    private int counted(String pattern) {
        return jdbc.sql("select count(*) from request_limit where id like :pattern")
                .param("pattern", pattern)
                .query(Integer.class)
                .single();
    }
}
