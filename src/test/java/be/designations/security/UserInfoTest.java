package be.designations.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

class UserInfoTest {

    private static final String ISSUER = "https://issuer.example";

    private static RSAKey key;
    private static RSAKey strange;

    private final UserInfo userInfo = new UserInfo();
    private HttpServer service;

    @BeforeAll
    static void makeKeys() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("1").generate();
        strange = new RSAKeyGenerator(2048).keyID("1").generate();
    }

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/keys", 200, "application/json", new JWKSet(key.toPublicJWK()).toString());
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void plain_json_is_read() {
        answer("/userinfo", 200, "application/json;charset=utf-8", "{\"sub\":\"s\",\"egovNRN\":\"85073003328\"}");

        assertThat(userInfo.of(request())).containsEntry("egovNRN", "85073003328");
    }

    @Test
    void a_signed_answer_is_read() throws Exception {
        answer("/userinfo", 200, "application/jwt;charset=utf-8", signed(key, claims()));

        assertThat(userInfo.of(request())).containsEntry("egovNRN", "85073003328");
    }

    @Test
    void an_answer_signed_by_somebody_else_is_refused() throws Exception {
        answer("/userinfo", 200, "application/jwt", signed(strange, claims()));

        assertRefused();
    }

    @Test
    void an_answer_for_another_application_or_from_another_issuer_is_refused() throws Exception {
        answer("/userinfo", 200, "application/jwt", signed(key, claims().audience("another")));
        assertRefused();

        service.removeContext("/userinfo");
        answer("/userinfo", 200, "application/jwt", signed(key, claims().issuer("https://other.example")));
        assertRefused();
    }

    @Test
    void an_answer_about_another_person_is_refused() {
        answer("/userinfo", 200, "application/json", "{\"sub\":\"other\",\"egovNRN\":\"85073003328\"}");

        assertRefused();
    }

    @Test
    void a_service_that_fails_lets_nobody_in() {
        answer("/userinfo", 503, "text/plain", "busy");

        assertRefused();
    }

    private void assertRefused() {
        assertThatThrownBy(() -> userInfo.of(request()))
                .isInstanceOf(OAuth2AuthenticationException.class)
                .hasMessageStartingWith("user info");
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("client")
                .subject("s")
                .claim("egovNRN", "85073003328");
    }

    private static String signed(RSAKey by, JWTClaimsSet.Builder claims) throws Exception {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(), claims.build());
        jwt.sign(new RSASSASigner(by));
        return jwt.serialize();
    }

    private OidcUserRequest request() {
        String address = "http://127.0.0.1:" + service.getAddress().getPort();
        var registration = ClientRegistration.withRegistrationId("csam")
                .clientId("client")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("https://app.example")
                .authorizationUri(address)
                .tokenUri(address)
                .userInfoUri(address + "/userinfo")
                .jwkSetUri(address + "/keys")
                .issuerUri(ISSUER)
                .build();
        var now = Instant.now();
        var token = new OAuth2AccessToken(TokenType.BEARER, "t", now, now.plusSeconds(60));
        return new OidcUserRequest(
                registration,
                token,
                OidcIdToken.withTokenValue("i")
                        .subject("s")
                        .issuedAt(now)
                        .expiresAt(now.plusSeconds(60))
                        .build());
    }

    private void answer(String path, int status, String type, String body) {
        service.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
