package be.designations.reviews;

import be.designations.access.QualityId;
import be.designations.casework.CaseContent;
import be.designations.casework.CaseId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The review of one quality in a campaign.
 *
 * @param lastAnsweredBy who answered last, or null
 * @param closedAt       or null while it is open
 */
public record Review(
        CaseId caseId,
        Campaign campaign,
        QualityId quality,
        Counts counts,
        @Nullable PersonId lastAnsweredBy,
        @Nullable Instant lastAnsweredAt,
        @Nullable Instant closedAt)
        implements CaseContent {

    public boolean isOpen() {
        return closedAt == null;
    }

    /** Whether nothing waits for an answer any more, so that it can be closed. */
    boolean isAnswered() {
        return isOpen() && counts.open() == 0;
    }

    @Override
    public String subject() {
        return "access-review";
    }

    @Override
    public UUID subjectId() {
        return caseId.value();
    }

    @Override
    public @Nullable PersonId lastChangedBy() {
        if (closedAt == null || closedAt.isBefore(campaign.endsAt())) {
            Campaign.Stop stop = campaign.stop();
            return stop == null || closedAt == null || closedAt.isBefore(stop.at()) ? lastAnsweredBy : stop.by();
        }
        return null;
    }

    @Override
    public Instant lastChangedAt() {
        Instant answered = lastAnsweredAt == null ? campaign.startedAt() : lastAnsweredAt;
        return closedAt == null ? answered : closedAt;
    }
}
