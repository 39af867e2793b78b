package be.designations.security;

import be.designations.directory.Directory;
import be.designations.directory.Person;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Finds the person of our directory whom the sign-in service recognised; nobody is taken in by signing in. */
class OidcPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final Directory directory;
    private final UserInfo userInfo;

    OidcPeople(Directory directory, UserInfo userInfo) {
        this.directory = directory;
        this.userInfo = userInfo;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        Map<String, Object> claims = new HashMap<>(userInfo.of(request));
        // What the signed token says counts more.
        claims.putAll(request.getIdToken().getClaims());
        return new Recognised(request.getIdToken(), signedIn(claims));
    }

    /** @throws OAuth2AuthenticationException with the code of a {@link Refusal} */
    SignedIn signedIn(Map<String, Object> claims) {
        var niss = OidcClaims.niss(claims).orElseThrow(Refusal.NO_NUMBER::exception);
        Person person = directory.findPerson(niss).orElseThrow(Refusal.UNKNOWN::exception);
        if (person.disabled()) {
            throw Refusal.DISABLED.exception();
        }
        return SignedIn.as(person, OidcClaims.level(claims));
    }

    /** Why somebody who was recognised stays outside all the same. */
    enum Refusal {
        UNKNOWN,
        DISABLED,
        NO_NUMBER;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        OAuth2AuthenticationException exception() {
            return new OAuth2AuthenticationException(new OAuth2Error(code()), "the person is refused: " + code());
        }
    }

    /** Lives for one request only: its token names the NISS, which no session may keep. */
    static final class Recognised extends DefaultOidcUser {

        private final SignedIn signedIn;

        Recognised(OidcIdToken token, SignedIn signedIn) {
            super(null, token);
            this.signedIn = signedIn;
        }

        SignedIn signedIn() {
            return signedIn;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Recognised recognised && recognised.signedIn.equals(signedIn);
        }

        @Override
        public int hashCode() {
            return signedIn.hashCode();
        }
    }
}
