package be.designations.mandate;

import be.designations.access.BasisId;
import be.designations.casework.CaseId;
import be.designations.directory.PersonId;
import be.designations.dpd.MandateEndReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a mandate ends, as it is told and followed.
 *
 * @param cause           not {@link MandateEndReason#REPLACEMENT}: that is told by the dossier of the mandate that follows
 * @param endsAt          the first instant at which it no longer runs
 * @param formerEnd       when it would have ended without this, or null for no known end
 * @param formerEndReason why it would have ended then, or null when nothing had decided it
 * @param formerBasis     by which decision, or null
 * @param basis           the decision that it ends, or null when it ended by its date
 * @param outcome         how it was settled, or null as long as it is not
 * @param settledBy       who settled it, or null when time did
 */
public record MandateEnd(
        CaseId caseId,
        UUID mandate,
        MandateEndReason cause,
        Instant endsAt,
        @Nullable Instant formerEnd,
        @Nullable MandateEndReason formerEndReason,
        @Nullable BasisId formerBasis,
        @Nullable BasisId basis,
        @Nullable MandateEndStatus outcome,
        @Nullable PersonId settledBy,
        @Nullable Instant settledAt) {

    static MandateEnd announced(
            CaseId caseId, MandateState mandate, MandateEndReason cause, Instant endsAt, @Nullable BasisId basis) {
        return new MandateEnd(
                caseId,
                mandate.id(),
                cause,
                endsAt,
                mandate.until(),
                mandate.endReason(),
                mandate.endedBasis(),
                basis,
                null,
                null,
                null);
    }

    /** @throws IllegalStateException when it is settled already */
    MandateEnd settle(MandateEndStatus how, @Nullable PersonId by, Instant at) {
        if (outcome != null) {
            throw new IllegalStateException("settled already: " + caseId);
        }
        return new MandateEnd(
                caseId, mandate, cause, endsAt, formerEnd, formerEndReason, formerBasis, basis, how, by, at);
    }

    public boolean isOpen() {
        return outcome == null;
    }
}
