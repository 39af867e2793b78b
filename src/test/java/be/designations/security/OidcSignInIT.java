package be.designations.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.AccessModel;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.Person;
import be.designations.limits.Limit;
import be.designations.limits.Limits;
import be.designations.testing.ApiCaller;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.RawRequest;
import be.designations.testing.TestInfrastructure;
import be.designations.testing.TestPeople;
import be.designations.testing.WrittenLog;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** The application as in production, with a sign-in service of its own. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles("prod")
@Import(TestInfrastructure.class)
@DirtiesContext
class OidcSignInIT {

    private static final String SESSION = "__Host-SESSION";
    private static final String LEVEL = "urn:be:fedict:iam:fas:Level";
    private static final Map<String, Object> LOGOUT =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());
    private static final MockOAuth2Server CSAM = new MockOAuth2Server();
    private static final Map<String, String> SETTINGS = new HashMap<>();
    private static final int PORT = freePort();

    // The settings are looked for before a test can offer properties of its own.
    static {
        CSAM.start();
        SETTINGS.put("server.port", String.valueOf(PORT));
        SETTINGS.put("DESIGNATIONS_PUBLIC_ADDRESS", "http://127.0.0.1:" + PORT);
        SETTINGS.put("DESIGNATIONS_DATABASE_URL", "jdbc:postgresql://set-by-the-test");
        SETTINGS.put("DESIGNATIONS_DATABASE_USER", "designations_app");
        SETTINGS.put("DESIGNATIONS_DATABASE_OWNER", "x");
        SETTINGS.put("DESIGNATIONS_DATABASE_OWNER_PASSWORD", "x");
        SETTINGS.put("DESIGNATIONS_AUDIT_ANCHORS", "target/audit-anchors/" + UUID.randomUUID());
        SETTINGS.put("DESIGNATIONS_DATABASE_PASSWORD", "x");
        SETTINGS.put("DESIGNATIONS_MAIL_HOST", "127.0.0.1");
        SETTINGS.put("DESIGNATIONS_MAIL_FROM", "desk@designations.test");
        SETTINGS.put("DESIGNATIONS_ALLOW_PLAIN_DATABASE", "true");
        SETTINGS.put("DESIGNATIONS_ALLOW_PLAIN_ISSUER", "true");
        SETTINGS.put("DESIGNATIONS_ALLOW_PLAIN_ADDRESS", "true");
        SETTINGS.put("DESIGNATIONS_OIDC_ISSUER", CSAM.issuerUrl("csam").toString());
        SETTINGS.put("DESIGNATIONS_OIDC_CLIENT_ID", "designations");
        SETTINGS.put("DESIGNATIONS_OIDC_CLIENT_SECRET", "secret");
        SETTINGS.put("DESIGNATIONS_OIDC_API_CLIENTS", "portal, desk");
        SETTINGS.forEach(System::setProperty);
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Directory directory;

    @Autowired
    AccessModel access;

    @Autowired
    ApplicationContext context;

    @Autowired
    ServletContext servlets;

    private long begun;

    final Browser browser = new Browser(PORT);
    TestPeople people;
    Person ann;

    @BeforeEach
    void found() {
        begun = Instant.now().toEpochMilli();
        people = new TestPeople(jdbc, directory);
        ann = people.person("Ann", Language.FR);
    }

    @AfterAll
    static void stop() {
        SETTINGS.keySet().forEach(System::clearProperty);
        CSAM.shutdown();
    }

    @Test
    void a_known_person_comes_back_to_the_page_that_was_asked_for() {
        people.give(ann, LegalFunctionKind.HEAD_OF_DAILY_MANAGEMENT, people.cpas("CPAS d’Ici"));
        assertThat(browser.get("/capacity?q=ici").location()).contains("/sign-in");
        var page = browser.get("/sign-in").page();
        assertThat(page.select("main a.govuk-button").text()).isEqualTo("Se connecter avec CSAM");
        assertThat(page.select("button[name=persona]")).isEmpty();

        var back = dance(claims(ann, 500));

        assertThat(back.location()).contains("/capacity?q=ici");
        var capacity = browser.follow(back);
        assertThat(capacity.status()).isEqualTo(200);
        assertThat(capacity.page().select(".app-who").text()).contains(ann.displayName());
        assertThat(browser.follow(browser.get("/")).page().select("h1").text()).isEqualTo("CPAS d’Ici");
    }

    @Test
    void the_session_keeps_neither_niss_nor_token() {
        dance(claims(ann, 500));

        var attributes = people.sessions(ann);

        assertThat(attributes)
                .isNotEmpty()
                .noneMatch(bytes -> bytes.contains(ann.niss().value()) || bytes.contains("OidcIdToken"));
    }

    @Test
    void the_session_gets_another_id_and_a_secure_cookie() {
        browser.get("/oauth2/authorization/csam");
        var before = browser.cookie(SESSION).orElseThrow();

        var back = dance(claims(ann, 500));

        assertThat(browser.cookie(SESSION)).isPresent().get().isNotEqualTo(before);
        assertThat(back.header("Set-Cookie"))
                .contains(SESSION + '=', "Path=/;", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
    }

    /** M5: anybody can begin to sign in; a session for it is small, and soon gone. */
    @Test
    void whoever_does_not_come_back_leaves_no_session_for_long() {
        browser.get("/oauth2/authorization/csam");
        var asked = browser.get("/me/sessions");
        assertThat(asked.location()).contains("/sign-in");
        assertThat(lifetimes()).containsOnly(600).hasSize(1);

        dance(claims(ann, 500));

        assertThat(lifetimes()).containsExactly(3600);
        assertThat(browser.get("/login/oauth2/code/csam?error=access_denied&state=x")
                        .location())
                .contains("/sign-in?notice=failed");
        assertThat(browser.get("/me").status()).isEqualTo(200);
        var another = new Browser(PORT);
        another.get("/oauth2/authorization/csam");
        another.get("/login/oauth2/code/csam?error=access_denied&state=x");
        assertThat(lifetimes()).containsExactly(3600);
    }

    private List<Integer> lifetimes() {
        return jdbc.sql("select max_inactive_interval from spring_session where creation_time > :begun")
                .param("begun", begun)
                .query(Integer.class)
                .list();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/sign-in", "/sign-in/again?page=/me", "/sign-in/refused", "/help", "/me?x=1", "/nowhere"})
    void looking_makes_no_session(String page) {
        browser.get(page);
        browser.get(page + (page.contains("?") ? "&" : "?") + "lang=de");

        assertThat(lifetimes()).isEmpty();
        assertThat(browser.cookie(SESSION)).isEmpty();
    }

    /** The proxy says who came; what they say of themselves stands to the left of it. */
    @Test
    void from_one_address_sign_ins_are_begun_so_often_and_no_oftener() {
        var limits = context.getBean(Limits.class);
        assertThat(spend(limits)).isBetween(300, 330);

        for (String forwarded : List.of("203.0.113.7", "198.51.100.1, 203.0.113.7")) {
            spend(limits);
            var refused =
                    browser.get("/oauth2/authorization/csam", "X-Forwarded-For", forwarded, "Accept-Language", "de");
            assertThat(refused.status()).as(forwarded).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.text()).contains("Zu viele Anfragen in kurzer Zeit");
        }
        assertThat(lifetimes()).isEmpty();
        assertThat(browser.get("/sign-in", "X-Forwarded-For", "203.0.113.7").status())
                .isEqualTo(200);
        assertThat(browser.get("/oauth2/authorization/csam", "X-Forwarded-For", "203.0.113.8")
                        .status())
                .as("somebody else")
                .isEqualTo(302);
    }

    private static int spend(Limits limits) {
        int spent = 0;
        while (limits.take(Limit.SIGN_INS, "203.0.113.7").isEmpty()) {
            spent++;
        }
        return spent;
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /logout/connect/back-channel/csam, 302",
        "POST, /login/oauth2/code/csam, 302",
        "GET, /login/oauth2/code/csam, 302",
        "GET, /sign-in?lang=de, 302",
        "POST, /api/v1/dpd-applications/x/documents, 401",
        "GET, /api/v1/me, 401"
    })
    void files_of_a_visitor_are_refused_before_a_byte_of_them_is_kept(String method, String path, int status)
            throws IOException {
        try (var request = new RawRequest(PORT, method, path, "multipart/form-data; boundary=xxx", 30 << 20)) {
            request.send("--xxx\r\nContent-Disposition: form-data; name=\"logout_token\"; filename=\"a.pdf\"\r\n\r\n");
            request.send(4 << 20);

            assertThat(request.status()).isEqualTo(status);
            assertThat(VisitorIT.spooled(servlets)).isEmpty();
        }
    }

    @Test
    void browsers_are_told_to_come_by_tls() {
        assertThat(browser.get("/sign-in", "X-Forwarded-Proto", "https").header("Strict-Transport-Security"))
                .startsWith("max-age=31536000");
    }

    @Test
    void the_service_is_asked_for_the_level_and_gives_the_code_to_nobody_else() {
        var there = browser.get("/oauth2/authorization/csam").location().orElseThrow();

        assertThat(there)
                .contains("acr_values=" + LEVEL + 450, "code_challenge=", "code_challenge_method=S256")
                .doesNotContain("prompt=");
    }

    @Test
    void who_came_too_weakly_signs_in_anew_and_comes_back_to_the_page() {
        dance(claims(ann, 350));
        var link = browser.get("/me?x=1").page().select("#surer a").attr("href");
        assertThat(link).startsWith("/sign-in/again?page=/me");

        var there = browser.get(link);
        assertThat(there.location()).contains("/oauth2/authorization/csam");
        CSAM.enqueueCallback(callback("csam", List.of(), claims(ann, 500)));
        var asked = browser.get(there.location().orElseThrow()).location().orElseThrow();
        assertThat(asked).contains("prompt=login", "acr_values=" + LEVEL + 450);
        var back = browser.get(atService(browser, asked).location().orElseThrow());

        assertThat(back.location()).contains("/me?x=1");
        assertThat(browser.follow(back).page().select("#surer")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example/", "https://evil.example/", "/%5Cevil.example/", "me", "/x%0D%0ASet-Cookie:y"})
    void signing_in_anew_leads_to_no_other_site(String page) {
        dance(claims(ann, 350));
        browser.get("/sign-in/again?page=" + page);

        assertThat(dance(claims(ann, 500)).location()).contains("/");
    }

    /** M1, D30: whoever knows a password of somebody reads nothing about others. */
    @ParameterizedTest
    @CsvSource({"100, false", "400, false", "450, true"})
    void a_weak_sign_in_reads_nothing_about_others(int level, boolean reads) {
        var world = new CpasWorld(jdbc, directory, access);
        var sent = token("designations-api", claims(world.principalManager, level));
        String quality = "/api/v1/qualities/" + world.socialAction.id().value() + "/users";
        String entity =
                "/api/v1/entities/" + world.cpas.enterpriseNumber().value() + "/users?q=" + world.user.lastName();

        for (String path : List.of(quality, entity)) {
            assertThat(api("GET", path, sent).body().contains(world.user.lastName()))
                    .as(path)
                    .isEqualTo(reads);
        }
        assertThat(api("GET", "/api/v1/me", sent).body()).contains(world.principalManager.lastName());
    }

    @ParameterizedTest
    @CsvSource({"350, 1", "450, 0", "500, 0"})
    void a_low_level_comes_in_with_a_hint(int level, int hints) {
        people.give(ann, LegalFunctionKind.HEAD_OF_DAILY_MANAGEMENT, people.cpas("CPAS"));

        dance(claims(ann, level));

        assertThat(browser.follow(browser.get("/")).page().select(".govuk-inset-text"))
                .hasSize(hints);
    }

    /** Where a dossier waits for the reader, too; and what they may not see offers to sign in anew. */
    @Test
    void a_page_says_once_that_the_level_is_too_low() {
        people.give(ann, LegalFunctionKind.HEAD_OF_DAILY_MANAGEMENT, people.cpas("CPAS"));

        dance(claims(ann, 350));
        browser.follow(browser.get("/"));

        for (String path : List.of("/", "/work", "/cases", "/cases/REM-2026-99999", "/principal-manager")) {
            var page = browser.get(path).page();
            assertThat(page.text().split("inférieur à 450", -1)).as(path).hasSize(2);
            assertThat(page.select("#surer a").attr("href")).as(path).startsWith("/sign-in/again");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Vous ne pouvez pas utiliser cette application, Helpdesk CPAS",
        "nl, U kunt deze toepassing niet gebruiken, Helpdesk OCMW",
        "de, Sie können diese Anwendung nicht benutzen, Helpdesk ÖSHZ",
        "en, You cannot use this application, CPAS / OCMW helpdesk"
    })
    void somebody_unknown_is_told_whom_to_ask_and_gets_no_session(String language, String title, String whom) {
        browser.get("/sign-in?lang=" + language);

        var back = dance(Map.of("egovNRN", "85073003328", "amr", List.of(LEVEL + 500)));

        assertThat(back.location()).contains("/sign-in/refused?why=unknown");
        assertThat(browser.follow(back).text()).contains(title, whom);
        assertThat(browser.cookie(SESSION)).isEmpty();
        assertThat(browser.get("/").location()).contains("/sign-in");
    }

    @Test
    void somebody_disabled_or_without_number_gets_no_session() {
        people.disable(ann);

        assertThat(dance(claims(ann, 500)).location()).contains("/sign-in/refused?why=disabled");
        assertThat(dance(Map.of("amr", List.of(LEVEL + 500))).location()).contains("/sign-in/refused?why=no-number");
        assertThat(browser.cookie(SESSION)).isEmpty();
    }

    @Test
    void an_answer_that_nobody_asked_for_is_refused() {
        var answer = browser.get("/login/oauth2/code/csam?code=x&state=y");

        assertThat(answer.location()).contains("/sign-in?notice=failed");
        assertThat(browser.follow(answer).text()).contains("La connexion n’a pas abouti");
    }

    /** M4: what a visitor writes into the address of the way back is no line of the log. */
    @Test
    void what_a_visitor_writes_into_the_way_back_is_not_logged() {
        var state = Pattern.compile("[?&]state=([^&]+)")
                .matcher(browser.get("/oauth2/authorization/csam").location().orElseThrow());
        assertThat(state.find()).isTrue();

        try (var log = new WrittenLog()) {
            browser.get("/login/oauth2/code/csam?error=x%0AFORGED%1b%5b2J&error_description=y%0AFORGED&state="
                    + state.group(1));

            assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains("FORGED"));
            assertThat(log.lastEvent())
                    .containsEntry("event", "sign-in-refused")
                    .containsEntry("code", "other");
        }
    }

    /** M3. */
    @Test
    void who_comes_leaves_or_is_refused_is_logged_by_id_only() {
        String person = ann.id().toString();
        try (var log = new WrittenLog()) {
            dance(claims(ann, 450));
            assertThat(log.lastEvent()).isEqualTo(Map.of("event", "sign-in", "person", person, "level", "450"));

            browser.get("/people/" + UUID.randomUUID());
            assertThat(log.lastEvent())
                    .isEqualTo(Map.of("event", "nothing-found", "person", person, "operation", "GET /people/{id}"));

            browser.postWithoutToken("/sign-out", Map.of());
            assertThat(log.lastEvent())
                    .isEqualTo(Map.of("event", "operation-refused", "person", person, "code", "csrf"));

            browser.follow(browser.get("/"));
            browser.post("/sign-out", Map.of());
            assertThat(log.lastEvent()).isEqualTo(Map.of("event", "sign-out", "person", person));

            api("nonsense");
            assertThat(log.lastEvent())
                    .isEqualTo(Map.of("event", "token-rejected", "cause", "InvalidBearerTokenException"));

            api(token("designations-api", "desk", "manage"));
            assertThat(log.lastEvent())
                    .isEqualTo(Map.of(
                            "event",
                            "operation-refused",
                            "person",
                            person,
                            "code",
                            "insufficient-scope",
                            "scope",
                            "read"));

            people.disable(ann);
            dance(claims(ann, 500));
            assertThat(log.lastEvent())
                    .containsEntry("event", "sign-in-refused")
                    .containsEntry("code", "disabled");
            assertThat(log.lines())
                    .noneMatch(line -> line.contains(ann.niss().value()) || line.contains(ann.displayName()));
        }
    }

    @Test
    void signing_out_ends_the_session_at_the_service_too() {
        dance(claims(ann, 500));
        browser.follow(browser.get("/"));

        var out = browser.post("/sign-out", Map.of());

        assertThat(out.location().orElseThrow())
                .startsWith(CSAM.endSessionEndpointUrl("csam").toString())
                .contains("client_id=designations")
                .contains("post_logout_redirect_uri=http%3A%2F%2F127.0.0.1%3A" + PORT
                        + "%2Fsign-in%3Fnotice%3Dsigned-out");
        assertThat(browser.get("/").location())
                .hasValueSatisfying(path -> assertThat(path).startsWith("/sign-in"));
        assertThat(browser.get("/sign-in").header("Content-Security-Policy"))
                .contains("form-action 'self' http://" + CSAM.issuerUrl("csam").host() + ':'
                        + CSAM.issuerUrl("csam").port() + ';');
    }

    @Test
    void the_service_ends_the_sessions_that_come_from_one_of_its_own() {
        var desk = new Browser(PORT);
        var phone = new Browser(PORT);
        dance(desk, with(claims(ann, 500), "sid", "of-desk"));
        dance(phone, with(claims(ann, 500), "sid", "of-phone"));

        assertThat(backChannel(Map.of("sid", "of-desk", "events", LOGOUT)).status())
                .isEqualTo(200);

        assertThat(desk.get("/me").location()).contains("/sign-in?notice=expired");
        assertThat(phone.get("/me").status()).isEqualTo(200);

        assertThat(backChannel(Map.of("events", LOGOUT)).status()).isEqualTo(200);
        assertThat(phone.get("/me").location()).contains("/sign-in?notice=expired");
    }

    @Test
    void nobody_else_ends_sessions_by_that_way() {
        dance(with(claims(ann, 500), "sid", "s1"));
        Map<String, Object> ofSession = Map.of("sid", "s1", "events", LOGOUT);

        for (String refused : List.of(
                "nonsense",
                CSAM.issueToken("csam", "c", callback("csam", List.of("another"), ofSession))
                        .serialize(),
                CSAM.issueToken("other", "c", callback("other", List.of("designations"), ofSession))
                        .serialize(),
                CSAM.issueToken("csam", "c", callback("csam", List.of("designations"), Map.of("sid", "s1")))
                        .serialize())) {
            assertThat(backChannel(refused).status()).isEqualTo(400);
        }
        assertThat(browser.get("/me").status()).isEqualTo(200);
    }

    private Answer backChannel(Map<String, Object> claims) {
        return backChannel(CSAM.issueToken("csam", "c", callback("csam", List.of("designations"), claims))
                .serialize());
    }

    private static Answer backChannel(String token) {
        return new Browser(PORT).postWithoutToken("/logout/connect/back-channel/csam", Map.of("logout_token", token));
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        var all = new HashMap<>(claims);
        all.put(name, value);
        return all;
    }

    @Test
    void there_is_no_persona_sign_in() {
        assertThat(context.getBeansOfType(DemoSignIn.class)).isEmpty();
        assertThat(context.getBeansOfType(DemoSignInController.class)).isEmpty();
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in", Map.of("persona", ann.id().toString()))
                        .status())
                .isIn(302, 403, 405);
        assertThat(browser.get("/").location())
                .hasValueSatisfying(path -> assertThat(path).startsWith("/sign-in"));
        assertThat(browser.get("/api/v1/nothing", "Authorization", "Basic eDp4").status())
                .isEqualTo(401);
    }

    @Test
    void the_api_takes_an_access_token_made_out_for_it() throws Exception {
        assertThat(api(token("designations-api", claims(ann, 500))).status()).isEqualTo(404);

        for (String refused : List.of(
                token("another-api", claims(ann, 500)),
                token("designations-api", Map.of("egovNRN", "85073003328")),
                token("designations-api", Map.of()),
                CSAM.issueToken("other", "desk", callback("other", List.of("designations-api"), claims(ann, 500)))
                        .serialize(),
                "nonsense")) {
            assertIsInvalid(api(refused));
        }
        people.disable(ann);
        assertThat(api(token("designations-api", claims(ann, 500))).status()).isEqualTo(401);
    }

    private static void assertIsInvalid(Answer answer) throws Exception {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(new ObjectMapper().readTree(answer.body()).get("type").asText())
                .isEqualTo("urn:problem-type:belgif:invalidAccessToken");
    }

    /** M7: a person who signed in to some other application has not let it act for them here. */
    @Test
    void a_token_of_a_client_that_is_not_ours_opens_nothing() throws Exception {
        for (String client : List.of("desk", "portal")) {
            assertThat(api(token("designations-api", client, "read")).status()).isEqualTo(404);
        }
        for (String client : List.of("some-other-client", "designations", "portal, desk")) {
            assertIsInvalid(api(token("designations-api", client, "read manage decide")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/me, read",
        "GET, /api/v1/dossiers, read",
        "HEAD, /api/v1/me, read",
        "PUT, /api/v1/me/contact, manage",
        "POST, /api/v1/qualities/x/user-actions, manage",
        "DELETE, /api/v1/dpd-applications/x, manage",
        "POST, /api/v1/dossiers/DPD-2026-99999/decision, decide",
        "POST, /api/v1/dossiers/DPD-2026-99999/%64ecision, decide",
        "PUT, /api/v1/dossiers/DPD-2026-99999/assignment, decide",
        "DELETE, /api/v1/dossiers/DPD-2026-99999/assignment, decide"
    })
    void a_client_asks_only_for_what_its_scopes_name(String method, String path, String needed) throws Exception {
        var all = new ArrayList<>(List.of("read", "manage", "decide"));
        assertThat(api(method, path, token("designations-api", "desk", needed)).status())
                .isNotIn(401, 403);
        all.remove(needed);

        for (String others : List.of(String.join(" ", all), "")) {
            var refused = api(method, path, token("designations-api", "desk", others));

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.header("WWW-Authenticate"))
                    .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"" + needed + '"');
            if (!method.equals("HEAD")) {
                var problem = new ObjectMapper().readTree(refused.body());
                assertThat(problem.get("type").asText()).isEqualTo("urn:problem-type:belgif:missingScope");
                assertThat(problem.at("/requiredScopes/0").asText()).isEqualTo(needed);
                assertThat(problem.get("detail").asText()).contains("« " + needed + " »");
            }
        }
    }

    @Test
    void the_document_of_the_api_says_the_scopes() throws Exception {
        var document = new ObjectMapper().readTree(browser.get("/v3/api-docs").body());

        assertThat(document.at("/components/securitySchemes/signIn/scheme").asText())
                .isEqualTo("bearer");
        assertThat(document.at("/components/securitySchemes/signIn/description").asText())
                .contains("`read`", "`manage`", "`decide`");
        assertThat(document.at("/paths/~1api~1v1~1me/get/security/0/signIn/0").asText())
                .isEqualTo("read");
        assertThat(document.at("/paths/~1api~1v1~1me~1contact/put/security/0/signIn/0")
                        .asText())
                .isEqualTo("manage");
        assertThat(document.at("/paths/~1api~1v1~1dossiers~1{number}~1decision/post/security/0/signIn/0")
                        .asText())
                .isEqualTo("decide");
    }

    @Test
    void a_caller_without_token_is_asked_for_one() throws Exception {
        var answer = browser.get("/api/v1/nothing", "Accept-Language", "de-BE");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(new ObjectMapper().readTree(answer.body()).get("title").asText())
                .isEqualTo("Identifizierung erforderlich");
    }

    /** From our sign-in page to the service and back; answers with where we send the browser then. */
    private Answer dance(Map<String, Object> claims) {
        return dance(browser, claims);
    }

    private static Answer dance(Browser browser, Map<String, Object> claims) {
        CSAM.enqueueCallback(callback("csam", List.of(), claims));
        var there = browser.get("/oauth2/authorization/csam");
        assertThat(there.location()).hasValueSatisfying(address -> assertThat(address)
                .startsWith(CSAM.authorizationEndpointUrl("csam").toString())
                .contains("state=", "nonce=", "scope=openid%20profile%20egovnrn"));
        var back = atService(browser, there.location().orElseThrow());
        return browser.get(back.location().orElseThrow());
    }

    /** Whoever is asked to sign in anew gets a form there; others are known already. */
    private static Answer atService(Browser browser, String address) {
        var answer = browser.get(address);
        return answer.location().isPresent()
                ? answer
                : browser.postWithoutToken(address, Map.of("username", "subject"));
    }

    private Answer api(String token) {
        return api("GET", "/api/v1/nothing", token);
    }

    private Answer api(String method, String path, String token) {
        return browser.send(browser.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(method.startsWith("P") ? "{}" : ""))
                .build());
    }

    @Test
    void an_application_asks_for_decisions_with_a_token_of_its_own_and_of_that_scope() {
        jdbc.sql("""
                        insert into registered_application (client_id, name, page_secret, registered_at, registered_by)
                        values ('prima-web', 'PRIMA-WEB', decode(repeat('00', 32), 'hex'), now(), :by)""").param("by", ann.id().value()).update();
        String question =
                "{'subject':{'type':'person','id':'%s'},'action':{'name':'use'},'resource':{'type':'role','id':'X'}}"
                        .formatted(ann.id());
        Map<String, Object> nobody = Map.of();

        var answer = asking(token("designations-api", "prima-web", "evaluate", nobody), question);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/context/code")).isEqualTo("not-yours");

        var unscoped = asking(token("designations-api", "prima-web", "read decide manage", nobody), question);
        assertThat(unscoped.status()).isEqualTo(403);
        assertThat(unscoped.header("WWW-Authenticate"))
                .hasValue("Bearer error=\"insufficient_scope\", scope=\"evaluate\"");
        for (String refused : List.of(
                token("designations-api", "unknown-app", "evaluate", nobody),
                token("another-api", "prima-web", "evaluate", nobody),
                "abc")) {
            assertThat(asking(refused, question).status()).isEqualTo(401);
        }
        assertThat(ApiCaller.at(PORT)
                        .with("Authorization", "Bearer " + token("designations-api", "prima-web", "evaluate", nobody))
                        .get("/api/v1/me")
                        .status())
                .as("it opens nothing else")
                .isEqualTo(401);
    }

    private static ApiCaller.Answer asking(String token, String question) {
        return ApiCaller.at(PORT).with("Authorization", "Bearer " + token).post("/access/v1/evaluation", question);
    }

    private static String token(String audience, Map<String, Object> claims) {
        return token(audience, "desk", "read", claims);
    }

    private String token(String audience, String client, String scopes) {
        return token(audience, client, scopes, claims(ann, 500));
    }

    private static String token(String audience, String client, String scopes, Map<String, Object> claims) {
        var all = new HashMap<>(claims);
        all.put("scope", scopes);
        return CSAM.issueToken("csam", client, callback("csam", List.of(audience), all))
                .serialize();
    }

    private static DefaultOAuth2TokenCallback callback(
            String issuer, List<String> audience, Map<String, Object> claims) {
        return new DefaultOAuth2TokenCallback(
                issuer, "subject", "JWT", audience.isEmpty() ? null : audience, claims, 60);
    }

    private static Map<String, Object> claims(Person person, int level) {
        return Map.of("egovNRN", person.niss().value(), "amr", List.of("eid", LEVEL + level));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
