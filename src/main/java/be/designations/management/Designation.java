package be.designations.management;

import be.designations.identifier.Niss;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a manager designates.
 *
 * @param relationship    what ties the person to the entity, needed only when the directory does not know it
 * @param confirmsRemoval whether what the person is in the quality and cannot stay may go (S002 §2)
 * @param reason          the words of the manager, or null
 * @param seen            who had the post when the manager looked, or null when that does not matter; for a post of one
 */
public record Designation(
        Niss niss,
        @Nullable RelationshipDeclaration relationship,
        boolean confirmsRemoval,
        @Nullable String reason,
        @Nullable Incumbency seen) {

    /** @param responsibility of whoever has a post, or null when nobody has it */
    public record Incumbency(@Nullable UUID responsibility) {}
}
