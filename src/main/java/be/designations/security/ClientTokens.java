package be.designations.security;

import java.util.Set;
import org.springframework.security.core.AuthenticationException;

/** Access tokens that the sign-in service gave to applications themselves, in nobody's name. Only production has them. */
public interface ClientTokens {

    /**
     * A token that holds: signed by the issuer, not expired, made out for this API.
     *
     * @param client the application that it was given to
     */
    record ClientToken(String client, Set<String> scopes) {

        public ClientToken {
            scopes = Set.copyOf(scopes);
        }
    }

    /** @throws AuthenticationException for a token that does not hold, or while the issuer does not answer */
    ClientToken read(String token);
}
