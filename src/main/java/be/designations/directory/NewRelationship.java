package be.designations.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tie of a person to an organisation, as somebody declares it.
 *
 * @param email  at work, or null
 * @param phone  at work, or null
 * @param until  the first instant at which it no longer holds, or null when no end is known
 * @param reason the words of who declared it
 */
public record NewRelationship(
        PersonId person,
        OrganisationId organisation,
        RelationshipCategory category,
        @Nullable String email,
        @Nullable String phone,
        Instant from,
        @Nullable Instant until,
        @Nullable String reason) {

    /** The same with that end. */
    public NewRelationship until(@Nullable Instant end) {
        return new NewRelationship(person, organisation, category, email, phone, from, end, reason);
    }
}
