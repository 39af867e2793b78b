package be.designations.management.web;

import be.designations.access.ManagementTask;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.directory.Actor;
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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** “Activer la qualité”. <i>Source: A2 (RAE 1), S001.</i> */
@Controller
class QualityActivationController {

    private static final String FORM = "quality-activation";
    private static final String KIND = "kind";

    private final EntityAdministration administration;
    private final EntityMenu menu;
    private final PageForms forms;

    QualityActivationController(EntityAdministration administration, EntityMenu menu, PageForms forms) {
        this.administration = administration;
        this.menu = menu;
        this.forms = forms;
    }

    @GetMapping("/entities/{number}/qualities/new")
    String page(Actor actor, @PathVariable EnterpriseNumber number, Locale locale, Model model) {
        Organisation entity = administration.entity(actor, number, ManagementTask.QUALITIES);
        FormValues before = FormValues.empty().with("email", entity.email());
        show(actor, entity, before, List.of(), locale, model);
        return "management/quality-new";
    }

    @PostMapping("/entities/{number}/qualities/new")
    String activate(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        Organisation entity = administration.entity(actor, number, ManagementTask.QUALITIES);
        FormSubmission sent = forms.read(FORM, posted);
        FormValues values = sent.values();
        List<ShownError> errors = forms.errors(FORM, sent, locale);
        if (errors.isEmpty()) {
            QualityKind kind = QualityKind.valueOf(values.text(KIND));
            try {
                QualityId id = administration.activateQuality(
                        actor, number, kind, identifier(entity, kind, values), values.text("email"));
                PageForms.done(next, "managers.quality-new.done", forms.text("quality." + kind, locale));
                return "redirect:/qualities/" + id.value();
            } catch (RejectedException rejected) {
                errors = forms.errors(rejected, locale).stream()
                        .map(error -> "identifier".equals(error.fieldKey())
                                ? new ShownError(identifierField(kind), error.message())
                                : error)
                        .toList();
            }
        }
        PageForms.refused(show(actor, entity, values, errors, locale, model), request, response, model);
        return "management/quality-new";
    }

    private FormView show(
            Actor actor, Organisation entity, FormValues values, List<ShownError> errors, Locale locale, Model model) {
        Map<String, String> offered = new LinkedHashMap<>();
        administration
                .notYetActive(actor, entity.enterpriseNumber())
                .forEach(kind -> offered.put(kind.name(), label(entity, kind, locale)));
        FormView form = forms.view(FORM, values, locale).offering(KIND, offered).withErrors(errors);
        menu.addTo(model, actor, entity, "qualities");
        model.addAttribute("place", new Place(entity, null, null));
        model.addAttribute("form", form);
        model.addAttribute("allActive", offered.isEmpty());
        return form;
    }

    private String label(Organisation entity, QualityKind kind, Locale locale) {
        String name = forms.text("quality." + kind, locale);
        String number = forms.text("identifier-kind." + kind.identifierKind(), locale);
        return kind.identifierKind() == QualityKind.IdentifierKind.ENTERPRISE_NUMBER
                ? forms.text(
                        "managers.quality-new.own-number",
                        locale,
                        name,
                        number,
                        entity.enterpriseNumber().formatted())
                : forms.text("managers.quality-new.asked-number", locale, name, number);
    }

    /** What the entity is identified by in a quality of that kind: typed, unless it is the number that it has anyway. */
    private static String identifier(Organisation entity, QualityKind kind, FormValues values) {
        return kind.identifierKind() == QualityKind.IdentifierKind.ENTERPRISE_NUMBER
                ? entity.enterpriseNumber().value()
                : values.text(identifierField(kind));
    }

    private static String identifierField(QualityKind kind) {
        return switch (kind.identifierKind()) {
            case ENTERPRISE_NUMBER -> KIND;
            case NSSO_NUMBER -> "nssoNumber";
            case PPL_NUMBER -> "pplNumber";
        };
    }
}
