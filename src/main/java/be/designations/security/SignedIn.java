package be.designations.security;

import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is signed in, as kept in the session. It tells neither the NISS nor what the person may do: that is asked anew at
 * every request.
 *
 * @param personId    the person's id in the directory
 * @param level       how surely they were recognised, 0 to 500
 * @param displayName first and last name
 */
public record SignedIn(UUID personId, int level, String displayName) implements AuthenticatedPrincipal, Serializable {

    static SignedIn as(Person person, SignInLevel level) {
        return new SignedIn(person.id().value(), level.value(), person.displayName());
    }

    public PersonId person() {
        return new PersonId(personId);
    }

    public SignInLevel signInLevel() {
        return new SignInLevel(level);
    }

    /** Under this name the store of the sessions finds all sessions of the person. */
    @Override
    public String getName() {
        return personId.toString();
    }

    /** Who sends the request that this thread works on; empty for somebody who is not signed in. */
    public static Optional<SignedIn> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<SignedIn> of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    AbstractAuthenticationToken toAuthentication() {
        return toAuthentication(List.of());
    }

    /** @param scopes what the client that calls for the person was given */
    AbstractAuthenticationToken toAuthentication(Collection<GrantedAuthority> scopes) {
        return UsernamePasswordAuthenticationToken.authenticated(this, null, scopes);
    }
}
