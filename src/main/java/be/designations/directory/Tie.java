package be.designations.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A legal function or a working relationship: what ties a person to an organisation for a time.
 *
 * @param id           of the function or the relationship
 * @param function     which function, or null for a working relationship
 * @param relationship which working relationship, or null for a function
 * @param until        the first instant at which it no longer holds, or null when no end is known
 */
public record Tie(
        UUID id,
        PersonId person,
        @Nullable LegalFunctionKind function,
        @Nullable RelationshipCategory relationship,
        Instant from,
        @Nullable Instant until) {

    /** Of a working relationship that somebody has declared. */
    public static Tie of(WorkingRelationship relationship) {
        return new Tie(
                relationship.id(),
                relationship.person(),
                null,
                relationship.category(),
                relationship.from(),
                relationship.until());
    }

    public boolean runs(Instant at) {
        return !from.isAfter(at) && (until == null || until.isAfter(at));
    }
}
