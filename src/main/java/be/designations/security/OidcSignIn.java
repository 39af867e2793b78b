package be.designations.security;

import be.designations.directory.Directory;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Production: people sign in with CSAM by OpenID Connect, callers of the API bring an access token of the same issuer. The
 * issuer is asked when somebody first signs in, so that a node starts without it.
 */
@Component
@Profile("prod")
@EnableConfigurationProperties(OidcProperties.class)
class OidcSignIn implements SignInMethod {

    static final String REGISTRATION = "csam";
    static final String REFUSED = SignInPage.PATH + "/refused";

    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);

    private final OidcProperties properties;
    private final OidcPeople people;
    private final String redirectAddress;

    OidcSignIn(
            OidcProperties properties,
            Directory directory,
            @Value("${designations.public-address}") String publicAddress) {
        this.properties = properties;
        this.people = new OidcPeople(directory, new UserInfo());
        this.redirectAddress = publicAddress.replaceFirst("/+$", "") + "/login/oauth2/code/" + REGISTRATION;
    }

    @Override
    public void onPages(HttpSecurity http) throws Exception {
        http.oauth2Login(login -> login.loginPage(SignInPage.PATH)
                .clientRegistrationRepository(new SupplierClientRegistrationRepository(
                        () -> new InMemoryClientRegistrationRepository(registration())))
                .authorizedClientRepository(new NoTokens())
                .userInfoEndpoint(userInfo -> userInfo.oidcUserService(people))
                .successHandler(new KeepOnlyWhoItIs())
                .failureHandler(OidcSignIn::failed));
    }

    @Override
    public void onApi(HttpSecurity http, AuthenticationEntryPoint entryPoint) throws Exception {
        var decoder = SingletonSupplier.of(this::apiTokens);
        http.oauth2ResourceServer(server -> server.authenticationEntryPoint(entryPoint)
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                        // The usual handler throws on when the issuer does not answer; here that is a problem too.
                        filter.setAuthenticationFailureHandler(entryPoint::commence);
                        return filter;
                    }
                })
                .jwt(jwt -> jwt.decoder(token -> decode(decoder, token)).jwtAuthenticationConverter(this::bearer)));
    }

    @Override
    public String apiChallenge() {
        return "Bearer";
    }

    @Override
    public String[] openPages() {
        return new String[] {REFUSED};
    }

    @Override
    public boolean requiresTls() {
        return true;
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(properties.issuer())
                .registrationId(REGISTRATION)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .scope(properties.scopes())
                .redirectUri(redirectAddress)
                .build();
    }

    private JwtDecoder apiTokens() {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withIssuerLocation(properties.issuer()).build();
        OAuth2TokenValidator<Jwt> audience = new JwtClaimValidator<Collection<String>>(
                JwtClaimNames.AUD, named -> named != null && named.contains(properties.apiAudience()));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                List.of(JwtValidators.createDefaultWithIssuer(properties.issuer()), audience)));
        return decoder;
    }

    private static Jwt decode(Supplier<JwtDecoder> decoder, String token) {
        JwtDecoder ready;
        try {
            ready = decoder.get();
        } catch (IllegalArgumentException | IllegalStateException unreachable) {
            throw new JwtException("the issuer does not answer", unreachable);
        }
        return ready.decode(token);
    }

    private AbstractAuthenticationToken bearer(Jwt token) {
        try {
            return people.signedIn(token.getClaims()).toAuthentication();
        } catch (OAuth2AuthenticationException refused) {
            throw new InvalidBearerTokenException(refused.getMessage(), refused);
        }
    }

    private static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String code = why instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : why.getClass().getSimpleName();
        var refusal = Stream.of(OidcPeople.Refusal.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
        if (refusal.isEmpty()) {
            LOG.warn("Signing in failed: {}", code, why);
            SignInPage.redirect(request, response, SignInPage.Notice.FAILED);
            return;
        }
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SignInPage.redirect(request, response, REFUSED + "?why=" + code);
    }

    /** Replaces what the sign-in service said by who the person is, before the session is stored. */
    private static final class KeepOnlyWhoItIs implements AuthenticationSuccessHandler {

        private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
        private final AuthenticationSuccessHandler next = new SavedRequestAwareAuthenticationSuccessHandler();

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                throws IOException, ServletException {
            if (!(authentication.getPrincipal() instanceof OidcPeople.Recognised recognised)) {
                throw new IllegalStateException("signed in without being recognised");
            }
            var kept = recognised.signedIn().toAuthentication();
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(kept);
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
            next.onAuthenticationSuccess(request, response, kept);
        }
    }

    /** Tokens served their purpose once the person is recognised: none is kept. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // The interface's own signature.
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Left to be forgotten.
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // There is none.
        }
    }
}
