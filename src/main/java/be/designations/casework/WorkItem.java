package be.designations.casework;

import be.designations.access.QualityId;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work that waits for a person of a desk.
 *
 * @param organisation the organisation that the case is about
 * @param quality      the quality that the case is about, or null
 * @param assignee     who has taken it, or null
 * @param note         what the colleague said who handed it to them, or null
 * @param noteBy       who that was, or null
 * @param inPlaceOf    whose deputy has taken it, or null when it was taken in one's own name
 * @param dueAt        end of the last working day for it (D14)
 */
public record WorkItem(
        WorkItemId id,
        WorkKind kind,
        OrganisationId organisation,
        @Nullable QualityId quality,
        @Nullable PersonId assignee,
        @Nullable String note,
        @Nullable PersonId noteBy,
        @Nullable PersonId inPlaceOf,
        Instant dueAt) {

    /** Whether the actor has it: taken by them, by whom they stand in for, or for them by a deputy. */
    boolean isWith(Actor actor) {
        return isWith(actor, assignee, inPlaceOf);
    }

    static boolean isWith(Actor actor, @Nullable PersonId assignee, @Nullable PersonId inPlaceOf) {
        return (assignee != null && actor.people().contains(assignee))
                || (inPlaceOf != null && actor.people().contains(inPlaceOf));
    }
}
