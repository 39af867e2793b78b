package be.designations.management;

import be.designations.access.SubdivisionId;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.identifier.Niss;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user to add to a quality.
 *
 * @param relationship what ties the person to the entity, needed only when the directory does not know it
 * @param subdivision  of the quality, or null for none
 * @param lastDay      the last day as a user and of the rights, or null when no end is given
 * @param reason       the words of the manager, or null
 * @param roles        codes of the catalogue of which the user gets rights at once; who grants those of a domain only names
 *                     at least one
 * @param context      the establishment units to which those rights are limited
 * @param wholeEntity  said on purpose for a role that takes a context and is to hold without one (D21)
 */
public record NewUser(
        Niss niss,
        @Nullable RelationshipDeclaration relationship,
        @Nullable SubdivisionId subdivision,
        @Nullable LocalDate lastDay,
        @Nullable String reason,
        Set<String> roles,
        Set<EstablishmentUnitNumber> context,
        boolean wholeEntity) {

    public NewUser {
        roles = Set.copyOf(roles);
        context = Set.copyOf(context);
    }
}
