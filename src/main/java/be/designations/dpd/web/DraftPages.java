package be.designations.dpd.web;

import be.designations.calendar.BelgianDates;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DraftView;
import be.designations.pages.Page;

/** What the pages of a draft have in common. */
final class DraftPages {

    private DraftPages() {}

    static String address(DpdApplication application) {
        return "/dpd/applications/" + application.id();
    }

    /** Where a correction is looked at as a whole and sent. */
    static String completion(DraftView.Asked asked) {
        return "/cases/" + asked.number() + "/complete";
    }

    /** Where the parts of a draft or a correction are listed. */
    static String overview(DraftView draft) {
        DraftView.Asked asked = draft.asked();
        return asked == null ? address(draft.application()) : completion(asked);
    }

    static void addTo(Page page, DraftView draft) {
        DpdApplication application = draft.application();
        var dates = new BelgianDates();
        page.inSection("cases")
                .with("draft", draft)
                .with("address", address(application))
                .with("overview", overview(draft))
                .with("version", draft.version())
                .with("cpasName", draft.cpas().name(page.language()))
                .with("draftedOn", dates.day(application.draftedAt()))
                .with("changedOn", dates.day(draft.lastChangedAt()));
    }
}
