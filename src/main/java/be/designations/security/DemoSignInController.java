package be.designations.security;

import be.designations.directory.Language;
import be.designations.security.Personas.Group;
import be.designations.security.Personas.Persona;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
        // The page is longer than the response's buffer: its session must exist before the first byte leaves.
        token.getToken();
        var language = RequestLanguage.of(request);
        model.addAttribute(
                "groups",
                personas.groups().stream()
                        .map(group -> GroupView.of(group, language))
                        .toList());
        SignInPage.Notice.addTo(model, notice);
        return "security/sign-in-demo";
    }

    /** @param personas with their organisation only where it is not the group */
    record GroupView(String key, String name, List<PersonaView> personas) {

        static GroupView of(Group group, Language language) {
            String name = group.name(language);
            return new GroupView(
                    group.key(),
                    name,
                    group.personas().stream()
                            .map(persona -> PersonaView.of(persona, name, language))
                            .toList());
        }
    }

    record PersonaView(
            String id,
            String name,
            String roleKey,
            @Nullable String organisation) {

        static PersonaView of(Persona persona, String groupName, Language language) {
            String organisation = persona.organisationName(language);
            return new PersonaView(
                    persona.id(),
                    persona.name(),
                    persona.roleKey(),
                    organisation.equals(groupName) ? null : organisation);
        }
    }
}
