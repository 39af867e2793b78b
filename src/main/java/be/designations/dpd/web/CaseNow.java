package be.designations.dpd.web;

import be.designations.casework.BelgianDates;
import be.designations.casework.WorkItem;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.dpd.ApplicationStatus;
import be.designations.dpd.DossierView;
import be.designations.dpd.Mandate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens now in a dossier, for the first lines of its page.
 *
 * @param step    message key of what happens and by whom; {0} is the day
 * @param day     until when, or since when; empty when there is none
 * @param overdue whether the day is past
 * @param holder  message key of who has taken the work, with {0} the name; null where nobody takes it
 */
record CaseNow(
        String step, String day, boolean overdue, @Nullable String holder, String holderName) {

    static CaseNow of(DossierView view, Actor actor, Instant now) {
        WorkItem work = view.openWork();
        String status = view.dossier().status();
        if (work != null) {
            return new CaseNow(
                    "case.now." + status,
                    new BelgianDates().lastDay(work.dueAt()),
                    !now.isBefore(work.dueAt()),
                    holder(work, actor),
                    view.nameOf(work.assignee()));
        }
        Mandate mandate = view.mandate();
        if (view.application().status() == ApplicationStatus.APPROVED
                && mandate != null
                && mandate.validFrom().isAfter(now)) {
            return new CaseNow(
                    "case.now.dpd.approved-for-later", new BelgianDates().day(mandate.validFrom()), false, null, "");
        }
        String ended = view.application().status().isLast() ? status : "between-steps";
        return new CaseNow(
                "case.now." + ended, new BelgianDates().day(view.application().lastChangedAt()), false, null, "");
    }

    /** Work of the CPAS and of its managers is not taken by one of them. */
    private static @Nullable String holder(WorkItem work, Actor actor) {
        switch (work.kind()) {
            case GIVE_OPINION, DECIDE -> {
                PersonId assignee = work.assignee();
                if (assignee == null) {
                    return "case.now.nobody";
                }
                return assignee.equals(actor.person()) ? "case.now.you" : "case.now.holder";
            }
            default -> {
                return null;
            }
        }
    }
}
