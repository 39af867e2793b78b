package be.designations.security;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks the sign-in service about the person. CSAM answers with a signed JWT, others with plain JSON. */
class UserInfo {

    private static final MediaType JWT = MediaType.parseMediaType("application/jwt");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ParameterizedTypeReference<Map<String, Object>> CLAIMS = new ParameterizedTypeReference<>() {};

    private final RestClient http = RestClient.builder()
            .requestFactory(ClientHttpRequestFactoryBuilder.detect()
                    .build(ClientHttpRequestFactorySettings.defaults()
                            .withConnectTimeout(PATIENCE)
                            .withReadTimeout(PATIENCE)))
            .build();
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    /**
     * The claims; none when the service has no such address.
     *
     * @throws OAuth2AuthenticationException when the answer does not come, is forged, or is about somebody else
     */
    Map<String, Object> of(OidcUserRequest request) {
        var registration = request.getClientRegistration();
        String address = registration.getProviderDetails().getUserInfoEndpoint().getUri();
        if (address == null || address.isEmpty()) {
            return Map.of();
        }
        try {
            var claims = ask(address, request, registration);
            // OpenID Connect Core §5.3.2: without this check the answer to another token could be slipped in.
            if (!request.getIdToken().getSubject().equals(claims.get("sub"))) {
                throw failure("the answer is about somebody else", null);
            }
            return claims;
        } catch (RestClientException | JwtException unusable) {
            throw failure("no usable answer", unusable);
        }
    }

    private Map<String, Object> ask(String address, OidcUserRequest request, ClientRegistration registration) {
        return http.get()
                .uri(address)
                .headers(headers ->
                        headers.setBearerAuth(request.getAccessToken().getTokenValue()))
                .accept(MediaType.APPLICATION_JSON, JWT)
                .exchange((asked, response) -> {
                    if (!response.getStatusCode().is2xxSuccessful()) {
                        throw failure("status " + response.getStatusCode(), null);
                    }
                    if (JWT.isCompatibleWith(response.getHeaders().getContentType())) {
                        return verified(Objects.requireNonNullElse(response.bodyTo(String.class), ""), registration);
                    }
                    return Objects.requireNonNullElse(response.bodyTo(CLAIMS), Map.of());
                });
    }

    private Map<String, Object> verified(String token, ClientRegistration registration) {
        String keys = registration.getProviderDetails().getJwkSetUri();
        Jwt jwt = decoders.computeIfAbsent(
                        keys, address -> NimbusJwtDecoder.withJwkSetUri(address).build())
                .decode(token);
        // OpenID Connect Core §5.3.2: both should be there, and where they are they must be ours.
        String issuer = jwt.getClaimAsString("iss");
        boolean fromOther = issuer != null
                && !issuer.equals(registration.getProviderDetails().getIssuerUri());
        boolean forOther = jwt.getAudience() != null && !jwt.getAudience().contains(registration.getClientId());
        if (fromOther || forOther) {
            throw failure("the answer is for somebody else", null);
        }
        return jwt.getClaims();
    }

    private static OAuth2AuthenticationException failure(String what, @Nullable Exception why) {
        return new OAuth2AuthenticationException(new OAuth2Error("user_info"), "user info: " + what, why);
    }
}
