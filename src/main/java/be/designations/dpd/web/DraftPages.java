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

    static void addTo(Page page, DraftView draft) {
        DpdApplication application = draft.application();
        var dates = new BelgianDates();
        page.inSection("cases")
                .with("draft", draft)
                .with("address", address(application))
                .with("version", application.version())
                .with("cpasName", draft.cpas().name(page.language()))
                .with("draftedOn", dates.day(application.draftedAt()))
                .with("changedOn", dates.day(application.lastChangedAt()));
    }
}
