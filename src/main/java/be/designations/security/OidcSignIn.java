package be.designations.security;

import be.designations.directory.Directory;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.authorization.OAuth2AuthorizationManagers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Production: people sign in with CSAM by OpenID Connect, callers of the API bring an access token of the same issuer. The
 * issuer is asked when somebody first signs in, so that a node starts without it.
 */
@Component
@Profile("prod")
@EnableConfigurationProperties(OidcProperties.class)
class OidcSignIn implements SignInMethod, ClientTokens {

    private static final String AUTHORIZATION = "/oauth2/authorization";
    private static final String REGISTRATION = "csam";

    /** Leads to the sign-in service. */
    static final String START = AUTHORIZATION + '/' + REGISTRATION;

    private static final Duration SIGNING_IN_TAKES = Duration.ofMinutes(10);

    static final String REFUSED = SignInPage.PATH + "/refused";

    /** <i>Source: RFC 6749 §4.1.2.1 and §5.2; OpenID Connect Core §3.1.2.6</i>; and those that the framework finds itself. */
    private static final Set<String> KNOWN_ERRORS = Set.of(
            "access_denied",
            "interaction_required",
            "invalid_client",
            "invalid_grant",
            "invalid_request",
            "invalid_scope",
            "login_required",
            "server_error",
            "temporarily_unavailable",
            "unauthorized_client",
            "unsupported_response_type",
            "authorization_request_not_found",
            "client_registration_not_found",
            "invalid_id_token",
            "invalid_nonce",
            "invalid_state_parameter",
            "invalid_token_response",
            "user_info");

    private final OidcProperties properties;
    private final OidcPeople people;
    private final JwtGrantedAuthoritiesConverter scopes = new JwtGrantedAuthoritiesConverter();
    private final Supplier<JwtDecoder> clientTokens =
            SingletonSupplier.of(() -> tokens(token -> OAuth2TokenValidatorResult.success()));
    private final Sessions sessions;
    private final String publicAddress;
    private final Duration unusedSessionEnds;

    OidcSignIn(
            OidcProperties properties,
            Directory directory,
            Sessions sessions,
            @Value("${designations.public-address}") String publicAddress,
            @Value("${spring.session.timeout}") Duration unusedSessionEnds) {
        if (properties.apiClients().isEmpty()
                || properties.apiClients().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("designations.oidc.api-clients must name the clients of the API");
        }
        this.properties = properties;
        this.people = new OidcPeople(directory, new UserInfo());
        this.sessions = sessions;
        this.publicAddress = publicAddress.replaceFirst("/+$", "");
        this.unusedSessionEnds = unusedSessionEnds;
    }

