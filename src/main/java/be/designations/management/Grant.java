package be.designations.management;

import be.designations.access.SubdivisionId;
import be.designations.identifier.EstablishmentUnitNumber;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rights to grant in an entity (S003 “Recht toekennen”).
 *
 * @param roles       codes of the catalogue
 * @param context     the establishment units to which the rights are limited
 * @param wholeEntity said on purpose for a role that takes a context and is to hold without one (D21)
 * @param subdivision into which whoever becomes a user by it comes, or null for none; of a manager of one subdivision it is theirs
 * @param lastDay     the last day of the rights, or null when no end is given
 * @param reason      the words of the manager, or null
 */
public record Grant(
        Set<String> roles,
        Set<EstablishmentUnitNumber> context,
        boolean wholeEntity,
        @Nullable SubdivisionId subdivision,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String reason) {

    public Grant {
        roles = Set.copyOf(roles);
        context = Set.copyOf(context);
    }

    /** What it comes to in a quality to which these of its roles belong. */
    AddApplications of(Set<String> some) {
        return new AddApplications(some, context, wholeEntity, firstDay, lastDay, reason, false);
    }
}
