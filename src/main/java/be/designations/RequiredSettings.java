package be.designations;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Stops a start in production that lacks settings, and names all of them at once. */
class RequiredSettings implements EnvironmentPostProcessor, Ordered {

    static final List<String> VARIABLES = List.of(
            "DESIGNATIONS_PUBLIC_ADDRESS",
            "DESIGNATIONS_DATABASE_URL",
            "DESIGNATIONS_DATABASE_USER",
            "DESIGNATIONS_DATABASE_PASSWORD",
            "DESIGNATIONS_DATABASE_OWNER",
            "DESIGNATIONS_DATABASE_OWNER_PASSWORD",
            "DESIGNATIONS_AUDIT_ANCHORS",
            "DESIGNATIONS_MAIL_HOST",
            "DESIGNATIONS_MAIL_FROM",
            "DESIGNATIONS_OIDC_ISSUER",
            "DESIGNATIONS_OIDC_CLIENT_ID",
            "DESIGNATIONS_OIDC_CLIENT_SECRET",
            "DESIGNATIONS_OIDC_API_CLIENTS");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("prod"))) {
            return;
        }
        var missing = VARIABLES.stream()
                .filter(variable -> environment.getProperty(variable, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new MissingSettingsException(missing);
        }
    }

    /** After the files that choose profiles have been read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
