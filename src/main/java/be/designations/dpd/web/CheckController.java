package be.designations.dpd.web;

import be.designations.casework.Deadlines;
import be.designations.casework.DossierNumber;
import be.designations.casework.WorkItemKind;
import be.designations.directory.Actor;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.DpdApplicationForm;
import be.designations.dpd.DpdDesignations;
import be.designations.dpd.DpdDocuments;
import be.designations.dpd.DpdDrafts;
import be.designations.dpd.DraftView;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormView;
import be.designations.forms.FormViews;
import be.designations.forms.InvalidAnswersException;
import be.designations.forms.ShownError;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** “Check your answers”, and sending. */
@Controller
@RequestMapping("/dpd/applications/{id}/check")
class CheckController {

    private final DpdDrafts drafts;
    private final DpdDesignations designations;
    private final DpdDocuments documents;
    private final DpdApplicationForm form;
    private final FormViews formViews;
    private final Deadlines deadlines;
    private final PageErrors errors;

    CheckController(
            DpdDrafts drafts,
            DpdDesignations designations,
            DpdDocuments documents,
            DpdApplicationForm form,
            FormViews formViews,
            Deadlines deadlines,
            PageErrors errors) {
        this.drafts = drafts;
        this.designations = designations;
        this.documents = documents;
        this.form = form;
        this.formViews = formViews;
        this.deadlines = deadlines;
        this.errors = errors;
    }

    @ModelAttribute("section")
    String section() {
        return "cases";
    }

    @GetMapping
    String check(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        return show(actor, drafts.view(actor, new ApplicationId(id)), List.of(), locale, model);
    }

    /** Sends; whoever sends twice is led to the same dossier twice. */
    @PostMapping
    String send(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam("_version") int version,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            DossierNumber number = designations.submit(actor, new ApplicationId(id), version);
            DraftPages.tell(redirect, "dpd.page.sent", number.value(), deadlines.daysFor(WorkItemKind.GIVE_OPINION));
            return "redirect:/cases/" + number + "?sent";
        } catch (InvalidAnswersException incomplete) {
            return again(actor, id, List.of(), locale, model, response);
        } catch (RejectedException refused) {
            return again(actor, id, refused.rejections(), locale, model, response);
        }
    }

    private String again(
            Actor actor, UUID id, List<Rejection> refusals, Locale locale, Model model, HttpServletResponse response) {
        response.setStatus(422);
        return show(actor, drafts.view(actor, new ApplicationId(id)), refusals, locale, model);
    }

    /** @param refusals those of sending, besides what is known to be wrong with the draft itself */
    private String show(Actor actor, DraftView draft, List<Rejection> refusals, Locale locale, Model model) {
        List<Rejection> all = Stream.concat(draft.refusals().stream(), refusals.stream())
                .distinct()
                .toList();
        DraftPages.addTo(model, draft, locale);
        if (!draft.isReady() || !all.isEmpty()) {
            DraftPages.markWrong(model, DraftPages.address(draft.application()) + "/check");
        }
        model.addAttribute("views", views(draft, all, locale));
        model.addAttribute(
                "documents",
                DocumentRow.of(documents.list(actor, draft.application().id())));
        model.addAttribute("opinionDays", deadlines.daysFor(WorkItemKind.GIVE_OPINION));
        return "dpd/check";
    }

    /** Every refusal at the page of its field; those of no field come first of all. */
    private List<FormView> views(DraftView draft, List<Rejection> refusals, Locale locale) {
        FormDefinition definition = form.definition();
        List<FormView> views =
                new ArrayList<>(formViews.all(definition, draft.application().answers(), draft.errors(), locale));
        for (ShownError refusal : errors.of(refusals, locale)) {
            String field = refusal.fieldKey();
            int page = field == null
                    ? 0
                    : definition.pageOf(field).map(definition.pages()::indexOf).orElse(0);
            views.set(page, views.get(page).withErrors(List.of(refusal)));
        }
        return views;
    }
}
