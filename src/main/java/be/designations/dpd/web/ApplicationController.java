package be.designations.dpd.web;

import be.designations.casework.Deadlines;
import be.designations.casework.DossierNumber;
import be.designations.casework.web.DocumentLine;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DpdApplicationForm;
import be.designations.dpd.DpdCase;
import be.designations.dpd.DpdCorrections;
import be.designations.dpd.DpdDesignations;
import be.designations.dpd.DpdDocuments;
import be.designations.dpd.DpdDrafts;
import be.designations.dpd.DraftView;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormView;
import be.designations.forms.FormViews;
import be.designations.forms.InvalidAnswersException;
import be.designations.forms.ShownError;
import be.designations.pages.Page;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A draft as a whole: beginning it, its parts, checking and sending it, throwing it away. */
@Controller
@RequestMapping("/dpd/applications")
class ApplicationController {

    private static final String NEW = "/dpd/applications/new";

    private final DpdDrafts drafts;
    private final DpdDesignations designations;
    private final DpdCorrections corrections;
    private final DpdDocuments documents;
    private final DpdApplicationForm form;
    private final FormViews formViews;
    private final Deadlines deadlines;

    ApplicationController(
            DpdDrafts drafts,
            DpdDesignations designations,
            DpdCorrections corrections,
            DpdDocuments documents,
            DpdApplicationForm form,
            FormViews formViews,
            Deadlines deadlines) {
        this.drafts = drafts;
        this.designations = designations;
        this.corrections = corrections;
        this.documents = documents;
        this.form = form;
        this.formViews = formViews;
        this.deadlines = deadlines;
    }

    @GetMapping("/new")
    String beforeBeginning(Actor actor, Page page) {
        OrganisationId cpas = actor.actingFor();
        if (cpas == null) {
            return chooseCpas(page);
        }
        var prospect = drafts.prospect(actor, cpas);
        page.inSection("cases")
                .with("prospect", prospect)
                .with("cpasName", prospect.cpas().name(page.language()))
                .with("opinionDays", deadlines.daysFor(DpdCase.GIVE_OPINION))
                .with("completionDays", deadlines.daysFor(DpdCase.COMPLETE_FILE))
                .with("decisionDays", deadlines.daysFor(DpdCase.DECIDE))
                .with("changeDays", deadlines.daysFor("CHANGE_LOCAL_MANAGER"));
        return "dpd/new";
    }

    /** Begins a draft, or goes on with the one that is there; after a refusal it starts filled in (D7). */
    @PostMapping("/new")
    String begin(Actor actor, Page page) {
        OrganisationId cpas = actor.actingFor();
        return cpas == null ? chooseCpas(page) : begin(actor, cpas);
    }

    /** Begins a draft for the CPAS of a dossier that was refused. */
    @PostMapping("/again")
    String startAgain(Actor actor, @RequestParam("cpas") UUID cpas) {
        return begin(actor, new OrganisationId(cpas));
    }

    private String begin(Actor actor, OrganisationId cpas) {
        try {
            return Page.redirect(DraftPages.address(designations.startDraft(actor, cpas)));
        } catch (RejectedException underWay) {
            // The page says which dossier is under way.
            return Page.redirect(NEW);
        }
    }

    private static String chooseCpas(Page page) {
        return page.inform("/capacity", "dpd.page.choose-cpas");
    }

    @GetMapping("/{id}")
    String overview(Actor actor, @PathVariable UUID id, Page page) {
        DraftView draft = drafts.view(actor, new ApplicationId(id));
        if (draft.asked() != null) {
            return Page.redirect(DraftPages.overview(draft));
        }
        List<Task> tasks = Task.of(form.definition(), draft, formViews, page.locale());
        DraftPages.addTo(page, draft);
        page.with("tasks", tasks)
                .with("obstacles", page.errors(draft.refusalsOfNoField()))
                .with(
                        "left",
                        tasks.stream()
                                .filter(task -> task.state() == Task.State.INCOMPLETE)
                                .count())
                .with(
                        "documents",
                        documents.list(actor, draft.application().id()).size());
        return "dpd/overview";
    }

    /** “Check your answers”. */
    @GetMapping("/{id}/check")
    String check(Actor actor, @PathVariable UUID id, Page page) {
        return show(actor, new ApplicationId(id), List.of(), page);
    }

