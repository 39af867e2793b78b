package be.designations.access;

import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a person is something in an entity or quality, for a time.
 *
 * @param quality    the quality, or null when the responsibility is for the whole entity
 * @param validUntil the first instant at which it no longer holds, or null when no end is known
 * @param basis      the decision that gave it
 */
public record Responsibility(
        UUID id,
        ResponsibilityKind kind,
        OrganisationId organisation,
        @Nullable QualityId quality,
        PersonId person,
        Instant validFrom,
        @Nullable Instant validUntil,
        BasisId basis) {}
