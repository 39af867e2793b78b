package be.designations.access;

import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a person is something in an entity, quality or subdivision, for a time.
 *
 * @param quality     the quality, or null when the responsibility is for the whole entity
 * @param subdivision the subdivision of that quality, or null when it is for all of it
 * @param validUntil  the first instant at which it no longer holds, or null when no end is known
 * @param basis       the decision that gave it
 * @param domain      the domain that it is limited to, or null
 * @param contact     how the person is reached for it, or null when that was not said
 */
public record Responsibility(
        UUID id,
        ResponsibilityKind kind,
        OrganisationId organisation,
        @Nullable QualityId quality,
        @Nullable SubdivisionId subdivision,
        PersonId person,
        Instant validFrom,
        @Nullable Instant validUntil,
        BasisId basis,
        @Nullable DomainCode domain,
        @Nullable Contact contact) {

    /** One that is not for a domain, without a contact of its own. */
    public Responsibility(
            UUID id,
            ResponsibilityKind kind,
            OrganisationId organisation,
            @Nullable QualityId quality,
            @Nullable SubdivisionId subdivision,
            PersonId person,
            Instant validFrom,
            @Nullable Instant validUntil,
            BasisId basis) {
        this(id, kind, organisation, quality, subdivision, person, validFrom, validUntil, basis, null, null);
    }

    /** Whether it holds at that instant, blocked or not. */
    public boolean runs(Instant at) {
        return !validFrom.isAfter(at) && (validUntil == null || validUntil.isAfter(at));
    }
}
