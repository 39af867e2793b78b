package be.designations.decisions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param person whom it is about; null when nobody is known by what was sent
 * @param ground what it rests on, or what comes closest; null when there is nothing
 */
public record Decision(
        Reason reason, @Nullable UUID person, @Nullable Ground ground) {

    static Decision without(Reason reason) {
        return new Decision(reason, null, null);
    }

    public boolean isPermitted() {
        return reason.permits();
    }

    /**
     * A right, or the responsibility of a local manager.
     *
     * @param id           that of the right, or of the responsibility
     * @param role         its code; null for a local manager
     * @param units        the establishment units to which it is limited; empty for the whole entity
     * @param blockedSince null when it is not blocked
     * @param basis        the decision that gave it, ended it or blocked it; null when the asker does not see it
     */
    public record Ground(
            UUID id,
            String capacity,
            @Nullable String role,
            String entity,
            UUID quality,
            String qualityKind,
            List<String> units,
            int neededLevel,
            Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Instant blockedSince,
            @Nullable DecidedBy basis) {

        public Ground {
            units = List.copyOf(units);
        }
    }

    /**
     * The decision that stands behind it, without a name.
     *
     * @param dossier the number of the dossier; null when it was decided without one
     */
    public record DecidedBy(
            UUID id,
            String operation,
            @Nullable String dossier,
            Instant decidedAt,
            @Nullable String legalBasis) {}
}
