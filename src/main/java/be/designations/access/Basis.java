package be.designations.access;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a responsibility or right is what it is: no access without a reason.
 *
 * @param caseId     the dossier in which it was decided, or null for a single decision of a manager
 * @param operation  what was done, in kebab case ({@code local-manager-change})
 * @param decidedBy  who decided, or null when the reference data of the start said so
 * @param legalBasis the rule applied, as a code of the bundles, or null
 * @param reason     the words of who decided, or null
 * @param inPlaceOf  whose deputy decided (D84), or null
 */
public record Basis(
        BasisId id,
        @Nullable UUID caseId,
        String operation,
        @Nullable PersonId decidedBy,
        Instant decidedAt,
        @Nullable String legalBasis,
        @Nullable String reason,
        @Nullable PersonId inPlaceOf) {

    /** The same decision, as one of that dossier. */
    public Basis in(UUID dossier) {
        return new Basis(id, dossier, operation, decidedBy, decidedAt, legalBasis, reason, inPlaceOf);
    }

    public static Basis of(
            @Nullable UUID caseId,
            String operation,
            @Nullable PersonId decidedBy,
            Instant decidedAt,
            @Nullable String legalBasis,
            @Nullable String reason) {
        return new Basis(
                new BasisId(UUID.randomUUID()), caseId, operation, decidedBy, decidedAt, legalBasis, reason, null);
    }

    /** The same, decided by a deputy of that person; null for in one’s own name. */
    public Basis inPlaceOf(@Nullable PersonId principal) {
        return new Basis(id, caseId, operation, decidedBy, decidedAt, legalBasis, reason, principal);
    }
}
