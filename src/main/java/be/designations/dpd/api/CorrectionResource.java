package be.designations.dpd.api;

import be.designations.api.Issue;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers of a file that is to be completed, as the CPAS corrects them. */
@Schema(name = "DpdCorrection")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CorrectionResource(
        @Schema(
                description = "Counts the changes, 0 when nothing is corrected yet; send it back with the next one",
                example = "1")
        int version,

        @Schema(description = "The number of the dossier", example = "DPD-2026-00001")
        String dossier,

        @Schema(description = "What BCSS asks") String questions,

        @Schema(ref = "#/components/schemas/DpdApplicationAnswers")
        Map<String, Object> answers,

        @Schema(description = "What differs from what was sent before")
        List<AnswerChange> changes,

        @Schema(description = "What keeps the file from being completed with these answers")
        List<Issue> issues,

        @Nullable @Schema(description = "Who changed it last; absent when nothing is corrected yet")
        String lastChangedBy,

        @Nullable Instant lastChangedAt) {}
