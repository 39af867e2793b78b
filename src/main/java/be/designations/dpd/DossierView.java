package be.designations.dpd;

import be.designations.casework.CaseFile;
import be.designations.casework.ProcessProgress;
import be.designations.casework.TimelineEntry;
import be.designations.casework.WorkItem;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import be.designations.notification.SentMail;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as one of its readers sees it.
 *
 * @param openWork         the work at which it waits, or null when it waits for nobody
 * @param warnings         for the readers of the desks (D12); empty for others
 * @param mandate          what resulted, or null
 * @param previousNumber   the dossier of the refused application that this one follows, or null
 * @param progress         how far it has come, by the key of the process
 * @param people           everybody named in it, by id
 * @param allowed          what this reader may do now
 * @param hindrance        why this reader, at whose desk it waits, may not deal with it, or null (D13)
 * @param nissShown        whether the reader sees the candidate's NISS: filers, desks and the candidate do
 */
public record DossierView(
        CaseFile dossier,
        DpdApplication application,
        Organisation cpas,
        Person candidate,
        @Nullable WorkItem openWork,
        List<DpdApplications.CompletionRequest> completionRequests,
        DpdApplications.@Nullable Opinion opinion,
        DpdApplications.@Nullable Decision decision,
        @Nullable Mandate mandate,
        @Nullable String previousNumber,
        List<Warning> warnings,
        List<TimelineEntry> timeline,
        List<SentMail> mails,
        Map<String, ProcessProgress.Steps> progress,
        Map<PersonId, Person> people,
        Set<DossierAction> allowed,
        @Nullable Rejection hindrance,
        boolean nissShown) {

    private static final String NISS = "candidateNiss";

    /** What was filled in, as this reader may see it. */
    public FormValues answers() {
        return nissShown ? application.answers() : application.answers().with(NISS, "");
    }

    public boolean may(DossierAction action) {
        return allowed.contains(action);
    }

    /** The name of somebody in the dossier; empty for the process itself. */
    public String nameOf(@Nullable PersonId person) {
        Person known = person == null ? null : people.get(person);
        return known == null ? "" : known.displayName();
    }

    /** Until when the work at which it waits is to be done, or null. */
    public @Nullable Instant dueAt() {
        return openWork == null ? null : openWork.dueAt();
    }
}
