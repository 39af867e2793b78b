package be.designations.management;

import be.designations.identifier.Niss;
import org.jspecify.annotations.Nullable;

/**
 * Whom a manager designates.
 *
 * @param relationship    what ties the person to the entity, needed only when the directory does not know it
 * @param confirmsRemoval whether what the person is in the quality and cannot stay may go (S002 §2)
 * @param reason          the words of the manager, or null
 */
public record Designation(
        Niss niss,
        @Nullable RelationshipDeclaration relationship,
        boolean confirmsRemoval,
        @Nullable String reason) {}
