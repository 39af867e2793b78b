package be.designations.dpd.web;

import be.designations.directory.Actor;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DpdApplicationForm;
import be.designations.dpd.DpdDesignations;
import be.designations.dpd.DpdDrafts;
import be.designations.dpd.DraftView;
import be.designations.forms.FieldError;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormPage;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.FormViews;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages of the form. Under {@code form} one leads to the next; under {@code change} each leads back to “check your
 * answers”, from where it was opened.
 */
@Controller
@RequestMapping("/dpd/applications/{id}/{way:form|change}/{page}")
class FormPageController {

    private static final String CHANGE = "change";
    private static final String LATER = "later";

    private final DpdDrafts drafts;
    private final DpdDesignations designations;
    private final DpdApplicationForm form;
    private final FormViews formViews;
    private final PageErrors errors;

    FormPageController(
            DpdDrafts drafts,
            DpdDesignations designations,
            DpdApplicationForm form,
            FormViews formViews,
            PageErrors errors) {
        this.drafts = drafts;
        this.designations = designations;
        this.form = form;
        this.formViews = formViews;
        this.errors = errors;
    }

    @ModelAttribute("section")
    String section() {
        return "cases";
    }

    @GetMapping
    String open(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String way,
            @PathVariable String page,
            Locale locale,
            Model model) {
        DraftView draft = drafts.view(actor, new ApplicationId(id));
        FormPage asked = page(page);
        FormValues answers = draft.application().answers();
        return show(draft, way, asked, formViews.of(form.definition(), asked, answers, List.of(), locale), model);
    }

    /**
     * Keeps what was typed, right or wrong. Answers that are typed on an older version do not replace what somebody else
     * has saved since: they come back, to be sent again on purpose.
     *
     * @param action {@code later} to save only; else the answers of the page must be right to go on
     */
    @PostMapping
    String save(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String way,
            @PathVariable String page,
            @RequestParam("_version") int version,
            @RequestParam(name = "_action", defaultValue = "continue") String action,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        DraftView draft = drafts.view(actor, new ApplicationId(id));
        FormPage asked = page(page);
        FormSubmission typed = form.definition().read(posted, asked);
        boolean later = action.equals(LATER);
        List<FieldError> wrong = later ? foreign(typed) : typed.errors();
        FormValues answers = draft.application().answers().replacing(asked, typed.values());
        try {
            keep(actor, draft.application(), version, answers);
        } catch (RejectedException stale) {
            return again(
                    HttpStatus.CONFLICT,
                    drafts.view(actor, new ApplicationId(id)),
                    way,
                    asked,
                    formViews
                            .of(form.definition(), asked, answers, wrong, locale)
                            .withErrors(errors.of(stale.rejections(), locale)),
                    model,
                    response);
        }
        if (!wrong.isEmpty()) {
            return again(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    drafts.view(actor, new ApplicationId(id)),
                    way,
                    asked,
                    formViews.of(form.definition(), asked, answers, wrong, locale),
                    model,
                    response);
        }
        String address = DraftPages.address(draft.application());
        if (later) {
            DraftPages.tell(redirect, "dpd.page.saved");
            return "redirect:" + address;
        }
        return "redirect:" + address + next(way, asked);
    }

    /** A second click finds everything kept: it changes nothing and is in nobody's way. */
    private void keep(Actor actor, DpdApplication before, int version, FormValues answers) {
        if (!before.answers().equals(answers)) {
            designations.saveDraft(actor, before.id(), version, answers);
        }
    }

    private String next(String way, FormPage page) {
        if (way.equals(CHANGE)) {
            return "/check";
        }
        return form.definition()
                .pageAfter(page)
                .map(next -> "/form/" + next.key())
                .orElse("/documents");
    }

    /** Fields that are none of the page's: no browser sends them by itself, so they are not passed over. */
    private static List<FieldError> foreign(FormSubmission typed) {
        return typed.errors().stream()
                .filter(error -> error.code().equals("unknown-field"))
                .toList();
    }

    private FormPage page(String key) {
        return form.definition().page(key).orElseThrow(() -> new NotFoundException("form page"));
    }

    private String again(
            HttpStatus status,
            DraftView draft,
            String way,
            FormPage page,
            FormView view,
            Model model,
            HttpServletResponse response) {
        response.setStatus(status.value());
        DraftPages.markWrong(model, here(draft, way, page));
        model.addAttribute("overtaken", status == HttpStatus.CONFLICT);
        return show(draft, way, page, view, model);
    }

    private String show(DraftView draft, String way, FormPage page, FormView view, Model model) {
        FormDefinition definition = form.definition();
        String address = DraftPages.address(draft.application());
        DraftPages.addTo(model, draft, view.locale());
        model.addAttribute("view", view);
        model.addAttribute("here", here(draft, way, page));
        model.addAttribute("step", definition.pages().indexOf(page) + 1);
        model.addAttribute("steps", definition.pages().size());
        model.addAttribute(
                "back",
                way.equals(CHANGE)
                        ? address + "/check"
                        : definition
                                .pageBefore(page)
                                .map(before -> address + "/form/" + before.key())
                                .orElse(address));
        return "dpd/form-page";
    }

    private static String here(DraftView draft, String way, FormPage page) {
        return DraftPages.address(draft.application()) + "/" + way + "/" + page.key();
    }
}
