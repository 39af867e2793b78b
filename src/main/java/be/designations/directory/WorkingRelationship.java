package be.designations.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a person works for an organisation, for a time (B4, D9).
 *
 * @param email  at work, or null
 * @param phone  at work, or null
 * @param until  the first instant at which it no longer holds, or null when no end is known; not after {@code from} when it
 *               never began
 * @param reason the words of who declared it, or null
 */
public record WorkingRelationship(
        UUID id,
        PersonId person,
        OrganisationId organisation,
        RelationshipCategory category,
        @Nullable String email,
        @Nullable String phone,
        Instant from,
        @Nullable Instant until,
        @Nullable String reason) {

    /** The same, for those who are not to read why. */
    public WorkingRelationship withoutReason() {
        return new WorkingRelationship(id, person, organisation, category, email, phone, from, until, null);
    }

    public boolean runs(Instant at) {
        return !from.isAfter(at) && !isOver(at);
    }

    /** Whether it has ended by then, or never began. */
    public boolean isOver(Instant at) {
        return until != null && (!until.isAfter(at) || !until.isAfter(from));
    }
}
