package be.designations.security;

import be.designations.directory.Directory;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
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
                .failureHandler((request, response, why) -> SignInPage.redirect(
                        request,
                        response,
                        why instanceof DisabledException ? SignInPage.Notice.DISABLED : SignInPage.Notice.UNKNOWN)));
    }

    @Override
    public void onApi(HttpSecurity http, AuthenticationEntryPoint entryPoint) throws Exception {
        http.authenticationProvider(personaSignIn).httpBasic(basic -> basic.authenticationEntryPoint(entryPoint));
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
    public boolean requiresTls() {
        return false;
    }
}
