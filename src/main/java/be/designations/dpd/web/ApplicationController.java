package be.designations.dpd.web;

import be.designations.casework.Deadlines;
import be.designations.casework.WorkItemKind;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.DpdApplicationForm;
import be.designations.dpd.DpdDesignations;
import be.designations.dpd.DpdDocuments;
import be.designations.dpd.DpdDrafts;
import be.designations.dpd.DraftView;
import be.designations.forms.FormViews;
import be.designations.rules.RejectedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Beginning an application, its task list, and throwing a draft away. */
@Controller
class ApplicationController {

    private final DpdDrafts drafts;
    private final DpdDesignations designations;
    private final DpdDocuments documents;
    private final DpdApplicationForm form;
    private final FormViews formViews;
    private final Deadlines deadlines;
    private final PageErrors errors;

    ApplicationController(
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

    @GetMapping("/dpd/applications/new")
    String beforeBeginning(Actor actor, Locale locale, Model model, RedirectAttributes redirect) {
        OrganisationId cpas = actor.actingFor();
        if (cpas == null) {
            return chooseCpas(redirect);
        }
        var prospect = drafts.prospect(actor, cpas);
        model.addAttribute("prospect", prospect);
        model.addAttribute("cpasName", prospect.cpas().name(Language.of(locale.getLanguage())));
        model.addAttribute("opinionDays", deadlines.daysFor(WorkItemKind.GIVE_OPINION));
        model.addAttribute("completionDays", deadlines.daysFor(WorkItemKind.COMPLETE_FILE));
        model.addAttribute("decisionDays", deadlines.daysFor(WorkItemKind.DECIDE));
        model.addAttribute("changeDays", deadlines.daysFor(WorkItemKind.CHANGE_LOCAL_MANAGER));
        return "dpd/new";
    }

    /** Begins a draft, or goes on with the one that is there. */
    @PostMapping("/dpd/applications/new")
    String begin(Actor actor, RedirectAttributes redirect) {
        OrganisationId cpas = actor.actingFor();
        if (cpas == null) {
            return chooseCpas(redirect);
        }
        try {
            return "redirect:/dpd/applications/"
                    + designations.startDraft(actor, cpas).id();
        } catch (RejectedException underWay) {
            // The page says which dossier is under way.
            return "redirect:/dpd/applications/new";
        }
    }

    private static String chooseCpas(RedirectAttributes redirect) {
        DraftPages.inform(redirect, "dpd.page.choose-cpas");
        return "redirect:/capacity";
    }

    @GetMapping("/dpd/applications/{id}")
    String overview(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        DraftView draft = drafts.view(actor, new ApplicationId(id));
        List<Task> tasks = Task.of(form.definition(), draft, formViews, locale);
        DraftPages.addTo(model, draft, locale);
        model.addAttribute("tasks", tasks);
        model.addAttribute(
                "left",
                tasks.stream()
                        .filter(task -> task.state() == Task.State.INCOMPLETE)
                        .count());
        model.addAttribute(
                "documents", documents.list(actor, draft.application().id()).size());
        return "dpd/overview";
    }

    @GetMapping("/dpd/applications/{id}/discard")
    String askBeforeDiscarding(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        DraftPages.addTo(model, drafts.view(actor, new ApplicationId(id)), locale);
        return "dpd/discard";
    }

    @PostMapping("/dpd/applications/{id}/discard")
    String discard(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam("_version") int version,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        DraftView draft = drafts.view(actor, new ApplicationId(id));
        try {
            designations.discardDraft(actor, draft.application().id(), version);
        } catch (RejectedException stale) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            DraftPages.addTo(model, drafts.view(actor, new ApplicationId(id)), locale);
            DraftPages.markWrong(model, DraftPages.address(draft.application()) + "/discard");
            model.addAttribute("errors", errors.of(stale.rejections(), locale));
            return "dpd/discard";
        }
        DraftPages.tell(redirect, "dpd.page.discarded");
        return "redirect:/";
    }
}
