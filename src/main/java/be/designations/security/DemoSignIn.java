package be.designations.security;

import be.designations.directory.Directory;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** The demonstration: a visitor picks a persona; the API takes the persona's id as user name of HTTP Basic. */
@Component
@Profile("(demo | test) & !prod")
class DemoSignIn implements SignInMethod {

    static final String PERSONA = "persona";

    private final PersonaSignIn personaSignIn;

    DemoSignIn(Personas personas, Directory directory) {
        this.personaSignIn = new PersonaSignIn(personas, directory);
    }

    @Override
    public void onPages(HttpSecurity http) throws Exception {
        http.authenticationProvider(personaSignIn).formLogin(form -> form.loginPage(SignInPage.PATH)
                .usernameParameter(PERSONA)
                .failureHandler((request, response, why) -> {
                    var reason =
                            why instanceof DisabledException ? SignInPage.Notice.DISABLED : SignInPage.Notice.UNKNOWN;
                    SecurityEvent.SIGN_IN_REFUSED.log("code", reason.code());
                    SignInPage.redirect(request, response, reason);
                }));
    }

    @Override
    public void onApi(HttpSecurity http, AuthenticationEntryPoint entryPoint) throws Exception {
        http.authenticationProvider(personaSignIn).httpBasic(basic -> basic.authenticationEntryPoint(entryPoint));
    }

    /** A visitor calls without a client in between. */
    @Override
    public AuthorizationManager<RequestAuthorizationContext> mayAsk(ApiScope scope) {
        return AuthenticatedAuthorizationManager.authenticated();
    }

    @Override
    public String apiChallenge() {
        return "Basic realm=\"designations\", charset=\"UTF-8\"";
    }

    @Override
    public String[] openPages() {
        return new String[] {"/demo/mails/**", "/demo/people"};
    }

    @Override
    public RequestMatcher beginsSignIn() {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, SignInPage.PATH);
    }

    @Override
    public RequestMatcher formsOfVisitors() {
        return new OrRequestMatcher(
                beginsSignIn(),
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/demo/mails/server"));
    }

    @Override
    public String alsoLeadsTo() {
        return "";
    }

    @Override
    public boolean requiresTls() {
        return false;
    }
}
