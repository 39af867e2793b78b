package be.designations.expiry;

import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A right or a working relationship that ends soon.
 *
 * @param quality of a right, or null
 * @param code    of the role, or the category of the relationship
 * @param until   the first instant at which it no longer holds
 * @param letGo   whether somebody has decided that it ends
 */
public record Ending(
        UUID id,
        Kind kind,
        PersonId person,
        String personName,
        OrganisationId organisation,
        @Nullable QualityId quality,
        @Nullable QualityKind qualityKind,
        String code,
        Instant until,
        boolean letGo) {

    public enum Kind {
        RIGHT,
        RELATIONSHIP
    }
}
