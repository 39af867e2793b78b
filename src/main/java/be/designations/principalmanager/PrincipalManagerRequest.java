package be.designations.principalmanager;

import be.designations.access.Contact;
import be.designations.casework.CaseContent;
import be.designations.casework.CaseId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to designate a principal access manager.
 *
 * @param claim          for the special procedure, else null
 * @param manager        who is to be designated
 * @param named          the last name that was typed with the number of that person; null when whoever asks names themselves
 * @param seenManager    the responsibility that whoever asks, or support, saw and replaces; null when nobody had it
 * @param registerAnswer what the register of enterprises last said, or null in the special procedure
 * @param registerDay    the day that goes with it, or null
 * @param askedAt        when it was last asked
 * @param attempts       how often the process has asked it
 * @param verdict        of support, in the special procedure, once given
 * @param formerManager  who was principal access manager until then, or null
 * @param settledAt      since when nothing more happens, or null
 * @param answersRemovedAt since when explanation and contact are empty, their term being over (D33), or null
 */
public record PrincipalManagerRequest(
        RequestId id,
        CaseId caseId,
        OrganisationId organisation,
        PersonId requestedBy,
        Instant filedAt,
        @Nullable Claim claim,
        PersonId manager,
        @Nullable String named,
        Contact contact,
        @Nullable Tie tie,
        @Nullable UUID seenManager,
        RequestStatus status,
        @Nullable Recognition registerAnswer,
        @Nullable LocalDate registerDay,
        @Nullable Instant askedAt,
        int attempts,
        @Nullable Verdict verdict,
        @Nullable PersonId formerManager,
        @Nullable Instant settledAt,
        @Nullable Instant answersRemovedAt)
        implements CaseContent {

    /**
     * @param inPlaceOf whose deputy gave it, or null
     * @param reason    required for a refusal
     */
    public record Verdict(
            PersonId by,
            @Nullable PersonId inPlaceOf,
            Instant at,
            boolean accepted,
            @Nullable String reason) {}

    @Override
    public String subject() {
        return "principal-manager-request";
    }

    @Override
    public UUID subjectId() {
        return id.value();
    }

    @Override
    public @Nullable PersonId lastChangedBy() {
        return switch (status) {
            case WITHDRAWN -> requestedBy;
            case REFUSED, DESIGNATED -> verdict == null ? null : verdict.by();
            default -> null;
        };
    }

    @Override
    public Instant lastChangedAt() {
        return settledAt == null ? filedAt : settledAt;
    }

    /** Whether the mandate is shown by documents, not by the register. */
    public boolean isSpecial() {
        return claim != null;
    }

    PrincipalManagerRequest answered(Recognition answer, @Nullable LocalDate day, Instant at) {
        return with(seenManager, status, answer, day, at, attempts + 1, verdict, formerManager, settledAt);
    }

    PrincipalManagerRequest decided(Verdict given, @Nullable UUID seen) {
        return with(seen, status, registerAnswer, registerDay, askedAt, attempts, given, formerManager, settledAt);
    }

    PrincipalManagerRequest settled(RequestStatus last, @Nullable PersonId former, Instant at) {
        return with(seenManager, last, registerAnswer, registerDay, askedAt, attempts, verdict, former, at);
    }

    /** What was asked stays; what becomes of it changes. */
    private PrincipalManagerRequest with(
            @Nullable UUID seen,
            RequestStatus newStatus,
            @Nullable Recognition answer,
            @Nullable LocalDate day,
            @Nullable Instant asked,
            int newAttempts,
            @Nullable Verdict given,
            @Nullable PersonId former,
            @Nullable Instant settled) {
        return new PrincipalManagerRequest(
                id,
                caseId,
                organisation,
                requestedBy,
                filedAt,
                claim,
                manager,
                named,
                contact,
                tie,
                seen,
                newStatus,
                answer,
                day,
                asked,
                newAttempts,
                given,
                former,
                settled,
                null);
    }
}
