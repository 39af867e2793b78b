package be.designations.security;

import be.designations.directory.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Changes the language in which somebody reads and is written to. */
@Controller
class LanguageController {

    private final Accounts accounts;

    LanguageController(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * @param lang one that is not spoken changes nothing
     * @param page to come back to; within the application
     */
    @PostMapping("/me/language")
    RedirectView keep(
            @RequestParam String lang,
            @RequestParam(defaultValue = "/") String page,
            HttpServletRequest request,
            RedirectAttributes after) {
        PersonId reader = SignedIn.current()
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"))
                .person();
        RequestLanguage.known(lang).ifPresent(language -> {
            accounts.remember(reader, language);
            RequestLanguage.keepInSession(request, language);
            after.addFlashAttribute("notice", "security.notice.language-kept");
        });
        var back = new RedirectView(AskedPage.own(page), true);
        back.setExpandUriTemplateVariables(false);
        return back;
    }
}
