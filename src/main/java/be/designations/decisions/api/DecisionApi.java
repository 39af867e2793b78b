package be.designations.decisions.api;

import be.designations.decisions.Asker;
import be.designations.decisions.Askers;
import be.designations.security.ClientTokens;
import be.designations.security.ClientTokens.ClientToken;
import be.designations.security.SecurityEvent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who may ask for decisions: registered applications, each request by its own credentials; nobody has a session here. The key that
 * the support desk gave is sent as HTTP Basic, with the client id as user name; in production an access token of the sign-in
 * service for the client with the scope {@code evaluate} does as well. <i>Source: RFC 6749 §2.3.1, §4.4; RFC 6750 §3; Authorization
 * API 1.0 §10.1.2, §10.1.3.</i>
 */
@Configuration(proxyBeanMethods = false)
class DecisionApi {

    static final String WELL_KNOWN = "/.well-known/authzen-configuration";
    static final String KEYS = "/access/v1/jwks";
    static final String FEED_CONFIGURATION = "/.well-known/ssf-configuration";
    static final String SCOPE = "evaluate";

    private static final Set<String> OPEN = Set.of(WELL_KNOWN, KEYS, FEED_CONFIGURATION);
    private static final String AUTHORITY = "SCOPE_" + SCOPE;
    private static final String REQUEST_ID = "X-Request-ID";
    private static final String CHALLENGE = "Basic realm=\"designations\", charset=\"UTF-8\"";

    @Bean
    @Order(0)
    SecurityFilterChain decisionApiChain(HttpSecurity http, Askers askers, ObjectProvider<ClientTokens> tokens)
            throws Exception {
        http.securityMatcher("/access/v1/**", WELL_KNOWN, FEED_CONFIGURATION)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .authorizeHttpRequests(requests -> requests.requestMatchers(WELL_KNOWN, KEYS, FEED_CONFIGURATION)
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(AUTHORITY))
                .addFilterAfter(new RequestId(), HeaderWriterFilter.class)
                .addFilterBefore(new Credentials(askers, tokens.getIfAvailable()), AuthorizationFilter.class);
        return http.build();
    }

    /** Whose request it is. */
    static Asker asker() {
        Authentication sent = SecurityContextHolder.getContext().getAuthentication();
        if (sent != null && sent.getPrincipal() instanceof Asker asker) {
            return asker;
        }
        throw new IllegalStateException("nobody comes here without credentials");
    }

    /** Answers with an error message, as the specification has it. */
    static void refuse(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
    }

    /** In JSON whatever the caller says that it takes: there is nothing else, and another kind of answer would be a page. */
    static ResponseEntity.BodyBuilder json() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
    }

    static void refuseMethod(HttpServletResponse response, HttpMethod only) throws IOException {
        response.setHeader(HttpHeaders.ALLOW, only.name());
        refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Ask by " + only);
    }

    /** The caller finds its request by it, whatever became of that. */
    private static final class RequestId extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String id = request.getHeader(REQUEST_ID);
            if (id != null) {
                response.setHeader(REQUEST_ID, id);
            }
            chain.doFilter(request, response);
        }
    }

    private static final class Credentials extends OncePerRequestFilter {

        private final Askers askers;
        private final @Nullable ClientTokens tokens;

        Credentials(Askers askers, @Nullable ClientTokens tokens) {
            this.askers = askers;
            this.tokens = tokens;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return OPEN.contains(request.getServletPath());
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
            if (sent == null) {
                challenge(response, "", "Say which application asks");
                return;
            }
            try {
                Optional<Asker> asker = asker(sent, response);
                if (asker.isEmpty()) {
                    return;
                }
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new PreAuthenticatedAuthenticationToken(
                        asker.get(), null, List.of(new SimpleGrantedAuthority(AUTHORITY))));
                SecurityContextHolder.setContext(context);
            } catch (AuthenticationException refused) {
                SecurityEvent.TOKEN_REJECTED.log("cause", refused.getClass().getSimpleName());
                challenge(response, " error=\"invalid_token\"", "These credentials are not those of an application");
                return;
            } catch (DataAccessException unknown) {
                DecisionErrors.answer(unknown, response);
                return;
            }
            chain.doFilter(request, response);
        }

        /** @return empty when it was answered that the scope is missing */
        private Optional<Asker> asker(String sent, HttpServletResponse response) throws IOException {
            if (sent.regionMatches(true, 0, "Basic ", 0, 6)) {
                return Optional.of(ofKey(sent.substring(6).strip()));
            }
            ClientTokens known = tokens;
            if (known == null || !sent.regionMatches(true, 0, "Bearer ", 0, 7)) {
                throw new BadCredentialsException("no credentials that are taken here");
            }
            ClientToken token = known.read(sent.substring(7).strip());
            if (!token.scopes().contains(SCOPE)) {
                SecurityEvent.OPERATION_REFUSED.log("code", "insufficient-scope", "scope", SCOPE);
                response.setHeader(
                        HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\", scope=\"" + SCOPE + '"');
                refuse(response, HttpServletResponse.SC_FORBIDDEN, "The token lacks the scope " + SCOPE);
                return Optional.empty();
            }
            return Optional.of(askers.byClient(token.client())
                    .orElseThrow(() -> new BadCredentialsException("the client is not registered")));
        }

        private Asker ofKey(String encoded) {
            String decoded;
            try {
                decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException unreadable) {
                throw new BadCredentialsException("not Base64", unreadable);
            }
            int colon = decoded.indexOf(':');
            if (colon < 0) {
                throw new BadCredentialsException("no key");
            }
            return askers.byKey(decoded.substring(0, colon), decoded.substring(colon + 1))
                    .orElseThrow(() -> new BadCredentialsException("not its key"));
        }

        private void challenge(HttpServletResponse response, String error, String message) throws IOException {
            if (tokens != null) {
                response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer" + error);
            }
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, message);
        }
    }
}
