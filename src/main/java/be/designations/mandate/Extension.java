package be.designations.mandate;

import be.designations.access.BasisId;
import be.designations.casework.CaseId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a CPAS asks: that a mandate with an end go on.
 *
 * @param lastDay   the last day that is asked for
 * @param reason    why
 * @param formerEnd when the mandate would end without it
 * @param outcome   what became of it, or null as long as it waits
 * @param decidedBy who decided or took it back, or null when it lapsed
 * @param words     their words, or null
 * @param basis     the decision that the mandate goes on, or null
 */
public record Extension(
        CaseId caseId,
        UUID mandate,
        LocalDate lastDay,
        String reason,
        PersonId askedBy,
        Instant askedAt,
        Instant formerEnd,
        @Nullable ExtensionStatus outcome,
        @Nullable PersonId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String words,
        @Nullable BasisId basis) {

    /** @throws IllegalStateException when it is settled already */
    Extension settle(
            ExtensionStatus how, @Nullable PersonId by, Instant at, @Nullable String said, @Nullable BasisId decision) {
        if (outcome != null) {
            throw new IllegalStateException("settled already: " + caseId);
        }
        return new Extension(
                caseId, mandate, lastDay, reason, askedBy, askedAt, formerEnd, how, by, at, said, decision);
    }

    public boolean isOpen() {
        return outcome == null;
    }
}
