package be.designations.management.web;

import be.designations.access.ManagementTask;
import be.designations.access.QualityId;
import be.designations.directory.Actor;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.ShownError;
import be.designations.management.Place;
import be.designations.management.QualityAdministration;
import be.designations.rules.RejectedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** “Changer l’adresse email de cette qualité”. <i>Source: A2 (GL 4).</i> */
@Controller
class QualityEmailController {

    private static final String FORM = "quality-email";
    private static final String VIEW = "management/quality-email";

    private final QualityAdministration administration;
    private final PageForms forms;

    QualityEmailController(QualityAdministration administration, PageForms forms) {
        this.administration = administration;
        this.forms = forms;
    }

    @GetMapping("/qualities/{id}/email")
    String page(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        Place place = place(actor, id);
        String email = Objects.requireNonNull(place.quality()).email();
        show(place, FormValues.empty().with("email", email == null ? "" : email), List.of(), locale, model);
        return VIEW;
    }

    @PostMapping("/qualities/{id}/email")
    String change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        Place place = place(actor, id);
        FormSubmission sent = forms.read(FORM, posted);
        List<ShownError> errors = forms.errors(FORM, sent, locale);
        if (errors.isEmpty()) {
            try {
                administration.changeEmail(
                        actor, new QualityId(id), sent.values().text("email"));
                PageForms.done(next, "managers.email.done", sent.values().text("email"));
                return "redirect:" + place.path();
            } catch (RejectedException rejected) {
                errors = forms.errors(rejected, locale);
            }
        }
        PageForms.refused(show(place, sent.values(), errors, locale, model), request, response, model);
        return VIEW;
    }

    private Place place(Actor actor, UUID id) {
        return administration.place(actor, new QualityId(id), ManagementTask.QUALITY_EMAIL);
    }

    private FormView show(Place place, FormValues values, List<ShownError> errors, Locale locale, Model model) {
        FormView form = forms.view(FORM, values, locale).withErrors(errors);
        model.addAttribute("place", place);
        model.addAttribute("form", form);
        return form;
    }
}
