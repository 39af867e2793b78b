package be.designations.replacement;

import be.designations.casework.CaseFile;
import be.designations.casework.ProcessProgress;
import be.designations.casework.TimelineEntry;
import be.designations.casework.WorkItem;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.notification.SentMail;
import be.designations.rules.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dossier of a replacement as one of its readers sees it.
 *
 * @param manager    who is to be replaced
 * @param tie        what ended
 * @param allowing   the working relationships with which the person may stay
 * @param openWork   the work at which it waits, or null when it waits for nobody
 * @param progress   how far it has come, by the key of the process
 * @param people     everybody named in it, by id
 * @param byRepresentative whether the legal representatives are asked: of a principal access manager, or because nobody
 *                   manages the entity
 * @param mayDecide  whether this reader may tie the person to the entity again
 * @param hindrance  why this reader, at whose desk it waits, may not, or null
 */
public record ReplacementView(
        CaseFile dossier,
        Replacement replacement,
        ReplacementPlace place,
        Person manager,
        EndedTie tie,
        Set<RelationshipCategory> allowing,
        @Nullable WorkItem openWork,
        List<TimelineEntry> timeline,
        List<SentMail> mails,
        Map<String, ProcessProgress.Steps> progress,
        Map<PersonId, Person> people,
        boolean byRepresentative,
        boolean mayDecide,
        @Nullable Rejection hindrance) {

    /** The name of somebody in the dossier; empty for the process itself. */
    public String nameOf(@Nullable PersonId person) {
        Person known = person == null ? null : people.get(person);
        return known == null ? "" : known.displayName();
    }

    /** Whether the legal representatives are asked because nobody manages the entity. */
    public boolean isUnmanaged() {
        return byRepresentative && !AskedPeople.isPrincipal(place.held());
    }

    /** The page on which whoever is asked goes on. */
    public String path() {
        return isUnmanaged()
                ? "/principal-manager/" + place.entity().enterpriseNumber().value()
                : place.path();
    }
}
