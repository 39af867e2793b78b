package be.designations.mandate;

import be.designations.access.Basis;
import be.designations.casework.CaseContent;
import be.designations.directory.PersonId;
import be.designations.dpd.MandateEndReason;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of a mandate with the mandate that ends.
 *
 * @param decision the decision that it ends, or null when it ended by its date
 */
public record EndingMandate(
        MandateEnd end, MandateState mandate, @Nullable Basis decision) implements CaseContent {

    @Override
    public String subject() {
        return "dpd-mandate";
    }

    @Override
    public UUID subjectId() {
        return mandate.id();
    }

    @Override
    public @Nullable PersonId lastChangedBy() {
        if (end.settledAt() != null) {
            return end.settledBy();
        }
        return decision == null ? null : decision.decidedBy();
    }

    @Override
    public Instant lastChangedAt() {
        Instant announced = decision == null ? end.endsAt() : decision.decidedAt();
        return Objects.requireNonNullElse(end.settledAt(), announced);
    }

    /** Whether the officer announced it, and not the CPAS for them. */
    boolean isByOfficer() {
        return decision != null && mandate.person().equals(decision.decidedBy());
    }

    /** What happened, as the history, mails and pages name it. */
    public String cause() {
        return switch (end.cause()) {
            case RESIGNATION -> isByOfficer() ? "resigned" : "resignation-told";
            case WITHDRAWAL -> "approval-withdrawn";
            case EXPIRY, REPLACEMENT, ENDED -> "expired";
        };
    }

    /** Whether it can be taken back: a resignation whose day has not come, and which still says when the mandate ends. */
    boolean canBeTakenBack(Instant now) {
        return end.isOpen()
                && end.cause() == MandateEndReason.RESIGNATION
                && end.endsAt().isAfter(now)
                && end.endsAt().equals(mandate.until());
    }
}
