package be.designations;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.identifier.Niss;
import be.designations.security.ApiScope;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;
import org.yaml.snakeyaml.Yaml;

/** What can be said of {@code docker/} without starting it: that its files fit each other and the application. */
class ContainerSetUpTest {

    private static final Path DOCKER = Path.of("docker");

    @ParameterizedTest
    @ValueSource(strings = {"node-1", "node-2"})
    void a_node_gets_all_required_settings_and_none_that_is_not_read(String node) throws IOException {
        Map<String, String> settings = section(section(section(compose(), "services"), node), "environment");
        String read = new ClassPathResource("application-prod.yml").getContentAsString(StandardCharsets.UTF_8);

        assertThat(settings).containsKeys(RequiredSettings.VARIABLES.toArray(String[]::new));
        assertThat(settings.keySet().stream().filter(name -> name.startsWith("DESIGNATIONS_")))
                .allMatch(name -> read.contains("${" + name));
    }

    @Test
    void every_file_that_a_container_is_given_exists() throws IOException {
        Map<String, Map<String, Object>> services = section(compose(), "services");

        assertThat(services.values().stream()
                        .flatMap(service -> service.get("volumes") instanceof List<?> volumes
                                ? volumes.stream().map(String::valueOf)
                                : Stream.empty())
                        .filter(volume -> volume.startsWith("./"))
                        .map(volume -> DOCKER.resolve(volume.substring(2, volume.indexOf(':')))))
                .hasSize(4)
                .allMatch(Files::isRegularFile);
    }

    @Test
    void images_are_asked_for_by_digest() throws IOException {
        JsonNode updates = new ObjectMapper().readTree(Path.of("renovate.json").toFile());

        assertThat(children(updates.get("extends")).map(JsonNode::asText)).contains("docker:pinDigests");
    }

