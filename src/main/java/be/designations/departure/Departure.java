package be.designations.departure;

import be.designations.access.BasisId;
import be.designations.casework.CaseId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a working relationship ends, as it is told and followed.
 *
 * @param endsAt    the first instant at which it no longer holds
 * @param basis     the decision to end it, or null when it ended by its date
 * @param outcome   how it was settled, or null as long as it is not
 */
public record Departure(
        CaseId caseId,
        UUID relationship,
        Instant endsAt,
        @Nullable BasisId basis,
        @Nullable DepartureStatus outcome,
        @Nullable Instant settledAt) {

    static Departure announced(CaseId caseId, UUID relationship, Instant endsAt, @Nullable BasisId basis) {
        return new Departure(caseId, relationship, endsAt, basis, null, null);
    }

    /** @throws IllegalStateException when it is settled already */
    Departure settle(DepartureStatus how, Instant at) {
        if (outcome != null) {
            throw new IllegalStateException("settled already: " + caseId);
        }
        return new Departure(caseId, relationship, endsAt, basis, how, at);
    }

    public boolean isOpen() {
        return outcome == null;
    }
}
