package be.designations.localmanager;

import be.designations.access.QualityId;
import be.designations.casework.CaseContent;
import be.designations.casework.CaseId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The change of a local manager that a dossier asks for.
 *
 * @param newManager       who is to become local manager
 * @param formerManager    who was local manager until then, or null when nobody was or the change is not applied
 * @param instructedBy     the principal or co-principal access manager who gave the word, or null
 * @param removalConfirmed whether that manager confirmed that what is in the way goes
 * @param appliedAt        since when the new local manager is in office, or null
 */
public record LocalManagerChange(
        CaseId caseId,
        QualityId quality,
        Instant askedAt,
        PersonId newManager,
        @Nullable PersonId formerManager,
        @Nullable PersonId instructedBy,
        @Nullable Instant instructedAt,
        boolean removalConfirmed,
        @Nullable Instant appliedAt)
        implements CaseContent {

    static LocalManagerChange asked(CaseId caseId, QualityId quality, PersonId newManager, Instant at) {
        return new LocalManagerChange(caseId, quality, at, newManager, null, null, null, false, null);
    }

    LocalManagerChange instruct(PersonId by, Instant at, boolean removal) {
        return new LocalManagerChange(caseId, quality, askedAt, newManager, formerManager, by, at, removal, appliedAt);
    }

    LocalManagerChange apply(@Nullable PersonId former, Instant at) {
        return new LocalManagerChange(
                caseId, quality, askedAt, newManager, former, instructedBy, instructedAt, removalConfirmed, at);
    }

    public boolean isApplied() {
        return appliedAt != null;
    }

    /** Whether the word is still to be given. */
    boolean isAwaited() {
        return instructedBy == null && !isApplied();
    }

    @Override
    public String subject() {
        return "quality";
    }

    @Override
    public UUID subjectId() {
        return quality.value();
    }

    @Override
    public @Nullable PersonId lastChangedBy() {
        return instructedBy;
    }

    @Override
    public Instant lastChangedAt() {
        if (instructedAt != null) {
            return instructedAt;
        }
        return appliedAt == null ? askedAt : appliedAt;
    }
}
