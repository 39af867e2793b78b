package be.designations.dpd.api;

import be.designations.api.CodedText;
import be.designations.api.OrganisationReference;
import be.designations.dpd.DpdAnswers.DpdDecision.Verdict;
import be.designations.dpd.DpdAnswers.DpdOpinion.Advice;
import be.designations.dpd.RefusalGround;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is particular to the dossier of an application, as one of its readers sees it. */
@Schema(name = "DpdDossier")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApplicationDetails(
        OrganisationReference cpas,
        UUID applicationId,
        Candidate candidate,
        Instant submittedAt,
        String submittedBy,

        @Nullable @Schema(description = "The dossier of the refused application that this one follows")
        String previousNumber,

        @Schema(ref = "#/components/schemas/DpdApplicationAnswers")
        Map<String, Object> answers,

        @Nullable @Schema(description = "Since when the answers are gone, their retention period being over")
        Instant answersRemovedAt,

        @Schema(
                description =
                        "The answers each time they were sent, the first first: when BCSS asked to complete the file there are "
                                + "several, the last being the answers above")
        List<Version> versions,

        @Schema(description = "What BCSS and SPP IS should weigh; shown to them only")
        List<CodedText> warnings,

        @Nullable Opinion opinion,
        @Nullable Decision decision,
        @Nullable Mandate mandate) {

    /** @param niss masked for readers whom it does not concern */
    @Schema(name = "DossierCandidate")
    record Candidate(
            String firstName,
            String lastName,

            @Schema(
                    description = "Eleven digits; masked for readers whom it does not concern",
                    example = "**.**.**-***.28")
            String niss) {}

    /** What was sent once. */
    @Schema(name = "DpdAnswersVersion")
    record Version(
            @Schema(description = "From 1") int number,

            Instant sentAt,
            String sentBy,

            @Schema(ref = "#/components/schemas/DpdApplicationAnswers")
            Map<String, Object> answers,

            @Schema(description = "What differs from the version before")
            List<AnswerChange> changes,

            @Schema(description = "Names of the documents added since the version before")
            List<String> documents) {}

    @Schema(name = "DossierOpinion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Opinion(
            Advice opinion,
            String reasons,
            String givenBy,

            @Nullable @Schema(description = "Whose deputy that was; absent when it was done in one's own name")
            String inPlaceOf,

            Instant givenAt) {}

    @Schema(name = "DossierDecision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decision(
            Verdict decision,

            @Nullable
            @Schema(description = "For what it was refused; NOT_SAID before it was asked, absent for an approval")
            RefusalGround ground,

            @Nullable String reason,
            String decidedBy,

            @Nullable @Schema(description = "Whose deputy that was; absent when it was done in one's own name")
            String inPlaceOf,

            Instant decidedAt) {}

    @Schema(name = "DossierMandate")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mandate(
            BigDecimal hoursPerWeek,
            Instant validFrom,

            @Nullable @Schema(description = "The first instant at which it no longer runs; absent when no end is known")
            Instant validUntil) {}
}
