package be.designations.decisions;

import be.designations.access.Translated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param person whom it is about; null when nobody is known by what was sent
 * @param ground what it rests on, or what comes closest; null when there is nothing
 * @param standing how the person stands inside the application; null when no function is asked about
 */
public record Decision(
        Reason reason,
        @Nullable UUID person,
        @Nullable Ground ground,
        @Nullable Standing standing) {

    /** @param of what is asked about */
    static Decision without(Reason reason, String of) {
        return new Decision(reason, null, null, of.equals(ResourceType.FUNCTION.code()) ? Standing.NONE : null);
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
     * How somebody stands inside an application, in view of one function of it.
     *
     * @param entered       whether they have entered it
     * @param stands        whether what they were given holds
     * @param inactiveSince null unless a manager has deactivated them
     * @param profiles      those that have the function; empty also when the asker does not see on what it rests
     * @param any           whether a profile has the function
     */
    public record Standing(
            boolean entered,
            boolean stands,
            @Nullable Instant inactiveSince,
            boolean any,
            List<GivenProfile> profiles) {

        static final Standing NONE = new Standing(false, false, null, false, List.of());

        public Standing {
            profiles = List.copyOf(profiles);
        }
    }

    /** A profile that the person has had since then. */
    public record GivenProfile(UUID id, Translated name, Instant since) {}

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
