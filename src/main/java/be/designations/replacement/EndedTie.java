package be.designations.replacement;

import be.designations.directory.LegalFunctionKind;
import be.designations.directory.RelationshipCategory;
import org.jspecify.annotations.Nullable;

/**
 * A legal function or a working relationship that has ended.
 *
 * @param function     which function, or null for a working relationship
 * @param relationship which working relationship, or null for a function
 */
public record EndedTie(
        @Nullable LegalFunctionKind function, @Nullable RelationshipCategory relationship) {

    /** Message key {@code replacement.tie.<code>}. */
    public String code() {
        if (function != null) {
            return function.name();
        }
        // A register that was corrected since does not say any more what it was.
        return relationship == null ? "UNKNOWN" : relationship.name();
    }
}
