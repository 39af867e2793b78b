package be.designations.requests;

import be.designations.directory.RelationshipCategory;
import be.designations.management.Grant;
import be.designations.management.RelationshipDeclaration;
import be.designations.rules.RejectedException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a manager grants; the answers to {@code forms/right-grant.form}. Period and context are the manager's to set.
 *
 * @param wholeEntity         said on purpose for a role that takes a context and is to hold without one (D21)
 * @param category            of the working relationship, only where nothing ties the person to the entity; so are the three
 *                            that follow
 * @param relationshipLastDay the last day of that relationship
 * @param relationshipReason  why the person is tied to the entity (D22)
 */
record RightGrant(
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable List<String> context,
        boolean wholeEntity,
        @Nullable String reason,
        @Nullable RelationshipCategory category,
        @Nullable String email,
        @Nullable String phone,
        @Nullable LocalDate relationshipLastDay,
        @Nullable String relationshipReason) {

    /** @throws RejectedException for a place that cannot be one */
    Grant right(String role) {
        return new Grant(Set.of(role), RightRequestPlaces.units(context), wholeEntity, null, firstDay, lastDay, reason);
    }

    /** The relationship that is declared, or null when none is. */
    @Nullable
    RelationshipDeclaration relationship() {
        return category == null
                ? null
                : new RelationshipDeclaration(
                        category, email == null ? "" : email, phone == null ? "" : phone, relationshipLastDay);
    }
}
