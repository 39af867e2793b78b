package be.designations.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.Person;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.TestInfrastructure;
import be.designations.testing.TestPeople;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    private static final String LEVEL = "urn:be:fedict:iam:fas:Level";
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
        SETTINGS.put("DESIGNATIONS_OIDC_ISSUER", CSAM.issuerUrl("csam").toString());
        SETTINGS.put("DESIGNATIONS_OIDC_CLIENT_ID", "designations");
        SETTINGS.put("DESIGNATIONS_OIDC_CLIENT_SECRET", "secret");
        SETTINGS.forEach(System::setProperty);
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Directory directory;

    @Autowired
    ApplicationContext context;

    final Browser browser = new Browser(PORT);
    TestPeople people;
    Person ann;

    @BeforeEach
    void found() {
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
        var before = browser.cookie("SESSION").orElseThrow();

        var back = dance(claims(ann, 500));

        assertThat(browser.cookie("SESSION")).isPresent().get().isNotEqualTo(before);
        assertThat(back.header("Set-Cookie")).contains("Secure", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void browsers_are_told_to_come_by_tls() {
        assertThat(browser.get("/sign-in", "X-Forwarded-Proto", "https").header("Strict-Transport-Security"))
                .startsWith("max-age=31536000");
    }

    @ParameterizedTest
    @CsvSource({"350, 1", "450, 0", "500, 0"})
    void a_low_level_comes_in_with_a_hint(int level, int hints) {
        people.give(ann, LegalFunctionKind.HEAD_OF_DAILY_MANAGEMENT, people.cpas("CPAS"));

        dance(claims(ann, level));

        assertThat(browser.follow(browser.get("/")).page().select(".govuk-inset-text"))
                .hasSize(hints);
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
        assertThat(browser.cookie("SESSION")).isEmpty();
        assertThat(browser.get("/").location()).contains("/sign-in");
    }

    @Test
    void somebody_disabled_or_without_number_gets_no_session() {
        people.disable(ann);

        assertThat(dance(claims(ann, 500)).location()).contains("/sign-in/refused?why=disabled");
        assertThat(dance(Map.of("amr", List.of(LEVEL + 500))).location()).contains("/sign-in/refused?why=no-number");
        assertThat(browser.cookie("SESSION")).isEmpty();
    }

    @Test
    void an_answer_that_nobody_asked_for_is_refused() {
        var answer = browser.get("/login/oauth2/code/csam?code=x&state=y");

        assertThat(answer.location()).contains("/sign-in?notice=failed");
        assertThat(browser.follow(answer).text()).contains("La connexion n’a pas abouti");
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
                CSAM.issueToken("other", "s", callback("other", List.of("designations-api"), claims(ann, 500)))
                        .serialize(),
                "nonsense")) {
            var answer = api(refused);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(new ObjectMapper().readTree(answer.body()).get("type").asText())
                    .isEqualTo("urn:problem-type:belgif:invalidAccessToken");
        }
        people.disable(ann);
        assertThat(api(token("designations-api", claims(ann, 500))).status()).isEqualTo(401);
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
        CSAM.enqueueCallback(callback("csam", List.of(), claims));
        var there = browser.get("/oauth2/authorization/csam");
        assertThat(there.location()).hasValueSatisfying(address -> assertThat(address)
                .startsWith(CSAM.authorizationEndpointUrl("csam").toString())
                .contains("state=", "nonce=", "scope=openid%20profile%20egovnrn"));
        var back = browser.get(there.location().orElseThrow());
        return browser.get(back.location().orElseThrow());
    }

    private Answer api(String token) {
        return browser.get("/api/v1/nothing", "Authorization", "Bearer " + token);
    }

    private static String token(String audience, Map<String, Object> claims) {
        return CSAM.issueToken("csam", "s", callback("csam", List.of(audience), claims))
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
