package be.designations.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The personas of the demonstration, to pick one. */
@Controller
@Profile("(demo | test) & !prod")
class DemoSignInController {

    private final Personas personas;

    DemoSignInController(Personas personas) {
        this.personas = personas;
    }

    @GetMapping(SignInPage.PATH)
    String signIn(
            @RequestParam(name = "notice", required = false) @Nullable String notice,
            CsrfToken token,
            HttpServletRequest request,
            Model model) {
        // The page is longer than the response's buffer: the cookie of its forms must be set before the first byte
        // leaves.
        token.getToken();
        model.addAttribute("groups", personas.groups(RequestLanguage.of(request)));
        SignInPage.Notice.addTo(model, notice);
        return "security/sign-in-demo";
    }
}
