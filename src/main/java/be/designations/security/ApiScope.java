package be.designations.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What a client of the API must have been given to ask for something in somebody's name. It widens nothing: what the person
 * may do is asked all the same. <i>Source: RFC 6750 §3.1; OWASP ASVS 10.3.2.</i>
 */
public enum ApiScope {
    /** Reads; changes nothing. */
    READ,
    /** Changes who manages and uses what, the catalogue, drafts of applications: whatever the others do not name. */
    MANAGE,
    /** Takes steps of dossiers, and the dossiers themselves. */
    DECIDE;

    private static final String AUTHORITY = "SCOPE_";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final List<PathPattern> STEPS = Stream.of(
                    "/api/v1/dossiers/{number}/{step}",
                    "/api/v1/principal-manager-dossiers/{number}/{step}",
                    "/api/v1/manager-replacements/{number}/{step}")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    /** As tokens and the document of the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param path within the application */
    public static ApiScope of(String method, String path) {
        if (READING.contains(method)) {
            return READ;
        }
        var asked = PathContainer.parsePath(path);
        return STEPS.stream().anyMatch(step -> step.matches(asked)) ? DECIDE : MANAGE;
    }

    boolean isNeededFor(HttpServletRequest request) {
        return this
                == of(
                        request.getMethod(),
                        request.getRequestURI()
                                .substring(request.getContextPath().length()));
    }

    /** The scope for whose lack a request was refused; empty when it was refused for another reason. */
    public static Optional<String> missing(AccessDeniedException refusal) {
        return refusal instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof AuthorityAuthorizationDecision decision
                ? decision.getAuthorities().stream()
                        .map(authority -> authority.getAuthority().replaceFirst('^' + AUTHORITY, ""))
                        .findFirst()
                : Optional.empty();
    }
}
