package be.designations.dpd.web;

import be.designations.calendar.BelgianDates;
import be.designations.casework.CaseView;
import be.designations.casework.web.CaseSlots;
import be.designations.directory.Actor;
import be.designations.dpd.ApplicationStatus;
import be.designations.dpd.DossierView;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DpdApplicationForm;
import be.designations.dpd.DpdCase;
import be.designations.dpd.DpdCorrections;
import be.designations.dpd.DpdDossiers;
import be.designations.dpd.DpdDrafts;
import be.designations.dpd.DraftView;
import be.designations.dpd.Mandate;
import be.designations.forms.FormValues;
import be.designations.forms.FormViews;
import be.designations.pages.Page;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
class DpdSlots extends CaseSlots<DpdApplication> {

    private static final String COMPLETE = "complete";
    private static final String REPLY = "answer";

    private final DpdDossiers dossiers;
    private final DpdDrafts drafts;
    private final DpdCorrections corrections;
    private final Revisions revisions;
    private final DpdApplicationForm form;
    private final FormViews formViews;
    private final Clock clock;

    DpdSlots(
            DpdCase process,
            DpdDossiers dossiers,
            DpdDrafts drafts,
            DpdCorrections corrections,
            Revisions revisions,
            DpdApplicationForm form,
            FormViews formViews,
            Clock clock) {
        super(process, "dpd/slots");
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.corrections = corrections;
        this.revisions = revisions;
        this.form = form;
        this.formViews = formViews;
        this.clock = clock;
    }

    @Override
    protected void fill(CaseView dossier, DpdApplication application, Actor reader, Page page) {
        DossierView view = dossiers.view(reader, application);
        page.with("view", view)
                .with("answers", revisions.pages(view, application.answers(), page.locale()))
                .with("revisions", revisions.of(dossier, view, page.locale()))
                .with("correction", null);
        drafts.correction(reader, application).ifPresent(correction -> correct(view, correction, page));
        now(dossier, view, page);
    }

    /** What the CPAS is correcting, for who may. */
    private void correct(DossierView view, DraftView correction, Page page) {
        page.with("correction", correction)
                .with("parts", Task.of(form.definition(), correction, formViews, page.locale()))
                .with("partsAddress", DraftPages.address(correction.application()))
                .with(
                        "corrected",
                        revisions.changes(
                                view, correction.application().answers(), correction.answers(), page.locale()));
    }

    /** Of the reply to the questions, what the reader had typed before they went to correct the form. */
    @Override
    protected FormValues proposed(String step, CaseView dossier, DpdApplication application, Actor reader) {
        return step.equals(COMPLETE)
                ? FormValues.empty().with(REPLY, corrections.reply(reader, application.id()))
                : FormValues.empty();
    }

    /** What happens now, and until when or since when. */
    private void now(CaseView dossier, DossierView view, Page page) {
        var dates = new BelgianDates();
        String status = "case.now." + dossier.status().code();
        Mandate mandate = view.mandate();
        Instant now = clock.instant();
        if (dossier.openWork() != null) {
            page.with("now", status).with("nowDay", dates.lastDay(dossier.dueAt()));
        } else if (view.application().status() == ApplicationStatus.APPROVED
                && mandate != null
                && mandate.validFrom().isAfter(now)) {
            page.with("now", status + "-for-later").with("nowDay", dates.day(mandate.validFrom()));
        } else {
            page.with("now", dossier.status().isLast() ? status : "case.now.between-steps")
                    .with("nowDay", dates.day(view.application().lastChangedAt()));
        }
    }
}