    @Override
    public void onPages(HttpSecurity http) throws Exception {
        var registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration()));
        http.oauth2Login(login -> login.loginPage(SignInPage.PATH)
                .clientRegistrationRepository(registrations)
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(surelyEnough(registrations))
                        .authorizationRequestRepository(new ShortLived()))
                .authorizedClientRepository(new NoTokens())
                .userInfoEndpoint(userInfo -> userInfo.oidcUserService(people))
                .successHandler(new KeepOnlyWhoItIs(unusedSessionEnds))
                .failureHandler(OidcSignIn::failed));
        http.logout(logout -> logout.logoutSuccessHandler(
                        (request, response, who) -> response.sendRedirect(afterSignOut(registrations))))
                .oidcLogout(logout -> logout.clientRegistrationRepository(registrations)
                        .oidcSessionRegistry(new NoTokensOfSessions())
                        .backChannel(channel -> channel.logoutHandler((request, response, ended) -> endThere(ended))));
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
    public AuthorizationManager<RequestAuthorizationContext> mayAsk(ApiScope scope) {
        return OAuth2AuthorizationManagers.hasScope(scope.code());
    }

    @Override
    public String apiChallenge() {
        return "Bearer";
    }

    @Override
    public String[] openPages() {
        return new String[] {REFUSED};
    }

    /** Only by it a session begins, and only who has one asks something of the sign-in service by coming back. */
    @Override
    public RequestMatcher beginsSignIn() {
        return PathPatternRequestMatcher.withDefaults().matcher(AUTHORIZATION + "/**");
    }

    /** Nobody’s but the sign-in service’s, which says by it what ended there. */
    @Override
    public RequestMatcher formsOfVisitors() {
        return PathPatternRequestMatcher.withDefaults()
                .matcher(HttpMethod.POST, "/logout/connect/back-channel/" + REGISTRATION);
    }

    /** Signing out leads to the sign-in service. */
    @Override
    public String alsoLeadsTo() {
        var issuer = URI.create(properties.issuer());
        return ' ' + issuer.getScheme() + "://" + issuer.getAuthority();
    }

    @Override
    public boolean requiresTls() {
        return true;
    }

    /**
     * Asks for the level that reading about others needs, and for a new proof where somebody is signed in already: else a
     * service that still knows them would answer with the level that was too low. <i>Source: OpenID Connect Core §3.1.2.1.</i>
     */
    private OAuth2AuthorizationRequestResolver surelyEnough(ClientRegistrationRepository registrations) {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(registrations, AUTHORIZATION);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(parameters -> {
                    parameters.put("acr_values", properties.acrValues());
                    if (SignedIn.current().isPresent()) {
                        parameters.put("prompt", "login");
                    }
                })));
        return requests;
    }

    /**
     * Where the session at the sign-in service ends too: else the next click signs in again without asking. It is told who
     * we are, not by an ID token whose session it is, which names the NISS and is kept nowhere. <i>Source: OpenID Connect
     * RP-Initiated Logout 1.0 §2.</i>
     */
    private String afterSignOut(ClientRegistrationRepository registrations) {
        String here = publicAddress + SignInPage.with(SignInPage.Notice.SIGNED_OUT);
        try {
            Object there = registrations
                    .findByRegistrationId(REGISTRATION)
                    .getProviderDetails()
                    .getConfigurationMetadata()
                    .get("end_session_endpoint");
            return there == null
                    ? here
                    : UriComponentsBuilder.fromUriString(there.toString())
                            .queryParam("client_id", "{client}")
                            .queryParam("post_logout_redirect_uri", "{here}")
                            .encode()
                            .buildAndExpand(properties.clientId(), here)
                            .toUriString();
        } catch (IllegalArgumentException | IllegalStateException unreachable) {
            return here;
        }
    }

    /** <i>Source: OpenID Connect Back-Channel Logout 1.0 §2.6, after the token was found to hold.</i> */
    private void endThere(Authentication ended) {
        int sessions = this.sessions.endThoseOf((OidcLogoutToken) ended.getPrincipal());
        SecurityEvent.SESSION_ENDED.log("code", "back-channel", "sessions", sessions);
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(properties.issuer())
                .registrationId(REGISTRATION)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .scope(properties.scopes())
                .redirectUri(publicAddress + "/login/oauth2/code/" + REGISTRATION)
                .build();
    }

    private JwtDecoder apiTokens() {
        return tokens(this::ofKnownClient);
    }

    private JwtDecoder tokens(OAuth2TokenValidator<Jwt> ofWhom) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withIssuerLocation(properties.issuer()).build();
        OAuth2TokenValidator<Jwt> audience = new JwtClaimValidator<Collection<String>>(
                JwtClaimNames.AUD, named -> named != null && named.contains(properties.apiAudience()));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                List.of(JwtValidators.createDefaultWithIssuer(properties.issuer()), audience, ofWhom)));
        return decoder;
    }

    /** Which applications there are is registered elsewhere: any client will do. */
    @Override
    public ClientToken read(String token) {
        Jwt read;
        try {
            read = decode(clientTokens, token);
        } catch (JwtException unreadable) {
            throw new InvalidBearerTokenException("the token does not hold", unreadable);
        }
        String client = clientOf(read);
        if (client == null) {
            throw new InvalidBearerTokenException("the token names no client");
        }
        return new ClientToken(
                client,
                scopes.convert(read).stream()
                        .map(scope -> scope.getAuthority().replaceFirst("^SCOPE_", ""))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static @Nullable String clientOf(Jwt token) {
        String party = token.getClaimAsString(IdTokenClaimNames.AZP);
        return party == null ? token.getClaimAsString(OAuth2ParameterNames.CLIENT_ID) : party;
    }

    /** A token that the person gave to another application opens nothing here. <i>Source: RFC 9068 §2.2; Connect Core §2.</i> */
    private OAuth2TokenValidatorResult ofKnownClient(Jwt token) {
        String client = clientOf(token);
        return client != null && properties.apiClients().contains(client)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "the client is not one of ours", null));
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
            return people.signedIn(token.getClaims()).toAuthentication(scopes.convert(token));
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
        // The code may be what stood in the address, which anybody can write.
        boolean known = refusal.isPresent() || KNOWN_ERRORS.contains(code);
        SecurityEvent.SIGN_IN_REFUSED.log(
                "code",
                known ? code : "other",
                "cause",
                rootCause(why).getClass().getSimpleName());
        var session = request.getSession(false);
        // Of somebody who is signed in and came back from signing in anew without success, it goes on. The filter has
        // forgotten
        // who it is by now.
        if (session != null
                && (refusal.isPresent() || !new HttpSessionSecurityContextRepository().containsContext(request))) {
            session.invalidate();
        }
        if (refusal.isEmpty()) {
            SignInPage.redirect(request, response, SignInPage.Notice.FAILED);
            return;
        }
        SignInPage.redirect(request, response, REFUSED + "?why=" + code);
    }

    private static Throwable rootCause(Throwable why) {
        return why.getCause() == null ? why : rootCause(why.getCause());
    }

    /**
     * What has to be known when the visitor comes back is a secret of theirs and ours, so it is in a session; but one that
     * ends soon when they do not, for anybody can begin as many as they ask for.
     */
    private static final class ShortLived implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

        private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> inSession =
                new HttpSessionOAuth2AuthorizationRequestRepository();

        @Override
        public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
            return inSession.loadAuthorizationRequest(request);
        }

        @Override
        public void saveAuthorizationRequest(
                @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
            inSession.saveAuthorizationRequest(asked, request, response);
            if (SignedIn.current().isEmpty()) {
                request.getSession().setMaxInactiveInterval(Math.toIntExact(SIGNING_IN_TAKES.toSeconds()));
            }
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
                HttpServletRequest request, HttpServletResponse response) {
            return inSession.removeAuthorizationRequest(request, response);
        }
    }

    /** Replaces what the sign-in service said by who the person is, before the session is stored. */
    private static final class KeepOnlyWhoItIs implements AuthenticationSuccessHandler {

        private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
        private final SavedRequestAwareAuthenticationSuccessHandler next =
                new SavedRequestAwareAuthenticationSuccessHandler();
        private final int unusedSessionEnds;

        /** @param unusedSessionEnds after that time */
        KeepOnlyWhoItIs(Duration unusedSessionEnds) {
            this.unusedSessionEnds = Math.toIntExact(unusedSessionEnds.toSeconds());
            next.setRequestCache(new AskedPage());
        }

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
            HttpSession session = request.getSession();
            session.setMaxInactiveInterval(unusedSessionEnds);
            Sessions.keepOrigin(session, recognised.getIdToken());
            next.onAuthenticationSuccess(request, response, kept);
        }
    }

    /** Which session comes from which sign-in is kept in the session itself, without the token. */
    private static final class NoTokensOfSessions implements OidcSessionRegistry {

        @Override
        public void saveSessionInformation(OidcSessionInformation session) {
            // Left to be forgotten.
        }

        @Override
        public @Nullable OidcSessionInformation removeSessionInformation(String session) {
            return null;
        }

        @Override
        public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
            return List.of();
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
