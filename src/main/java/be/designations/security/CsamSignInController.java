package be.designations.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way to CSAM, and what people hear whom we do not know. */
@Controller
@Profile("prod")
class CsamSignInController {

    @GetMapping(SignInPage.PATH)
    String signIn(@RequestParam(name = "notice", required = false) @Nullable String notice, Model model) {
        if (SignedIn.current().isPresent()) {
            return "redirect:/";
        }
        SignInPage.Notice.addTo(model, notice);
        model.addAttribute("signInAddress", OidcSignIn.START);
        return "security/sign-in";
    }

    /**
     * Signs in anew, more surely, and comes back to that page.
     *
     * @param page path and query within the application; any other leads to the first page
     */
    @GetMapping(SignInPage.AGAIN)
    String again(
            @RequestParam(name = "page", defaultValue = "/") String page,
            HttpServletRequest request,
            HttpServletResponse response) {
        AskedPage.comeBackTo(page, request, response);
        return "redirect:" + OidcSignIn.START;
    }

    @GetMapping(OidcSignIn.REFUSED)
    String refused(@RequestParam(name = "why", required = false) @Nullable String why, Model model) {
        String reason = Stream.of(OidcPeople.Refusal.values())
                .map(OidcPeople.Refusal::code)
                .filter(code -> code.equals(why))
                .findFirst()
                .orElse(OidcPeople.Refusal.UNKNOWN.code());
        model.addAttribute("reason", reason);
        return "security/refused";
    }
}