    @Test
    void no_port_is_open_to_the_network() throws IOException {
        Map<String, Map<String, Object>> services = section(compose(), "services");

        assertThat(services.values().stream()
                        .flatMap(service -> service.get("ports") instanceof List<?> ports
                                ? ports.stream().map(String::valueOf)
                                : Stream.empty()))
                .hasSize(3)
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void the_proxy_lets_through_what_the_application_answers_in_words() throws IOException {
        String proxy = Files.readString(DOCKER.resolve("nginx.conf"));
        Map<String, Object> settings =
                new Yaml().load(new ClassPathResource("application.yml").getContentAsString(StandardCharsets.UTF_8));
        Map<String, String> multipart = section(section(section(settings, "spring"), "servlet"), "multipart");
        Map<String, Object> signIns = section(section(section(settings, "designations"), "limits"), "sign-ins");

        int files = number("client_max_body_size (\\d+)m;\\s+#", proxy);
        assertThat(files).isGreaterThan((int)
                DataSize.parse(multipart.get("max-request-size")).toMegabytes());
        assertThat(number("client_max_body_size (\\d+)m;", proxy)).isBetween(3, 10);
        int requests = 4 * (int) signIns.get("most");
        assertThat(number("zone=sign-ins burst=(\\d+)", proxy)).isGreaterThanOrEqualTo(requests);
        assertThat(number("zone=sign-ins:10m rate=(\\d+)r/s", proxy)
                        * DurationStyle.detectAndParse((String) signIns.get("within"))
                                .toSeconds())
                .isGreaterThanOrEqualTo(requests);
    }

    private static int number(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return Integer.parseInt(found.group(1));
    }

    /** What a client says of itself stands in the same header. */
    @Test
    void the_proxy_says_itself_from_which_address_somebody_comes() throws IOException {
        assertThat(Files.readString(DOCKER.resolve("node.inc")))
                .contains("proxy_set_header X-Forwarded-For $remote_addr;")
                .doesNotContain("$proxy_add_x_forwarded_for");
    }

    @Test
    void the_issuer_and_the_way_back_are_what_the_realm_says() throws IOException {
        Map<String, String> node = section(section(section(compose(), "services"), "node-1"), "environment");
        JsonNode client = realm().at("/clients/0");

        assertThat(node)
                .containsEntry(
                        "DESIGNATIONS_OIDC_ISSUER",
                        "http://keycloak.localhost:8180/realms/"
                                + realm().get("realm").asText())
                .containsEntry(
                        "DESIGNATIONS_OIDC_CLIENT_ID", client.get("clientId").asText())
                .containsEntry(
                        "DESIGNATIONS_OIDC_CLIENT_SECRET", client.get("secret").asText());
        assertThat(client.at("/redirectUris/0").asText())
                .isEqualTo(node.get("DESIGNATIONS_PUBLIC_ADDRESS") + "/login/oauth2/code/csam");
        assertThat(client.at("/attributes/post.logout.redirect.uris").asText())
                .isEqualTo(node.get("DESIGNATIONS_PUBLIC_ADDRESS") + "/sign-in?notice=signed-out");
    }

    @Test
    void the_client_of_the_realm_is_one_of_the_api_and_gets_its_scopes() throws IOException {
        Map<String, String> node = section(section(section(compose(), "services"), "node-1"), "environment");
        JsonNode client = realm().at("/clients/0");
        String[] scopes = Stream.of(ApiScope.values()).map(ApiScope::code).toArray(String[]::new);

        assertThat(node)
                .containsEntry(
                        "DESIGNATIONS_OIDC_API_CLIENTS", client.get("clientId").asText());
        assertThat(children(client.get("optionalClientScopes")).map(JsonNode::asText))
                .containsExactlyInAnyOrder(scopes);
        assertThat(children(realm().get("clientScopes"))
                        .filter(scope -> scope.at("/attributes/include.in.token.scope")
                                .asText()
                                .equals("true"))
                        .map(scope -> scope.get("name").asText()))
                .contains(scopes);
    }

    @Test
    void the_realm_speaks_the_claims_of_the_application() throws IOException {
        var claims = Stream.concat(
                        children(realm().get("clientScopes")).flatMap(scope -> children(scope.get("protocolMappers"))),
                        children(realm().at("/clients/0/protocolMappers")))
                .map(mapper -> mapper.get("config"))
                .map(config -> config.has("claim.name")
                        ? config.get("claim.name").asText()
                        : config.path("included.custom.audience").asText())
                .toList();

        assertThat(claims)
                .contains("egovNRN", "amr", "givenName", "surname", "mail", "prefLanguage", "designations-api");
    }

    @Test
    void whoever_can_sign_in_is_among_the_first_people_but_for_nobody() throws IOException {
        var numbers = Pattern.compile("'(\\d{11})'")
                .matcher(Files.readString(DOCKER.resolve("first-people.sql")))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();

        for (JsonNode user : realm().get("users")) {
            String number = user.at("/attributes/egovNRN/0").asText();
            assertThat(Niss.isValid(number)).as(number).isTrue();
            assertThat(numbers.contains(number))
                    .as(user.get("username").asText())
                    .isEqualTo(!user.get("username").asText().equals("nobody"));
            assertThat(user.at("/attributes/amr/1").asText()).startsWith("urn:be:fedict:iam:fas:Level");
        }
        assertThat(realm().get("users")).hasSize(numbers.size() + 1);
    }

    private static Stream<JsonNode> children(JsonNode array) {
        return Stream.iterate(0, index -> index < array.size(), index -> index + 1)
                .map(array::get);
    }

    private static JsonNode realm() throws IOException {
        return new ObjectMapper()
                .readTree(DOCKER.resolve("keycloak/designations-realm.json").toFile());
    }

    private static Map<String, Object> compose() throws IOException {
        return new Yaml().load(Files.readString(DOCKER.resolve("compose.yml")));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T section(Map<String, ?> of, String name) {
        assertThat(of).containsKey(name);
        return (T) of.get(name);
    }
}
