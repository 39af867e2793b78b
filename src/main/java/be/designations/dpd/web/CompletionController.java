package be.designations.dpd.web;

import be.designations.casework.BelgianDates;
import be.designations.casework.DocumentRules;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.dpd.ApplicationStatus;
import be.designations.dpd.DossierAction;
import be.designations.dpd.DossierView;
import be.designations.dpd.DpdApplications.CompletionRequest;
import be.designations.dpd.DpdDesignations;
import be.designations.dpd.DpdDocuments;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormViews;
import be.designations.forms.Forms;
import be.designations.forms.ShownError;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.RejectedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The CPAS answers the questions of the Crossroads Bank, with documents if need be: one page, one form. */
@Controller
@RequestMapping("/cases/{number}/complete")
class CompletionController {

    private static final String ADD = "add";

    private final CasePages pages;
    private final DpdDesignations designations;
    private final DpdDocuments documents;
    private final Uploads uploads;
    private final FormDefinition form;
    private final FormViews formViews;
    private final PageErrors errors;

    CompletionController(
            CasePages pages,
            DpdDesignations designations,
            DpdDocuments documents,
            Uploads uploads,
            Forms forms,
            FormViews formViews,
            PageErrors errors) {
        this.pages = pages;
        this.designations = designations;
        this.documents = documents;
        this.uploads = uploads;
        this.form = forms.get("dpd-completion");
        this.formViews = formViews;
        this.errors = errors;
    }

    @GetMapping
    String open(
            Actor actor, @PathVariable DossierNumber number, Locale locale, Model model, RedirectAttributes redirect) {
        DossierView dossier = pages.ofFiler(actor, number);
        return dossier.may(DossierAction.COMPLETE)
                ? show(actor, dossier, FormValues.empty(), List.of(), locale, model)
                : CasePages.notNow(dossier, redirect);
    }

    /**
     * Files are kept and removed at once, the answer goes only when it is sent; what was typed stays on the page until
     * then.
     *
     * @param action {@code add} to add files only, {@code remove:<id>} to take one away; else the answer is sent
     */
    @PostMapping
    String send(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestParam("_version") int version,
            @RequestParam(name = "_action", defaultValue = "send") String action,
            @RequestParam(name = DocumentRules.FIELD, required = false) @Nullable List<MultipartFile> files,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        DossierView dossier = pages.ofFiler(actor, number);
        FormSubmission typed = form.read(posted);
        boolean sending = !action.equals(ADD) && Uploads.toRemove(action).isEmpty();
        List<ShownError> wrong = new ArrayList<>();
        if (sending) {
            typed.errors()
                    .forEach(error -> wrong.add(new ShownError(error.key(), formViews.message(form, error, locale))));
        }
        wrong.addAll(changeDocuments(actor, dossier, action, Uploads.chosen(files), locale));
        if (!sending || !wrong.isEmpty()) {
            return again(wrong.isEmpty() ? 200 : 422, actor, dossier, typed.values(), wrong, locale, model, response);
        }
        try {
            designations.complete(actor, number, version, typed.values().text("answer"));
        } catch (RejectedException refused) {
            return again(
                    422,
                    actor,
                    dossier,
                    typed.values(),
                    errors.of(refused.rejections(), locale),
                    locale,
                    model,
                    response);
        } catch (AlreadyHandledException handled) {
            DossierView now = pages.ofFiler(actor, number);
            if (!handled.bySelf() || now.application().status() != ApplicationStatus.AWAITING_OPINION) {
                return again(
                        409, actor, now, typed.values(), List.of(errors.of(handled, locale)), locale, model, response);
            }
        }
        DraftPages.tell(redirect, "dpd.page.completed");
        return "redirect:" + CasePages.address(dossier);
    }

    private List<ShownError> changeDocuments(
            Actor actor, DossierView dossier, String action, List<MultipartFile> chosen, Locale locale) {
        var application = dossier.application().id();
        var unwanted = Uploads.toRemove(action);
        if (action.equals(ADD) && chosen.isEmpty()) {
            return List.of(errors.of(DocumentRules.FIELD, "dpd.page.choose-file", locale));
        }
        try {
            unwanted.ifPresent(document -> documents.remove(actor, application, document));
        } catch (RejectedException refused) {
            return errors.of(refused.rejections(), locale);
        }
        return errors.of(uploads.add(actor, application, chosen), locale);
    }

    private String again(
            int status,
            Actor actor,
            DossierView dossier,
            FormValues typed,
            List<ShownError> wrong,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        response.setStatus(status);
        model.addAttribute("languageSwitchPath", CasePages.address(dossier) + "/complete");
        return show(actor, dossier, typed, wrong, locale, model);
    }

    private String show(
            Actor actor, DossierView dossier, FormValues typed, List<ShownError> wrong, Locale locale, Model model) {
        CasePages.addTo(model, dossier, DossierAction.COMPLETE, locale);
        model.addAttribute("hasErrors", !wrong.isEmpty());
        model.addAttribute("wrong", wrong);
        model.addAttribute("view", formViews.of(form, typed, List.of(), locale).withErrors(wrong));
        model.addAttribute(
                "fileErrors",
                wrong.stream()
                        .filter(error -> DocumentRules.FIELD.equals(error.fieldKey()))
                        .toList());
        model.addAttribute(
                "questions",
                dossier.completionRequests().stream()
                        .filter(request -> request.answer() == null)
                        .map(CompletionRequest::questions)
                        .flatMap(String::lines)
                        .toList());
        model.addAttribute("lastDay", new BelgianDates().lastDay(dossier.dueAt()));
        model.addAttribute(
                "documents",
                DocumentRow.of(documents.list(actor, dossier.application().id())));
        model.addAttribute("most", DpdDocuments.MOST);
        return "dpd/complete";
    }
}
