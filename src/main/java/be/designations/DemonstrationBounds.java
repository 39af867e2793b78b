package be.designations;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;

/**
 * Stops a demonstration where it must not run: it signs in anybody as anybody, and the jar for production lacks what it needs.
 */
class DemonstrationBounds implements EnvironmentPostProcessor, Ordered {

    private static final String DATABASE = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("demo & !prod"))) {
            return;
        }
        if (!ClassUtils.isPresent(DATABASE, application.getClassLoader())) {
            throw new InvalidConfigurationPropertyValueException(
                    "spring.profiles.active",
                    "demo",
                    "This jar runs in production only: set SPRING_PROFILES_ACTIVE=prod and the settings that"
                            + " docker/README.md lists.");
        }
        String address = environment.getProperty("server.address", "");
        if (!isLoopback(address)) {
            throw new InvalidConfigurationPropertyValueException(
                    "server.address",
                    address,
                    "The demonstration signs in anybody as anybody: it listens on the loopback address only.");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    /** After the files that choose profiles have been read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
