package be.designations.security;

import be.designations.directory.Directory;
import be.designations.directory.SignInLevel;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Takes anybody for the persona whom they name, whatever the password, as if they had come with an eID. For a
 * demonstration that listens on the loopback address only.
 */
class PersonaSignIn implements AuthenticationProvider {

    private final Personas personas;
    private final Directory directory;

    PersonaSignIn(Personas personas, Directory directory) {
        this.personas = personas;
        this.directory = directory;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var person = personas.find(asked.getName())
                .flatMap(directory::findPerson)
                .orElseThrow(() -> new BadCredentialsException("no such persona"));
        if (person.disabled()) {
            throw new DisabledException("the persona is disabled");
        }
        return SignedIn.as(person, SignInLevel.EID).toAuthentication();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
