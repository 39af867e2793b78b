package be.designations.management.web;

import be.designations.access.ManagementTask;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.EntityAdministration;
import be.designations.management.Place;
import be.designations.rules.RejectedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** “Consulter ou modifier le détail de l’entreprise”. <i>Source: A2 (RAE 5), A6.</i> */
@Controller
class EntityDetailsController {

    private static final String FORM = "entity-details";
    private static final String LETTERS = "letterLanguage";

    private final EntityAdministration administration;
    private final EntityMenu menu;
    private final PageForms forms;

    EntityDetailsController(EntityAdministration administration, EntityMenu menu, PageForms forms) {
        this.administration = administration;
        this.menu = menu;
        this.forms = forms;
    }

    @GetMapping("/entities/{number}/details")
    String details(Actor actor, @PathVariable EnterpriseNumber number, Locale locale, Model model) {
        Organisation entity = administration.entity(actor, number, ManagementTask.ENTITY_DETAILS);
        FormValues now = FormValues.empty()
                .with("email", entity.email())
                .with(LETTERS, entity.letterLanguage().code());
        return show(actor, entity, now, List.of(), locale, model);
    }

    @PostMapping("/entities/{number}/details")
    String change(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        Organisation entity = administration.entity(actor, number, ManagementTask.ENTITY_DETAILS);
        MultiValueMap<String, String> answers = new LinkedMultiValueMap<>(posted);
        List<Language> languages = languages(entity);
        if (languages.size() == 1) {
            answers.set(LETTERS, languages.get(0).code());
        }
        FormSubmission sent = forms.read(FORM, answers);
        List<ShownError> errors = forms.errors(FORM, sent, locale);
        if (errors.isEmpty()) {
            try {
                administration.changeDetails(
                        actor,
                        number,
                        sent.values().text("email"),
                        Language.of(sent.values().text(LETTERS)));
                PageForms.done(next, "managers.details.done");
                return "redirect:/entities/" + number.value();
            } catch (RejectedException rejected) {
                errors = forms.errors(rejected, locale);
            }
        }
        String view = show(actor, entity, sent.values(), errors, locale, model);
        PageForms.refused((FormView) model.getAttribute("form"), request, response, model);
        return view;
    }

    private String show(
            Actor actor, Organisation entity, FormValues values, List<ShownError> errors, Locale locale, Model model) {
        List<Language> languages = languages(entity);
        Map<String, String> offered = new LinkedHashMap<>();
        languages.forEach(spoken -> offered.put(spoken.code(), forms.text("layout.language." + spoken.code(), locale)));
        FormView form = forms.view(FORM, values, locale).offering(LETTERS, offered);
        menu.addTo(model, actor, entity, "details");
        model.addAttribute("place", new Place(entity, null, null));
        model.addAttribute("form", (languages.size() == 1 ? form.without(LETTERS) : form).withErrors(errors));
        model.addAttribute("oneLanguage", languages.size() == 1);
        return "management/entity-details";
    }

    /** In which letters can be written to it (D15). */
    private static List<Language> languages(Organisation entity) {
        return entity.languages().isEmpty() ? List.of(Language.FR, Language.NL, Language.DE) : entity.languages();
    }
}
