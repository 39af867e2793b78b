package be.designations.dpd;

import be.designations.casework.CaseContent;
import be.designations.casework.CaseId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application of a CPAS for its data protection officer. Each verb answers with the application as it is after it,
 * and throws {@link StatusChangeRefusedException} when the application is not where that step begins.
 *
 * @param version      counts the changes; a change that was prepared on an older version is refused
 * @param answers      what was filled in, by field; kept as typed
 * @param previous     the refused application that this one follows, or null (D7)
 * @param lastChangedBy who brought it where it stands, or null when a deadline did
 * @param answersRemovedAt since when the answers are gone, their term being over (D33), or null
 * @param candidateKnown of a draft, whether the register knows the candidate by what was typed; null as long as nobody compared (D58)
 */
public record DpdApplication(
        ApplicationId id,
        OrganisationId organisation,
        ApplicationStatus status,
        int version,
        FormValues answers,
        PersonId draftedBy,
        Instant draftedAt,
        @Nullable ApplicationId previous,
        @Nullable Submission submission,
        @Nullable PersonId lastChangedBy,
        Instant lastChangedAt,
        @Nullable Instant answersRemovedAt,
        @Nullable Boolean candidateKnown)
        implements CaseContent {

    /**
     * What is fixed when the application is sent; the candidate, the hours and the days, until it is completed.
     *
     * @param startsOn the mandate begins at the earliest on this day, or null: at the approval
     * @param endsOn   the last day of the mandate, or null when no end is foreseen
     */
    public record Submission(
            CaseId caseId,
            PersonId candidate,
            PersonId submittedBy,
            Instant submittedAt,
            BigDecimal hoursPerWeek,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    static DpdApplication draft(
            OrganisationId organisation,
            FormValues answers,
            PersonId by,
            Instant at,
            @Nullable ApplicationId previous,
            @Nullable Boolean candidateKnown) {
        return new DpdApplication(
                ApplicationId.random(),
                organisation,
                ApplicationStatus.DRAFT,
                0,
                answers,
                by,
                at,
                previous,
                null,
                by,
                at,
                null,
                candidateKnown);
    }

    DpdApplication fillIn(FormValues newAnswers, @Nullable Boolean newCandidateKnown, PersonId by, Instant at) {
        if (status != ApplicationStatus.DRAFT) {
            throw new StatusChangeRefusedException(status, ApplicationStatus.DRAFT);
        }
        return new DpdApplication(
                id,
                organisation,
                status,
                version + 1,
                newAnswers,
                draftedBy,
                draftedAt,
                previous,
                null,
                by,
                at,
                null,
                newCandidateKnown);
    }

    DpdApplication submit(Submission sent) {
        guard(ApplicationStatus.AWAITING_OPINION);
        return new DpdApplication(
                id,
                organisation,
                ApplicationStatus.AWAITING_OPINION,
                version + 1,
                answers,
                draftedBy,
                draftedAt,
                previous,
                sent,
                sent.submittedBy(),
                sent.submittedAt(),
                null,
                candidateKnown);
    }

    DpdApplication askCompletion(PersonId by, Instant at) {
        return become(ApplicationStatus.AWAITING_COMPLETION, by, at);
    }

    DpdApplication complete(PersonId by, Instant at) {
        return become(ApplicationStatus.AWAITING_OPINION, by, at);
    }

    /** With what the CPAS has corrected while the file is to be completed (D19). */
    DpdApplication corrected(
            FormValues newAnswers,
            PersonId candidate,
            BigDecimal hoursPerWeek,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {
        if (status != ApplicationStatus.AWAITING_COMPLETION) {
            throw new StatusChangeRefusedException(status, ApplicationStatus.AWAITING_COMPLETION);
        }
        Submission sent = sent();
        return new DpdApplication(
                id,
                organisation,
                status,
                version,
                newAnswers,
                draftedBy,
                draftedAt,
                previous,
                new Submission(
                        sent.caseId(),
                        candidate,
                        sent.submittedBy(),
                        sent.submittedAt(),
                        hoursPerWeek,
                        startsOn,
                        endsOn),
                lastChangedBy,
                lastChangedAt,
                answersRemovedAt,
                candidateKnown);
    }

    DpdApplication receiveOpinion(PersonId by, Instant at) {
        return become(ApplicationStatus.AWAITING_DECISION, by, at);
    }

    DpdApplication approve(PersonId by, Instant at) {
        return become(ApplicationStatus.APPROVED, by, at);
    }

    DpdApplication refuse(PersonId by, Instant at) {
        return become(ApplicationStatus.REFUSED, by, at);
    }

    DpdApplication withdraw(PersonId by, Instant at) {
        return become(ApplicationStatus.WITHDRAWN, by, at);
    }

    DpdApplication lapse(Instant at) {
        return become(ApplicationStatus.LAPSED, null, at);
    }

    DpdApplication finish(Instant at) {
        return become(ApplicationStatus.COMPLETED, lastChangedBy, at);
    }

    DpdApplication giveWay(Instant at) {
        return become(ApplicationStatus.SUPERSEDED, null, at);
    }

    DpdApplication endMandate(@Nullable PersonId by, Instant at) {
        return become(ApplicationStatus.MANDATE_ENDED, by, at);
    }

    @Override
    public String subject() {
        return "dpd-application";
    }

    @Override
    public UUID subjectId() {
        return id.value();
    }

    /** The submission, which every application past its draft has. */
    public Submission sent() {
        return Objects.requireNonNull(submission, "still a draft");
    }

    private DpdApplication become(ApplicationStatus next, @Nullable PersonId by, Instant at) {
        guard(next);
        return new DpdApplication(
                id,
                organisation,
                next,
                version + 1,
                answers,
                draftedBy,
                draftedAt,
                previous,
                submission,
                by,
                at,
                null,
                candidateKnown);
    }

    private void guard(ApplicationStatus next) {
        if (!status.mayBecome(next)) {
            throw new StatusChangeRefusedException(status, next);
        }
    }
}
