package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The work that waits for people. Rows come and go with the steps of the process, in its transaction. */
public interface WorkItems extends Pauses {

    /**
     * Opens the work of a step; the step that is open already stays as it is.
     *
     * @param warned whether the dossier gives something to weigh
     */
    void open(CaseFile dossier, WorkKind kind, Instant createdAt, Term term, boolean warned);

    /**
     * Work of which somebody is to be told that it waits for too long, and has not been.
     *
     * @param at since when they are to be told
     */
    record Untold(WorkItemId id, CaseId caseId, WorkKind kind, Instant at) {}

    /**
     * Those of whom nobody was reminded though it is time, in the order in which it was.
     *
     * @param after the last of the page before, or null
     */
    List<Untold> toRemind(Instant now, @Nullable Untold after, int size);

    /** The same of what is late, without what lapses. */
    List<Untold> toEscalate(Instant now, @Nullable Untold after, int size);

    /** The open piece of work of that kind in that case, held back from others until this transaction ends. */
    Optional<WorkItem> lockOpen(CaseId caseId, WorkKind kind);

    /** The kind of the step at which the case waits; none when it waits for nobody. */
    Optional<WorkItem> findOpen(CaseId caseId);

    /** That of all of these, in one statement. */
    List<WorkItem> openOf(Collection<CaseId> cases);

    void assign(WorkItemId id, Actor assignee, Instant at);

    /** Hands it to somebody, with what the giver says to them. */
    void handOver(WorkItemId id, PersonId to, PersonId by, @Nullable String note, Instant at);

    void release(WorkItemId id);

    /** Everybody who has taken open work. */
    List<PersonId> holders();

    /** The open work that somebody has taken, with its dossier. */
    Map<WorkItem, CaseId> takenBy(PersonId person);

    /**
     * Gives back what that person has, unless somebody is busy with it this moment.
     *
     * @return since when they had it; empty when somebody is busy, and when it is not theirs any more
     */
    Optional<Instant> releaseIdle(WorkItem seen);

    /** Notes who does it, and in whose place or null, before the process goes on. */
    void done(WorkItemId id, PersonId by, @Nullable PersonId inPlaceOf, Instant at);

    /** Ends what the process left without anybody doing it: withdrawn, lapsed. */
    void closeOpen(CaseId caseId, WorkKind kind, Instant at);

    /** Notes that the desk was reminded; false when it had been already. */
    boolean markReminded(WorkItemId id, Instant at);

    /** Notes that the deadline has passed; false when that was noted already. */
    boolean markOverdue(WorkItemId id, Instant at);
}
