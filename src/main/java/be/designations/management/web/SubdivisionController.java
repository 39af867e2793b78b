package be.designations.management.web;

import be.designations.access.QualityId;
import be.designations.access.SubdivisionId;
import be.designations.directory.Actor;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.ShownError;
import be.designations.management.Place;
import be.designations.management.QualityAdministration;
import be.designations.management.QualityAdministration.Subdivisions;
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

/** The subdivisions of a quality: making and renaming them, and who manages each. <i>Source: A1, D5.</i> */
@Controller
class SubdivisionController {

    private static final String FORM = "subdivision";
    private static final String LIST = "management/subdivisions";
    private static final String RENAME = "management/subdivision-rename";

    private final QualityAdministration administration;
    private final PageForms forms;

    SubdivisionController(QualityAdministration administration, PageForms forms) {
        this.administration = administration;
        this.forms = forms;
    }

    @GetMapping("/qualities/{id}/subdivisions")
    String list(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        Subdivisions shown = administration.subdivisions(actor, new QualityId(id));
        show(actor, shown, FormValues.empty(), List.of(), locale, model);
        return LIST;
    }

    @PostMapping("/qualities/{id}/subdivisions")
    String create(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        Subdivisions shown = administration.subdivisions(actor, new QualityId(id));
        FormSubmission sent = forms.read(FORM, posted);
        List<ShownError> errors = forms.errors(FORM, sent, locale);
        if (errors.isEmpty()) {
            try {
                String name = sent.values().text("name");
                administration.createSubdivision(actor, new QualityId(id), name);
                PageForms.done(next, "managers.subdivisions.created", name);
                return "redirect:" + path(shown.place());
            } catch (RejectedException rejected) {
                errors = forms.errors(rejected, locale);
            }
        }
        PageForms.refused(show(actor, shown, sent.values(), errors, locale, model), request, response, model);
        return LIST;
    }

    @GetMapping("/subdivisions/{id}/rename")
    String renaming(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        Place place = administration.place(actor, new SubdivisionId(id));
        String name = Objects.requireNonNull(place.subdivision()).name();
        show(place, FormValues.empty().with("name", name), List.of(), locale, model);
        return RENAME;
    }

    @PostMapping("/subdivisions/{id}/rename")
    String rename(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        Place place = administration.place(actor, new SubdivisionId(id));
        FormSubmission sent = forms.read(FORM, posted);
        List<ShownError> errors = forms.errors(FORM, sent, locale);
        if (errors.isEmpty()) {
            try {
                String name = sent.values().text("name");
                administration.renameSubdivision(actor, new SubdivisionId(id), name);
                PageForms.done(next, "managers.subdivisions.renamed", name);
                return "redirect:" + path(place);
            } catch (RejectedException rejected) {
                errors = forms.errors(rejected, locale);
            }
        }
        PageForms.refused(show(place, sent.values(), errors, locale, model), request, response, model);
        return RENAME;
    }

    private FormView show(
            Actor actor, Subdivisions shown, FormValues values, List<ShownError> errors, Locale locale, Model model) {
        model.addAttribute("subdivisions", shown.all());
        model.addAttribute("self", actor.person());
        return show(shown.place(), values, errors, locale, model);
    }

    private FormView show(Place place, FormValues values, List<ShownError> errors, Locale locale, Model model) {
        FormView form = forms.view(FORM, values, locale).withErrors(errors);
        model.addAttribute("place", place);
        model.addAttribute("form", form);
        return form;
    }

    private static String path(Place place) {
        return place.path() + "/subdivisions";
    }
}
