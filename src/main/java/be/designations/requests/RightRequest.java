package be.designations.requests;

import be.designations.access.QualityId;
import be.designations.casework.CaseContent;
import be.designations.casework.CaseId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The request of a person for a right of one role in one quality.
 *
 * @param outcome   what became of it, or null while it is open
 * @param settledBy who settled it, or null
 * @param answer    the words of who settled it, or null
 */
public record RightRequest(
        CaseId caseId,
        PersonId person,
        QualityId quality,
        String role,
        WantedRight wanted,
        Instant askedAt,
        @Nullable RightRequestStatus outcome,
        @Nullable PersonId settledBy,
        @Nullable Instant settledAt,
        @Nullable String answer)
        implements CaseContent {

    static RightRequest asked(
            CaseId caseId, PersonId person, QualityId quality, String role, WantedRight wanted, Instant at) {
        return new RightRequest(caseId, person, quality, role, wanted, at, null, null, null, null);
    }

    /** @throws IllegalStateException when it is settled already */
    RightRequest settle(RightRequestStatus how, PersonId by, Instant at, @Nullable String words) {
        if (!isOpen()) {
            throw new IllegalStateException("settled already: " + caseId);
        }
        return new RightRequest(caseId, person, quality, role, wanted, askedAt, how, by, at, words);
    }

    public boolean isOpen() {
        return outcome == null;
    }

    @Override
    public String subject() {
        return "right-request";
    }

    @Override
    public UUID subjectId() {
        return caseId.value();
    }

    @Override
    public PersonId lastChangedBy() {
        return settledBy == null ? person : settledBy;
    }

    @Override
    public Instant lastChangedAt() {
        return settledAt == null ? askedAt : settledAt;
    }
}
