package be.designations.dpd.web;

import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.dpd.ApplicationStatus;
import be.designations.dpd.DossierAction;
import be.designations.dpd.DossierView;
import be.designations.dpd.DpdDesignations;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.FormViews;
import be.designations.forms.Forms;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.RejectedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The CPAS takes its application back, or starts again after a refusal. */
@Controller
class WithdrawalController {

    private final CasePages pages;
    private final DpdDesignations designations;
    private final FormDefinition form;
    private final FormViews formViews;
    private final PageErrors errors;

    WithdrawalController(
            CasePages pages, DpdDesignations designations, Forms forms, FormViews formViews, PageErrors errors) {
        this.pages = pages;
        this.designations = designations;
        this.form = forms.get("dpd-withdrawal");
        this.formViews = formViews;
        this.errors = errors;
    }

    @GetMapping("/cases/{number}/withdraw")
    String ask(
            Actor actor, @PathVariable DossierNumber number, Locale locale, Model model, RedirectAttributes redirect) {
        DossierView dossier = pages.ofFiler(actor, number);
        return dossier.may(DossierAction.WITHDRAW)
                ? show(dossier, formViews.of(form, FormValues.empty(), List.of(), locale), model)
                : CasePages.notNow(dossier, redirect);
    }

    @PostMapping("/cases/{number}/withdraw")
    String withdraw(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestParam("_version") int version,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        DossierView dossier = pages.ofFiler(actor, number);
        FormSubmission typed = form.read(posted);
        FormView view = formViews.of(form, typed.values(), typed.errors(), locale);
        if (typed.hasErrors()) {
            return again(422, dossier, view, model, response);
        }
        try {
            designations.withdraw(actor, number, version, typed.values().text("reason"));
        } catch (RejectedException refused) {
            return again(422, dossier, view.withErrors(errors.of(refused.rejections(), locale)), model, response);
        } catch (AlreadyHandledException handled) {
            DossierView now = pages.ofFiler(actor, number);
            if (!handled.bySelf() || now.application().status() != ApplicationStatus.WITHDRAWN) {
                return again(409, now, view.withErrors(List.of(errors.of(handled, locale))), model, response);
            }
        }
        DraftPages.tell(redirect, "dpd.page.withdrawn");
        return "redirect:" + CasePages.address(dossier);
    }

    /** A new draft, filled in from the refused application (D7). */
    @PostMapping("/cases/{number}/start-again")
    String startAgain(Actor actor, @PathVariable DossierNumber number) {
        DossierView dossier = pages.ofFiler(actor, number);
        try {
            return "redirect:"
                    + DraftPages.address(
                            designations.startDraft(actor, dossier.cpas().id()));
        } catch (RejectedException underWay) {
            // The page says which dossier is under way.
            return "redirect:/dpd/applications/new";
        }
    }

    private String again(int status, DossierView dossier, FormView view, Model model, HttpServletResponse response) {
        response.setStatus(status);
        DraftPages.markWrong(model, CasePages.address(dossier) + "/withdraw");
        return show(dossier, view, model);
    }

    private static String show(DossierView dossier, FormView view, Model model) {
        CasePages.addTo(model, dossier, DossierAction.WITHDRAW, view.locale());
        model.addAttribute("view", view);
        return "dpd/withdraw";
    }
}
