package be.designations.security;

import be.designations.limits.Limit;
import be.designations.limits.Limits;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What each part of the application asks of a request before it is let in. */
@Configuration(proxyBeanMethods = false)
class FilterChains {

    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
            + "frame-ancestors 'none'";

    /** Nothing of a browser's machine is asked for. */
    private static final String PERMISSIONS =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), "
                    + "publickey-credentials-get=(), usb=()";

    /** Swagger UI writes style attributes; scripts come from files there too. */
    private static final String DOCUMENTATION_POLICY =
            POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    private final SignInMethod signIn;
    private final Limits limits;

    FilterChains(SignInMethod signIn, Limits limits) {
        this.signIn = signIn;
        this.limits = limits;
    }

    /** The library makes sessions that are written at each request, and takes no others instead. */
    @Bean
    static BeanPostProcessor quietSessions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof FindByIndexNameSessionRepository<?> sessions
                        ? new QuietSessions<>(sessions)
                        : bean;
            }
        };
    }

    /**
     * What one session is in two requests at once: of two that put the same into it none fails, the later one has it; and one that
     * began before somebody signed in does not take the session back to what it was.
     */
    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsOfTwoRequests() {
        return sessions -> {
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
            sessions.setUpdateSessionQuery("""
                    UPDATE %TABLE_NAME% kept
                       SET SESSION_ID = said.session_id, LAST_ACCESS_TIME = said.used, MAX_INACTIVE_INTERVAL = said.longest,
                           EXPIRY_TIME = said.expiry, PRINCIPAL_NAME = said.principal
                      FROM (VALUES (CAST(? AS char(36)), CAST(? AS bigint), CAST(? AS integer), CAST(? AS bigint),
                                    CAST(? AS varchar), CAST(? AS char(36))))
                           AS said (session_id, used, longest, expiry, principal, primary_id)
                     WHERE kept.PRIMARY_ID = said.primary_id
                       AND (kept.PRINCIPAL_NAME IS NULL OR said.principal IS NOT NULL)""");
        };
    }

    @Bean
    QuietSessions.EachRequest sessionsOfEachRequest() {
        return new QuietSessions.EachRequest();
    }

    /** No parameter holds the character that the database cannot keep: nobody types it, and no page expects it. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /**
     * The management port, where there is one: whoever reaches it reads metrics and health, so it is bound to an address that only a
     * monitor reaches. Nothing else answers there.
     */
    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http, Environment environment) throws Exception {
        boolean apart = ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
        http.securityMatcher(request -> apart
                && Integer.toString(request.getLocalPort()).equals(environment.getProperty("local.management.port")));
        withoutState(http, POLICY);
        takeNothing(http);
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Styles, scripts and the health of the node: the same for everybody, kept by browsers, without a session. */
    @Bean
    @Order(1)
    SecurityFilterChain assets(HttpSecurity http) throws Exception {
        http.securityMatcher("/assets/**", "/favicon.ico", "/healthz", "/actuator/health/**");
        withoutState(http, POLICY);
        takeNothing(http);
        return http.headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiDocumentation(HttpSecurity http) throws Exception {
        http.securityMatcher(
                "/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/**", "/swagger-ui.html", "/swagger-ui/**");
        withoutState(http, DOCUMENTATION_POLICY);
        takeNothing(http);
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Whoever has the secret address of a calendar reads it: no session, no cookie; each try counts. */
    @Bean
    @Order(3)
    SecurityFilterChain calendars(HttpSecurity http) throws Exception {
        http.securityMatcher("/calendars/**");
        withoutState(http, POLICY);
        takeNothing(http);
        http.addFilterAfter(
                new RequestLimits(limits, Map.of(Limit.CALENDARS, request -> true), RequestLimits::onPage),
                HeaderWriterFilter.class);
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** The same for everybody, so that it may be kept on the way: whoever is signed in is nobody here. */
    @Bean
    @Order(3)
    SecurityFilterChain publicPages(HttpSecurity http) throws Exception {
        http.securityMatcher("/dpd-contacts", "/dpd-contacts.csv", "/dpd-contacts/about");
        withoutState(http, POLICY);
        takeNothing(http);
        http.addFilterAfter(
                new RequestLimits(limits, Map.of(Limit.PUBLIC_PAGES, request -> true), RequestLimits::onPage),
                HeaderWriterFilter.class);
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** By the path alone: asking each time which controller would answer costs as much as to answer. */
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean pathMatchers() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** Nobody reads how long each filter took. */
    @Bean
    static SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Callers prove who they are with every request; no cookie counts, so there is nothing to forge. */
    @Bean
    @Order(4)
    SecurityFilterChain api(HttpSecurity http, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
            throws Exception {
        var refusals = new ApiRefusals(problems, signIn.apiChallenge());
        http.securityMatcher(ApiRequests::isApi);
        withoutState(http, POLICY);
        // Before anybody looks for a token among the fields of a request that should have none.
        http.addFilterAfter(new VisitorCheck(VisitorCheck::isNoOddUpload, refusals), HeaderWriterFilter.class);
        http.authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    requests.requestMatchers(LetterChecks::isCheckOverApi).permitAll();
                    for (ApiScope scope : ApiScope.values()) {
                        requests.requestMatchers(scope::isNeededFor).access(signIn.mayAsk(scope));
                    }
                    requests.anyRequest().denyAll();
                })
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
        http.addFilterAfter(
                new RequestLimits(limits, Map.of(Limit.LETTERS, LetterChecks::isCheckOverApi), refusals::tooMany),
                AuthorizationFilter.class);
        signIn.onApi(http, refusals);
        return http.build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain pages(
            HttpSecurity http,
            Accounts accounts,
            @Value("${designations.session.longest}") Duration longestSession,
            Clock clock)
            throws Exception {
        headers(http, POLICY.replace("form-action 'self'", "form-action 'self'" + signIn.alsoLeadsTo()));
        http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(
                                        SignInPage.PATH,
                                        "/help",
                                        "/help/**",
                                        "/accessibility",
                                        "/api",
                                        "/error",
                                        LetterChecks.PATH)
                                .permitAll()
                                .requestMatchers(signIn.openPages())
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .requestCache(cache -> cache.requestCache(new AskedPage()))
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens()).ignoringRequestMatchers(LetterChecks::isFile))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new PageEntryPoint())
                        .accessDeniedHandler(new PageAccessDenied()))
                .logout(logout ->
                        logout.logoutUrl("/sign-out").logoutSuccessUrl(SignInPage.with(SignInPage.Notice.SIGNED_OUT)))
                // Behind the headers, so that what they answer carries them; before all that asks who it is.
                .addFilterAfter(new StandingCheck(accounts, longestSession, clock), HeaderWriterFilter.class)
                .addFilterAfter(new LetterChecks(), StandingCheck.class)
                .addFilterAfter(
                        VisitorCheck.ofPages(signIn.formsOfVisitors(), LetterChecks::isFile), LetterChecks.class)
                .addFilterAfter(
                        new RequestLimits(
                                limits,
                                Map.of(Limit.SIGN_INS, signIn.beginsSignIn(), Limit.LETTERS, LetterChecks::isCheck),
                                RequestLimits::onPage),
                        VisitorCheck.class)
                .addFilterAfter(new LanguageChoice(), RequestLimits.class);
        signIn.onPages(http);
        return http.build();
    }

    /** These are looked at: whatever is sent to them is not read. */
    private static void takeNothing(HttpSecurity http) {
        http.addFilterAfter(VisitorCheck.ofPages(request -> false), HeaderWriterFilter.class);
    }

    private void withoutState(HttpSecurity http, String policy) throws Exception {
        headers(http, policy);
        http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }

    private void headers(HttpSecurity http, String policy) throws Exception {
        http.headers(headers -> {
            headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                    .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                    .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
            headers.httpStrictTransportSecurity(
                    signIn.requiresTls() ? Customizer.withDefaults() : HeadersConfigurer.HstsConfig::disable);
        });
    }
}
