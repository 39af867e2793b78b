package be.designations.insight;

import be.designations.access.Basis;
import be.designations.access.BasisId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why something began, was confirmed or ended: a decision as the pages show it.
 *
 * @param id         of the decision
 * @param operation  what was done, as in {@link Basis}
 * @param decidedBy  who decided, or null when the reference data of the start said so
 * @param inPlaceOf  the name of whose deputy decided (D84), or null
 * @param legalBasis the rule applied, as a code of the bundles, or null
 * @param reason     the words of who decided, or null
 * @param dossier    the number of the dossier in which it was decided, or null
 * @param letter     the reference of the letter by which it designates somebody, or null; those of a dossier stand there (D116)
 * @param formerUntil when it would have ended without it, or null where it changed no end
 */
public record Grounds(
        BasisId id,
        String operation,
        Instant decidedAt,
        @Nullable NamedPerson decidedBy,
        @Nullable String inPlaceOf,
        @Nullable String legalBasis,
        @Nullable String reason,
        @Nullable String dossier,
        @Nullable String letter,
        @Nullable Instant formerUntil) {

    /** That which changed an end, and when it would have ended before. */
    public Grounds insteadOf(@Nullable Instant former) {
        return new Grounds(id, operation, decidedAt, decidedBy, inPlaceOf, legalBasis, reason, dossier, letter, former);
    }

    /** As those see it who may not read the words, nor the letter. */
    public Grounds withoutReason() {
        return new Grounds(
                id, operation, decidedAt, decidedBy, inPlaceOf, legalBasis, null, dossier, null, formerUntil);
    }
}
