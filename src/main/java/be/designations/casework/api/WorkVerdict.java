package be.designations.casework.api;

import be.designations.api.CodedText;
import be.designations.api.Texts;
import be.designations.casework.WorkHandling;
import be.designations.rules.Rejection;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one of several. */
@Schema(name = "WorkItemVerdict")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkVerdict(
        @Schema(example = "DPD-2026-00001") String dossier,
        boolean done,

        @Nullable @Schema(description = "Why nothing was done; absent when it was")
        CodedText reason) {

    static WorkVerdict of(WorkHandling.Verdict verdict, Texts texts) {
        Rejection refusal = verdict.refusal();
        return new WorkVerdict(
                verdict.number().value(),
                verdict.done(),
                refusal == null ? null : texts.coded(refusal.code(), refusal.messageKey(), refusal.arguments()));
    }
}
