package be.designations.mandate;

import be.designations.access.BasisId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.dpd.MandateEndReason;
import be.designations.mandate.RegisterQuery.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as it stands.
 *
 * @param dossier      number of the dossier in which it was given, or null for one older than this register
 * @param hoursPerWeek hours a week for this CPAS
 * @param until        the first instant at which it no longer runs, or null when no end is known
 * @param endReason    why it ends, or null as long as nothing but its date says so
 * @param struckOutAt  when it was struck out before it began, or null
 * @param basis        the decision that gave it
 * @param endedBasis   the decision that it ends, or null
 */
public record MandateState(
        UUID id,
        OrganisationId organisation,
        PersonId person,
        @Nullable String dossier,
        BigDecimal hoursPerWeek,
        Instant from,
        @Nullable Instant until,
        @Nullable MandateEndReason endReason,
        @Nullable Instant struckOutAt,
        BasisId basis,
        @Nullable BasisId endedBasis) {

    public boolean hasBegun(Instant at) {
        return !from.isAfter(at);
    }

    /** Whether it has ended, or will never begin. */
    public boolean isOver(Instant at) {
        return struckOutAt != null || (until != null && !until.isAfter(at));
    }

    /** How it stands at that instant. */
    public State state(Instant at) {
        if (struckOutAt != null) {
            return State.STRUCK_OUT;
        }
        if (isOver(at)) {
            return State.OVER;
        }
        if (!hasBegun(at)) {
            return State.LATER;
        }
        return endReason == null ? State.RUNNING : State.ENDING;
    }
}