    /** Sends; whoever sends twice is led to the same dossier twice. */
    @PostMapping("/{id}/check")
    String send(Actor actor, @PathVariable UUID id, @RequestParam("_version") int version, Page page) {
        ApplicationId application = new ApplicationId(id);
        try {
            DossierNumber number = designations.submit(actor, application, version);
            return page.done(
                    "/cases/" + number + "?sent",
                    "dpd.page.sent",
                    number.value(),
                    deadlines.daysFor(DpdCase.GIVE_OPINION));
        } catch (InvalidAnswersException incomplete) {
            return show(actor, application, List.of(), page.refused(HttpStatus.UNPROCESSABLE_ENTITY));
        } catch (RejectedException refused) {
            return show(actor, application, refused.rejections(), page.refused(HttpStatus.UNPROCESSABLE_ENTITY));
        }
    }

    /** @param refusals those of sending, besides what is known to be wrong with the draft itself */
    private String show(Actor actor, ApplicationId id, List<Rejection> refusals, Page page) {
        DraftView draft = drafts.view(actor, id);
        if (draft.asked() != null) {
            return Page.redirect(DraftPages.overview(draft));
        }
        List<Rejection> all = Stream.concat(draft.refusals().stream(), refusals.stream())
                .distinct()
                .toList();
        DraftPages.addTo(page, draft);
        if (!draft.isReady() || !all.isEmpty()) {
            page.with("hasErrors", true);
        }
        page.with("views", views(draft, all, page))
                .with("documents", DocumentLine.ofEach(documents.list(actor, id)))
                .with("opinionDays", deadlines.daysFor(DpdCase.GIVE_OPINION));
        return "dpd/check";
    }

    /** Every refusal at the page of its field; those of no field come first of all. */
    private List<FormView> views(DraftView draft, List<Rejection> refusals, Page page) {
        FormDefinition definition = form.definition();
        List<FormView> views = new ArrayList<>(
                formViews.all(definition, draft.application().answers(), draft.errors(), page.locale()));
        for (ShownError refusal : page.errors(refusals)) {
            String field = refusal.fieldKey();
            int place = field == null
                    ? 0
                    : definition.pageOf(field).map(definition.pages()::indexOf).orElse(0);
            views.set(place, views.get(place).withErrors(List.of(refusal)));
        }
        return views;
    }

    /**
     * Keeps what was typed of the reply to BCSS, and goes on to what is to be corrected first: from there one comes back to it.
     *
     * @param answer the reply
     * @param part   of the form, or {@code all} for one after the other, or {@code discard}
     */
    @PostMapping("/{id}/reply")
    String keepReply(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String part) {
        DpdApplication application = drafts.view(actor, new ApplicationId(id)).application();
        corrections.keepReply(actor, application.id(), answer);
        String address = DraftPages.address(application);
        if (part.equals("discard")) {
            return Page.redirect(address + "/discard");
        }
        return Page.redirect(form.definition()
                .page(part)
                .map(page -> address + "/change/" + page.key())
                .orElseGet(() ->
                        address + "/form/" + form.definition().pages().get(0).key()));
    }

    @GetMapping("/{id}/discard")
    String askBeforeDiscarding(Actor actor, @PathVariable UUID id, Page page) {
        DraftPages.addTo(page, drafts.view(actor, new ApplicationId(id)));
        return "dpd/discard";
    }

    @PostMapping("/{id}/discard")
    String discard(Actor actor, @PathVariable UUID id, @RequestParam("_version") int version, Page page) {
        DraftView draft = drafts.view(actor, new ApplicationId(id));
        Page.Outcome outcome = page.attempt(() -> {
            ApplicationId application = draft.application().id();
            if (draft.asked() == null) {
                designations.discardDraft(actor, application, version);
                return page.done("/", "dpd.page.discarded");
            }
            corrections.discard(actor, application, version);
            return page.done(DraftPages.overview(draft), "dpd.page.correction.discarded");
        });
        if (outcome.template() != null) {
            return outcome.template();
        }
        DraftPages.addTo(page.refused(HttpStatus.CONFLICT), drafts.view(actor, new ApplicationId(id)));
        page.with("errors", outcome.wrong());
        return "dpd/discard";
    }
}
