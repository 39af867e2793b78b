package be.designations.access;

import be.designations.directory.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person is, now, for an organisation.
 *
 * @param quality the quality it is limited to, or null when it is for the whole organisation
 */
public record Capacity(
        CapacityKind kind,
        OrganisationId organisation,
        @Nullable QualityId quality) {}
