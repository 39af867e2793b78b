package be.designations.dpd.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer that differs from the one before. */
@Schema(name = "DpdAnswerChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnswerChange(
        @Schema(description = "The field of the form", example = "hoursPerWeek")
        String field,

        @Nullable @Schema(description = "Absent when there was no answer")
        Object before,

        @Nullable @Schema(description = "Absent when there is none any more")
        Object after) {}
