package be.designations.dpd.api;

import be.designations.api.CodedText;
import be.designations.api.OrganisationReference;
import be.designations.dpd.DossierAction;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dossier as one of its readers sees it. */
@Schema(name = "Dossier")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DossierResource(
        @Schema(example = "DPD-2026-00001") String number,

        @Schema(
                description = "Counts the changes; send it with a step to be told when somebody was faster",
                example = "2")
        int version,

        CodedText status,
        OrganisationReference cpas,
        UUID applicationId,
        Candidate candidate,
        Instant submittedAt,
        String submittedBy,
        @Nullable Instant closedAt,

        @Nullable @Schema(description = "The dossier of the refused application that this one follows")
        String previousNumber,

        @Schema(ref = "#/components/schemas/DpdApplicationAnswers")
        Map<String, Object> answers,

        @Nullable @Schema(description = "The work at which it waits; absent when it waits for nobody")
        OpenWork openWork,

        @Schema(description = "What you may do with it now") Set<DossierAction> allowedActions,

        @Schema(description = "What BCSS and SPP IS should weigh; shown to them only")
        List<CodedText> warnings,

        List<CompletionRequest> completionRequests,
        @Nullable Opinion opinion,
        @Nullable Decision decision,
        @Nullable Mandate mandate,
        List<TimelineEntry> timeline,
        List<DocumentResource> documents,
        List<Mail> mails) {

    /** @param niss masked for readers whom it does not concern */
    @Schema(name = "DossierCandidate")
    record Candidate(
            String firstName,
            String lastName,

            @Schema(
                    description = "Eleven digits; masked for readers whom it does not concern",
                    example = "**.**.**-***.28")
            String niss) {}

    @Schema(name = "DossierOpenWork")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenWork(
            CodedText kind,

            @Nullable @Schema(description = "Who has taken it; absent when nobody has")
            String assignee,

            @Schema(description = "End of the last working day for it")
            Instant dueAt) {}

    @Schema(name = "DossierCompletionRequest")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CompletionRequest(
            String askedBy,
            Instant askedAt,
            String questions,
            @Nullable Instant answeredAt,
            @Nullable String answer) {}

    enum OpinionValue {
        FAVOURABLE,
        UNFAVOURABLE
    }

    @Schema(name = "DossierOpinion")
    record Opinion(OpinionValue opinion, String reasons, String givenBy, Instant givenAt) {}

    enum DecisionValue {
        APPROVED,
        REFUSED
    }

    @Schema(name = "DossierDecision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decision(DecisionValue decision, @Nullable String reason, String decidedBy, Instant decidedAt) {}

    @Schema(name = "DossierMandate")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mandate(
            BigDecimal hoursPerWeek,
            Instant validFrom,

            @Nullable @Schema(description = "The first instant at which it no longer runs; absent when no end is known")
            Instant validUntil) {}

    @Schema(name = "DossierTimelineEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TimelineEntry(
            Instant at,
            CodedText event,

            @Nullable @Schema(description = "Who did it; absent for a deadline and for the process itself")
            String by,

            @Nullable String reason) {}

    @Schema(name = "DossierMail")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mail(
            String subject,
            String recipient,
            Instant createdAt,

            @Nullable @Schema(description = "When the mail server took it; absent as long as it did not")
            Instant sentAt) {}
}
