package be.designations.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Language;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.RawRequest;
import be.designations.testing.WholeApplication;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** M5: somebody who is not signed in costs neither a row of the database nor a byte of the disk. */
class VisitorIT extends WholeApplication {

    private static final int MEBIBYTE = 1 << 20;

    @LocalServerPort
    int port;

    @Autowired
    ServletContext servlets;

    Browser visitor;

    @BeforeEach
    void arrive() {
        visitor = browsers.fresh();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/sign-in?notice=expired",
                "/sign-in/again?page=/me",
                "/demo/people",
                "/help",
                "/accessibility",
                "/api",
                "/me?x=1",
                "/cases?q=abc",
                "/nowhere/at/all",
                "/assets/app.css",
                "/assets/nothing.css",
                "/healthz",
                "/swagger-ui/index.html",
                "/api/v1/me",
                "/login/oauth2/code/csam?code=x&state=y"
            })
    void looking_makes_no_session(String page) {
        int before = sessions();

        visitor.get(page);
        visitor.get(page + (page.contains("?") ? "&" : "?") + "lang=de");
        visitor.get(page, "HX-Request", "true");
        visitor.follow(visitor.get(page, "Cookie", "SESSION=eA"));

        assertThat(sessions()).isEqualTo(before);
        assertThat(visitor.cookie("SESSION")).isEmpty();
    }

    @Test
    void what_a_status_says_has_a_page_whatever_is_read() {
        assertThat(visitor.get("/error").status()).isEqualTo(404);
        for (String accepted : List.of("text/html", "*/*", "application/json")) {
            Answer answer = visitor.get("/error", "Accept", accepted);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).contains("Page introuvable");
        }
    }

    @Test
    void a_sign_in_that_fails_makes_no_session() {
        int before = sessions();

        visitor.get("/sign-in");
        visitor.post("/sign-in", Map.of("persona", "nobody"));

        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void a_form_of_a_visitor_is_taken_from_where_it_was_shown_only() {
        var ann = worlds.people().person("Ann", Language.FR);
        visitor.get("/sign-in");
        var stranger = browsers.fresh();
        stranger.get("/sign-in");
        Map<String, String> fields = Map.of("persona", ann.id().toString());

        for (String token : List.of("", stranger.token())) {
            assertThat(visitor.postWithoutToken(
                                    "/sign-in", Map.of("persona", ann.id().toString(), "_csrf", token))
                            .location())
                    .contains("/sign-in?notice=expired");
        }
        assertThat(visitor.post("/sign-in", fields).location()).contains("/");
        assertThat(visitor.cookie("form-token")).isEmpty();
        assertThat(visitor.post("/sign-out", Map.of()).status()).isEqualTo(403);
    }

    /** Whoever writes the cookie: our own server wrote none of these. */
    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "/x\r\nSet-Cookie: y=z", "me", ""})
    void a_cookie_leads_to_no_other_site(String page) {
        var ann = worlds.people().person("Ann", Language.FR);
        String planted = Base64.getUrlEncoder().encodeToString(page.getBytes(StandardCharsets.UTF_8));

        for (String cookie : List.of(planted, "%%%")) {
            assertThat(signIn(ann.id().toString(), "asked-page=" + cookie).location())
                    .as(cookie)
                    .contains("/");
        }
    }

    @Test
    void a_page_is_come_back_to_once() {
        var ann = worlds.people().person("Ann", Language.FR);
        visitor.get("/me/sessions?x=é".replace("é", "%C3%A9"));
        assertThat(visitor.cookie("asked-page")).isPresent();

        assertThat(visitor.signIn(ann.id()).location()).contains("/me/sessions?x=%C3%A9");

        visitor.get("/me/sessions?x=%C3%A9");
        assertThat(visitor.cookie("asked-page")).isEmpty();
    }

    @Test
    void an_address_too_long_for_a_cookie_is_not_come_back_to() {
        var ann = worlds.people().person("Ann", Language.FR);
        visitor.get("/me?x=" + "x".repeat(1_500));

        assertThat(visitor.signIn(ann.id()).location()).contains("/");
    }

    /** The answer is there before the files are: they are not waited for. */
    @ParameterizedTest
    @CsvSource({
        "POST, /dpd/applications/new, 302",
        "POST, /sign-in, 302",
        "POST, /nowhere, 302",
        "POST, /help, 302",
        "GET, /help?lang=de, 302",
        "PUT, /, 302",
        "POST, /assets/app.css, 302",
        "GET, /assets/nothing.css, 302",
        "POST, /healthz, 302",
        "POST, /swagger-ui/index.html, 302",
        "POST, /api/v1/dpd-applications/x/documents, 401",
        "GET, /api/v1/me, 401",
    })
    void files_of_a_visitor_are_refused_before_a_byte_of_them_is_kept(String method, String path, int status)
            throws IOException {
        try (var request = new RawRequest(port, method, path, "multipart/form-data; boundary=xxx", 30 * MEBIBYTE)) {
            request.send("--xxx\r\nContent-Disposition: form-data; name=\"documents\"; filename=\"a.pdf\"\r\n\r\n");
            request.send(4 * MEBIBYTE);

            assertThat(request.status()).isEqualTo(status);

            assertThat(spooled(servlets)).isEmpty();
            request.sendTheRest();
            assertThat(spooled(servlets)).isEmpty();
        }
    }

    @Test
    void a_letter_to_be_checked_is_taken_from_our_own_page_and_not_from_one_of_another_site() {
        String letter =
                "--xxx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\nx\r\n--xxx--\r\n";
        for (String from : List.of("same-origin", "none", "cross-site", "same-site")) {
            boolean ours = from.equals("same-origin") || from.equals("none");
            var request = visitor.request("/verify")
                    .headers("Content-Type", "multipart/form-data; boundary=xxx", "Sec-Fetch-Site", from)
                    .POST(BodyPublishers.ofString(letter))
                    .build();
            assertThat(visitor.send(request).status()).as(from).isEqualTo(ours ? 200 : 302);

            Browser signedIn = browsers.signedIn(worlds.people().person("Ann", Language.FR));
            var theirs = signedIn.request("/verify")
                    .headers("Content-Type", "multipart/form-data; boundary=xxx", "Sec-Fetch-Site", from)
                    .POST(BodyPublishers.ofString(letter))
                    .build();
            assertThat(signedIn.send(theirs).status()).as(from).isEqualTo(ours ? 200 : 403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /nowhere, application/x-www-form-urlencoded, 302",
        "PUT, /nowhere, application/x-www-form-urlencoded, 302",
        "PUT, /api/v1/me/contact, application/x-www-form-urlencoded, 401",
        "POST, /api/v1/dpd-applications, application/json, 401",
        "DELETE, /assets/app.css, application/x-www-form-urlencoded, 302"
    })
    void nothing_else_of_a_visitor_is_waited_for(String method, String path, String type, int status)
            throws IOException {
        try (var request = new RawRequest(port, method, path, type, MEBIBYTE)) {
            assertThat(request.status()).isEqualTo(status);
        }
    }

    private Answer signIn(String persona, String cookie) {
        visitor = browsers.fresh();
        visitor.get("/sign-in");
        String form = "persona=" + persona + "&_csrf=" + visitor.token();
        return visitor.send(visitor.request("/sign-in")
                .headers("Content-Type", "application/x-www-form-urlencoded", "Cookie", cookie)
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** The files that were sent and wait on the disk. */
    static List<String> spooled(ServletContext servlets) throws IOException {
        var folder = ((File) servlets.getAttribute(ServletContext.TEMPDIR)).toPath();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::getFileName)
                    .map(Object::toString)
                    .filter(name -> name.startsWith("upload_"))
                    .toList();
        }
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }
}
