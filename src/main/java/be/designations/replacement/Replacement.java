package be.designations.replacement;

import be.designations.casework.CaseId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The request to replace a manager, because a tie to the entity has ended.
 *
 * @param responsibility what that manager is to be replaced as
 * @param tieEndedAt     the first instant at which the tie no longer held
 * @param outcome        how it was settled, or null as long as it is not
 * @param settledBy      who settled it, or null when nobody did: a period ended or began by itself
 * @param reason         the words of who declared a new tie, or null
 */
public record Replacement(
        CaseId caseId,
        UUID responsibility,
        Instant tieEndedAt,
        Instant askedAt,
        @Nullable ReplacementStatus outcome,
        @Nullable PersonId settledBy,
        @Nullable Instant settledAt,
        @Nullable String reason) {

    static Replacement asked(CaseId caseId, UUID responsibility, Instant tieEndedAt, Instant at) {
        return new Replacement(caseId, responsibility, tieEndedAt, at, null, null, null, null);
    }

    /** @throws IllegalStateException when it is settled already */
    Replacement settle(ReplacementStatus how, @Nullable PersonId by, Instant at, @Nullable String words) {
        if (!isOpen()) {
            throw new IllegalStateException("settled already: " + caseId);
        }
        return new Replacement(caseId, responsibility, tieEndedAt, askedAt, how, by, at, words);
    }

    public ReplacementStatus status() {
        return outcome == null ? ReplacementStatus.ASKED : outcome;
    }

    public boolean isOpen() {
        return outcome == null;
    }
}
