package be.designations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/** Production sends nothing in the clear, unless it is allowed to by name. */
class PlainTransportTest {

    private static final String DATABASE = "jdbc:postgresql://host:5432/name";

    private final MockEnvironment environment = new MockEnvironment();

    @BeforeEach
    void production() throws IOException {
        var file = new YamlPropertiesFactoryBean();
        file.setResources(new ClassPathResource("application-prod.yml"));
        Properties settings = file.getObject();
        environment.getPropertySources().addLast(new PropertiesPropertySource("application-prod.yml", settings));
        environment.setActiveProfiles("prod");
        RequiredSettings.VARIABLES.forEach(variable -> environment.setProperty(variable, "x"));
        environment.setProperty("DESIGNATIONS_DATABASE_URL", DATABASE + "?sslmode=verify-full");
        environment.setProperty("DESIGNATIONS_OIDC_ISSUER", "https://idp.example/oauth2");
        environment.setProperty("DESIGNATIONS_PUBLIC_ADDRESS", "https://designations.example");
    }

    @Test
    void what_is_encrypted_starts() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?sslmode=require", "?ApplicationName=a&sslmode=verify-ca", "?sslmode=verify%2Dfull"})
    void a_database_that_is_reached_by_tls_only_will_do(String query) {
        environment.setProperty("DESIGNATIONS_DATABASE_URL", DATABASE + query);

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?sslmode=prefer",
                "?sslmode=",
                "?ssl=true",
                "?sslmode=require&sslmode=disable",
                "?options=sslmode=require"
            })
    void a_database_that_may_be_reached_without_tls_stops_the_start(String query) {
        environment.setProperty(
                "DESIGNATIONS_DATABASE_URL", DATABASE + query + (query.isEmpty() ? "?" : "&") + "password=pw");

        assertThatThrownBy(this::check).isInstanceOfSatisfying(PlainTransportException.class, refused -> {
            assertThat(refused.sentences()).singleElement().asString().contains("sslmode=verify-full");
            FailureAnalysis told = new PlainTransportAnalyzer().analyze(refused, refused);
            assertThat(told.getDescription()).contains(refused.sentences()).doesNotContain("pw");
        });
        environment.setProperty("DESIGNATIONS_ALLOW_PLAIN_DATABASE", "true");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "DESIGNATIONS_OIDC_ISSUER, DESIGNATIONS_ALLOW_PLAIN_ISSUER",
        "DESIGNATIONS_PUBLIC_ADDRESS, DESIGNATIONS_ALLOW_PLAIN_ADDRESS"
    })
    void an_address_without_https_stops_the_start(String variable, String allowed) {
        environment.setProperty(variable, "http://somewhere.example");

        assertThatThrownBy(this::check)
                .isInstanceOfSatisfying(PlainTransportException.class, refused -> assertThat(refused.sentences())
                        .singleElement()
                        .asString()
                        .contains(variable, allowed));
        environment.setProperty(allowed, "true");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void all_that_is_open_is_told_at_once_and_the_demonstration_is_not_asked() {
        RequiredSettings.VARIABLES.forEach(variable -> environment.setProperty(variable, "x"));

        assertThatThrownBy(this::check)
                .isInstanceOfSatisfying(PlainTransportException.class, refused -> assertThat(refused.sentences())
                        .hasSize(3));
        environment.setActiveProfiles("demo");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    private void check() {
        new PlainTransport().postProcessEnvironment(environment, new SpringApplication());
    }
}
