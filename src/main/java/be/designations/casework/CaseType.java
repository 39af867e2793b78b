package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.notification.SentMail;
import java.util.List;
import java.util.Set;

/**
 * A kind of dossier, declared once by the module that owns it: its statuses, who sees it, what can be done with it, by whom
 * and until when. Lists, pages, the API, the work list, reminders and the audit log follow from it.
 */
public interface CaseType<C extends CaseContent> extends CaseProcess<C> {

    CaseKind kind();

    /** Whether somebody asks for it. What follows by itself from something else cannot be suspended (D86). */
    default boolean isAskedFor() {
        return true;
    }

    /** In the order of a dossier's life. */
    List<? extends CaseStatus> statuses();

    /** What the list shows of dossiers of this kind, beside what it shows of all. */
    default OwnColumns columns() {
        return OwnColumns.NONE;
    }

    /** Which dossiers of the kind the actor sees, whatever they chose to act as: one dossier and the lists follow from it. */
    CaseList.Seen seenBy(Actor actor);

    /** The entities on whose dossiers of this kind the actor may not work at a central desk (D13, D29). */
    default Set<OrganisationId> partialIn(Actor actor) {
        return Set.of();
    }

    /** Whether there is something that whoever decides should weigh; asked when work comes, for the list of work (D12). */
    default boolean warns(C content) {
        return false;
    }

    /** The history as that reader may see it. */
    default List<TimelineEntry> timeline(Actor reader, C content, List<TimelineEntry> all) {
        return all;
    }

    /** The mails as that reader may see them. */
    default List<SentMail> mails(Actor reader, C content, List<SentMail> all) {
        return all;
    }

    /** The documents that reader may open, the first first. */
    default List<Attachment> documents(Actor reader, C content) {
        return List.of();
    }

    /**
     * Whether that document of it was not sent yet, so that only those who file see it (D19); they read that under {@code
     * documents.unsent.<key>}.
     */
    default boolean isUnsent(C content, Attachment file) {
        return false;
    }
}
