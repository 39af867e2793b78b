package be.designations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.mock.env.MockEnvironment;

class DemonstrationBoundsTest {

    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void the_demonstration_listens_on_the_loopback_address(String address) {
        environment.setActiveProfiles("demo");
        environment.setProperty("server.address", address);

        assertThatCode(() -> check(new SpringApplication())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "", "no such host"})
    void the_demonstration_does_not_start_where_others_reach_it(String address) {
        environment.setActiveProfiles("demo");
        environment.setProperty("server.address", address);

        assertThatThrownBy(() -> check(new SpringApplication()))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("server.address");
        environment.setActiveProfiles("demo", "prod");
        assertThatCode(() -> check(new SpringApplication())).doesNotThrowAnyException();
    }

    @Test
    void the_jar_for_production_says_what_to_set_when_no_profile_is_chosen() {
        environment.setActiveProfiles("demo");
        environment.setProperty("server.address", "127.0.0.1");

        assertThatThrownBy(() -> check(
                        new SpringApplication(new DefaultResourceLoader(new FilteredClassLoader("io.zonky.test.db")))))
                .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        refused -> assertThat(refused.getReason()).contains("SPRING_PROFILES_ACTIVE=prod"));
    }

    private void check(SpringApplication application) {
        new DemonstrationBounds().postProcessEnvironment(environment, application);
    }
}
