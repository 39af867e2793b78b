package be.designations.dpd.web;

import be.designations.casework.Attachment;
import be.designations.casework.CaseView;
import be.designations.dpd.DossierView;
import be.designations.dpd.DpdApplicationForm;
import be.designations.dpd.SentAnswers;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.FormViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Puts the versions of the answers of a dossier into words. */
@Component
class Revisions {

    private static final String NISS = "candidateNiss";

    private final DpdApplicationForm form;
    private final FormViews formViews;

    Revisions(DpdApplicationForm form, FormViews formViews) {
        this.form = form;
        this.formViews = formViews;
    }

    /** Every version, the last first. */
    List<Revision> of(CaseView dossier, DossierView view, Locale locale) {
        List<Revision> revisions = new ArrayList<>();
        SentAnswers before = null;
        for (SentAnswers sent : view.versions()) {
            revisions.add(
                    0,
                    new Revision(
                            sent.number(),
                            sent.sentAt(),
                            dossier.nameOf(sent.sentBy()),
                            before == null ? List.of() : changes(view, before.answers(), sent.answers(), locale),
                            sent.documents(before, dossier.documents()).stream()
                                    .map(Attachment::fileName)
                                    .toList()));
            before = sent;
        }
        return revisions;
    }

    /** What differs, question by question. */
    List<Revision.Change> changes(DossierView view, FormValues before, FormValues after, Locale locale) {
        return before.equals(after)
                ? List.of()
                : Revision.Change.between(pages(view, before, locale), pages(view, after, locale));
    }

    /** The answers page by page, as the reader may see them. */
    List<FormView> pages(DossierView view, FormValues answers, Locale locale) {
        return formViews.all(form.definition(), view.shown(answers), List.of(), locale).stream()
                .map(part -> view.nissShown() ? part : part.without(NISS))
                .toList();
    }
}
