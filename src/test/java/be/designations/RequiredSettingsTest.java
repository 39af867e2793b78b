package be.designations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

class RequiredSettingsTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void production_without_settings_is_told_all_that_is_missing_at_once() {
        environment.setActiveProfiles("prod");
        environment.setProperty("DESIGNATIONS_DATABASE_USER", "designations");
        environment.setProperty("DESIGNATIONS_MAIL_HOST", " ");

        assertThatThrownBy(this::check).isInstanceOfSatisfying(MissingSettingsException.class, missing -> {
            assertThat(missing.variables())
                    .hasSize(RequiredSettings.VARIABLES.size() - 1)
                    .contains("DESIGNATIONS_MAIL_HOST", "DESIGNATIONS_OIDC_ISSUER");
            FailureAnalysis analysis = new MissingSettingsAnalyzer().analyze(missing, missing);
            assertThat(analysis.getDescription()).contains(missing.variables());
        });
    }

    @Test
    void with_all_settings_production_starts_and_the_demonstration_needs_none() {
        assertThatCode(this::check).doesNotThrowAnyException();

        environment.setActiveProfiles("prod");
        RequiredSettings.VARIABLES.forEach(variable -> environment.setProperty(variable, "x"));
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void every_variable_without_a_default_is_required_and_every_one_is_explained() throws IOException {
        String file = new ClassPathResource("application-prod.yml").getContentAsString(StandardCharsets.UTF_8);
        var withoutDefault = Pattern.compile("\\$\\{(DESIGNATIONS_[A-Z_]+)}")
                .matcher(file)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        var all = Pattern.compile("\\$\\{(DESIGNATIONS_[A-Z_]+)")
                .matcher(file)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());

        assertThat(RequiredSettings.VARIABLES).containsExactlyInAnyOrderElementsOf(withoutDefault);
        assertThat(Files.readString(Path.of("docker/README.md"))).contains(all);
    }

    private void check() {
        new RequiredSettings().postProcessEnvironment(environment, new SpringApplication());
    }
}
