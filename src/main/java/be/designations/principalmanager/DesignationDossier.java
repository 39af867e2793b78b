package be.designations.principalmanager;

import be.designations.casework.Attachment;
import be.designations.casework.CaseFile;
import be.designations.casework.ProcessProgress.Steps;
import be.designations.casework.TimelineEntry;
import be.designations.casework.WorkItem;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.notification.SentMail;
import be.designations.rules.Rejection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as its reader may see it.
 *
 * @param managerName   of whoever is to be designated: in full, or as it was typed for whoever may not learn more
 * @param formerManager who was principal access manager until then, or null
 * @param incumbent     who is it now, for support and for whoever was overtaken, or null
 * @param seesPapers    whether the reader sees the documents, the explanation and what was given of the person
 * @param documents     empty for whoever does not see the papers
 * @param mayWithdraw   whether the reader may take it back now
 * @param mayVerify     whether the reader may give the verdict now
 * @param hindrance     why somebody of support may not give it, or null
 * @param waits         the work that waits, or null
 * @param people        everybody who is named
 */
public record DesignationDossier(
        CaseFile dossier,
        PrincipalManagerRequest request,
        Organisation organisation,
        Person manager,
        String managerName,
        Person requester,
        @Nullable Person formerManager,
        @Nullable Incumbent incumbent,
        boolean seesPapers,
        List<Attachment> documents,
        boolean mayWithdraw,
        boolean mayVerify,
        @Nullable Rejection hindrance,
        @Nullable WorkItem waits,
        List<TimelineEntry> timeline,
        List<SentMail> mails,
        Map<String, Steps> progress,
        Map<PersonId, Person> people) {

    public DesignationDossier {
        documents = List.copyOf(documents);
        timeline = List.copyOf(timeline);
        mails = List.copyOf(mails);
        progress = Map.copyOf(progress);
        people = Map.copyOf(people);
    }

    /** The name of somebody, or nothing for nobody. */
    public String nameOf(@Nullable PersonId person) {
        Person known = person == null ? null : people.get(person);
        return known == null ? "" : known.displayName();
    }
}
