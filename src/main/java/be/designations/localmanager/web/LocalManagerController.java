package be.designations.localmanager.web;

import be.designations.casework.BelgianDates;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.forms.FieldError;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.FormViews;
import be.designations.forms.Forms;
import be.designations.forms.ShownError;
import be.designations.identifier.Niss;
import be.designations.localmanager.LocalManagerChanges;
import be.designations.localmanager.LocalManagerChanges.Preview;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.RejectedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** “Changer de Gestionnaire Local”, and the page that says since when it is done. */
@Controller
class LocalManagerController {

    private static final String FORM = "local-manager-change";
    private static final String PATH = "/cases/{number}/local-manager";
    private static final String CONFIRM_REMOVAL = "confirmRemoval";

    private final LocalManagerChanges changes;
    private final Directory directory;
    private final Forms forms;
    private final FormViews formViews;
    private final MessageSource messages;

    LocalManagerController(
            LocalManagerChanges changes,
            Directory directory,
            Forms forms,
            FormViews formViews,
            MessageSource messages) {
        this.changes = changes;
        this.directory = directory;
        this.forms = forms;
        this.formViews = formViews;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String page(Actor actor, @PathVariable DossierNumber number, Locale locale, Model model) {
        Preview preview = changes.preview(actor, number);
        add(preview, locale, model);
        if (preview.change().isApplied() || preview.change().instructedBy() != null) {
            return "localmanager/changed";
        }
        return show(preview, FormValues.empty(), List.of(), List.of(), locale, model);
    }

    @PostMapping(PATH)
    String change(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        FormSubmission sent = forms.get(FORM).read(posted);
        FormValues values = sent.values();
        List<ShownError> refusals = List.of();
        if (!sent.hasErrors()) {
            try {
                changes.change(actor, number, Niss.of(values.text("niss")), values.isChecked(CONFIRM_REMOVAL));
                return "redirect:/cases/" + number.value() + "/local-manager";
            } catch (AlreadyHandledException passed) {
                if (passed.bySelf()) {
                    return "redirect:/cases/" + number.value() + "/local-manager";
                }
                throw passed;
            } catch (RejectedException rejected) {
                refusals = shown(rejected, locale);
            }
        }
        Preview preview = changes.preview(actor, number);
        add(preview, locale, model);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(preview, values, sent.errors(), refusals, locale, model);
    }

    private void add(Preview preview, Locale locale, Model model) {
        Language language = Language.of(locale.getLanguage());
        model.addAttribute("section", "cases");
        model.addAttribute("preview", preview);
        model.addAttribute("number", preview.dossier().number().value());
        model.addAttribute(
                "entityName",
                directory.organisation(preview.dossier().organisation()).name(language));
        model.addAttribute("newManager", name(preview.newManager()));
        model.addAttribute("formerManager", name(formerManager(preview)));
        model.addAttribute("rights", changes.roleNames(preview.rightsInTheWay(), language));
        model.addAttribute("dates", new BelgianDates());
    }

    /** Before the change the one of now, after it the one whom it replaced. */
    private static @Nullable PersonId formerManager(Preview preview) {
        return preview.change().isApplied() ? preview.change().formerManager() : preview.formerManager();
    }

    private String show(
            Preview preview,
            FormValues values,
            List<FieldError> errors,
            List<ShownError> refusals,
            Locale locale,
            Model model) {
        FormDefinition definition = forms.get(FORM);
        FormView form = formViews.of(definition, values, errors, locale).withErrors(refusals);
        model.addAttribute("form", preview.needsRemoval() ? form : form.without(CONFIRM_REMOVAL));
        model.addAttribute("hasErrors", form.hasErrors());
        return "localmanager/change";
    }

    private List<ShownError> shown(RejectedException rejected, Locale locale) {
        return rejected.rejections().stream()
                .map(rejection -> new ShownError(
                        rejection.field(),
                        messages.getMessage(
                                rejection.messageKey(), rejection.arguments().toArray(), locale)))
                .toList();
    }

    private @Nullable String name(@Nullable PersonId person) {
        return person == null
                ? null
                : directory.findPerson(person).map(Person::displayName).orElse(null);
    }
}
