package be.designations.access;

import be.designations.directory.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person is, now, for an organisation.
 *
 * @param quality the quality it is limited to, or null when it is for the whole organisation
 * @param domain  the domain it is limited to, or null
 */
public record Capacity(
        CapacityKind kind,
        OrganisationId organisation,
        @Nullable QualityId quality,
        @Nullable DomainCode domain) {

    /** One that is not for a domain. */
    public Capacity(CapacityKind kind, OrganisationId organisation, @Nullable QualityId quality) {
        this(kind, organisation, quality, null);
    }
}
