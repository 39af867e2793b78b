package be.designations;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Stops a start in production that would send what is personal over a network in the clear, unless each way is allowed to by
 * name. <i>Source: OWASP ASVS 5.0, 12.2.1 and 12.3.1.</i>
 */
class PlainTransport implements EnvironmentPostProcessor, Ordered {

    /** Only these never fall back to a connection without TLS. */
    private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");

    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=([^&]*)", Pattern.CASE_INSENSITIVE);

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("prod"))) {
            return;
        }
        List<String> plain = new ArrayList<>();
        if (!allowed(environment, "database") && !isEncrypted(environment.getProperty("spring.datasource.url", ""))) {
            plain.add("DESIGNATIONS_DATABASE_URL needs sslmode=verify-full, verify-ca or require, or"
                    + " DESIGNATIONS_ALLOW_PLAIN_DATABASE=true.");
        }
        if (!allowed(environment, "issuer") && !isHttps(environment.getProperty("designations.oidc.issuer", ""))) {
            plain.add("DESIGNATIONS_OIDC_ISSUER needs https, or DESIGNATIONS_ALLOW_PLAIN_ISSUER=true.");
        }
        if (!allowed(environment, "address") && !isHttps(environment.getProperty("designations.public-address", ""))) {
            plain.add("DESIGNATIONS_PUBLIC_ADDRESS needs https, or DESIGNATIONS_ALLOW_PLAIN_ADDRESS=true.");
        }
        if (!plain.isEmpty()) {
            throw new PlainTransportException(plain);
        }
    }

    private static boolean allowed(ConfigurableEnvironment environment, String way) {
        return environment.getProperty("designations.prod.allow-plain-" + way, Boolean.class, false);
    }

    /** The driver takes the last of several. */
    private static boolean isEncrypted(String url) {
        List<String> modes = SSL_MODE.matcher(url)
                .results()
                .map(match -> URLDecoder.decode(match.group(1), StandardCharsets.UTF_8))
                .toList();
        return !modes.isEmpty() && ENCRYPTED.containsAll(modes);
    }

    private static boolean isHttps(String address) {
        return address.strip().toLowerCase(Locale.ROOT).startsWith("https://");
    }

    /** After the files that choose profiles have been read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
