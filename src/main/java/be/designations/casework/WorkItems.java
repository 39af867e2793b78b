package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The work that waits for people. Rows come and go with the steps of the process, in its transaction. */
public interface WorkItems {

    /** Opens the work of a step; the step that is open already stays as it is. */
    void open(CaseFile dossier, WorkKind kind, Instant createdAt, Instant dueAt);

    /** The open piece of work of that kind in that case, held back from others until this transaction ends. */
    Optional<WorkItem> lockOpen(CaseId caseId, WorkKind kind);

    /** The kind of the step at which the case waits; none when it waits for nobody. */
    Optional<WorkItem> findOpen(CaseId caseId);

    void assign(WorkItemId id, Actor assignee, Instant at);

    void release(WorkItemId id);

    /** Notes who does it, and in whose place or null, before the process goes on. */
    void done(WorkItemId id, PersonId by, @Nullable PersonId inPlaceOf, Instant at);

    /** Ends what the process left without anybody doing it: withdrawn, lapsed. */
    void closeOpen(CaseId caseId, WorkKind kind, Instant at);

    /** Notes that the desk was reminded; false when it had been already. */
    boolean markReminded(WorkItemId id, Instant at);

    /** Notes that the deadline has passed; false when that was noted already. */
    boolean markOverdue(WorkItemId id, Instant at);
}
