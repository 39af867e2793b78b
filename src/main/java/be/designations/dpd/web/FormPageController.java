package be.designations.dpd.web;

import be.designations.directory.Actor;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.DpdApplicationForm;
import be.designations.dpd.DpdCorrections;
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
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.rules.TooManyException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
    private final DpdCorrections corrections;
    private final DpdApplicationForm form;
    private final FormViews formViews;

    FormPageController(
            DpdDrafts drafts,
            DpdDesignations designations,
            DpdCorrections corrections,
            DpdApplicationForm form,
            FormViews formViews) {
        this.drafts = drafts;
        this.designations = designations;
        this.corrections = corrections;
        this.form = form;
        this.formViews = formViews;
    }

    @GetMapping
    String open(
            Actor actor, @PathVariable UUID id, @PathVariable String way, @PathVariable("page") String key, Page page) {
        DraftView draft = drafts.view(actor, new ApplicationId(id));
        FormPage asked = page(key);
        return show(draft, way, asked, view(asked, draft.answers(), List.of(), page), page);
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
            @PathVariable("page") String key,
            @RequestParam("_version") int version,
            @RequestParam(name = "_action", defaultValue = "continue") String action,
            Page page) {
        DraftView draft = drafts.view(actor, new ApplicationId(id));
        FormPage asked = page(key);
        FormSubmission typed = form.definition().read(page.posted(), asked);
        boolean later = action.equals(LATER);
        List<FieldError> wrong = later ? foreign(typed) : typed.errors();
        FormValues answers = draft.answers().replacing(asked, typed.values());
        FormView view = view(asked, answers, wrong, page);
        try {
            keep(actor, draft, asked, version, answers);
        } catch (TooManyException tried) {
            page.refused(HttpStatus.TOO_MANY_REQUESTS);
            return show(draft, way, asked, view.withErrors(page.errors(tried.rejections())), page);
        } catch (RejectedException stale) {
            page.refused(HttpStatus.CONFLICT).with("overtaken", true);
            return show(
                    drafts.view(actor, new ApplicationId(id)),
                    way,
                    asked,
                    view.withErrors(page.errors(stale.rejections())),
                    page);
        }
        DraftView kept = drafts.view(actor, new ApplicationId(id));
        List<Rejection> refusals = later ? List.of() : refusals(kept, asked);
        if (!wrong.isEmpty() || !refusals.isEmpty()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
            return show(kept, way, asked, view.withErrors(page.errors(refusals)), page);
        }
        return later ? page.done(DraftPages.overview(kept), "dpd.page.saved") : Page.redirect(next(kept, way, asked));
    }

    /** Rules that what was typed on the page breaks: told here, not only when it is sent (D58). */
    private List<Rejection> refusals(DraftView draft, FormPage asked) {
        return draft.refusals().stream()
                .filter(refusal -> isOn(asked, refusal.field()))
                .toList();
    }

    private static boolean isOn(FormPage page, @Nullable String field) {
        return page.fields().stream().anyMatch(it -> it.key().equals(field));
    }

    private FormView view(FormPage asked, FormValues answers, List<FieldError> wrong, Page page) {
        return formViews.of(form.definition(), asked, answers, wrong, page.locale());
    }

    /**
     * A second click finds everything kept: it changes nothing and is in nobody's way. On the page of a candidate whom the register
     * does not know by that name it asks once more.
     */
    private void keep(Actor actor, DraftView before, FormPage asked, int version, FormValues answers) {
        ApplicationId id = before.application().id();
        if (before.answers().equals(answers)) {
            if (isOn(asked, "candidateNiss")
                    && !Boolean.TRUE.equals(before.application().candidateKnown())) {
                designations.compareAnew(actor, id, before.version());
            }
            return;
        }
        if (before.asked() == null) {
            designations.saveDraft(actor, id, version, answers);
        } else {
            corrections.save(actor, id, version, answers);
        }
    }

    private String next(DraftView draft, String way, FormPage page) {
        String address = DraftPages.address(draft.application());
        if (way.equals(CHANGE)) {
            return checking(draft);
        }
        return form.definition()
                .pageAfter(page)
                .map(next -> address + "/form/" + next.key())
                .orElseGet(() -> draft.asked() == null ? address + "/documents" : DraftPages.overview(draft));
    }

    /** Where all of it is read before it is sent. */
    private static String checking(DraftView draft) {
        return draft.asked() == null ? DraftPages.address(draft.application()) + "/check" : DraftPages.overview(draft);
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

    private String show(DraftView draft, String way, FormPage asked, FormView view, Page page) {
        FormDefinition definition = form.definition();
        String address = DraftPages.address(draft.application());
        DraftPages.addTo(page, draft);
        page.with("view", view)
                .with("here", address + "/" + way + "/" + asked.key())
                .with("step", definition.pages().indexOf(asked) + 1)
                .with("steps", definition.pages().size())
                .with(
                        "back",
                        way.equals(CHANGE)
                                ? checking(draft)
                                : definition
                                        .pageBefore(asked)
                                        .map(before -> address + "/form/" + before.key())
                                        .orElse(DraftPages.overview(draft)));
        return "dpd/form-page";
    }
}
