package be.designations.figures.api;

import be.designations.figures.Slice;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for. */
record SliceAsked(
        @Nullable
        @Min(0)
        @Max(100_000)
        @Parameter(
                description = "Number of the page before; take it from the link next",
                schema = @Schema(type = "integer", format = "int32", defaultValue = "0"))
        Integer after,

        @Nullable
        @Min(1)
        @Max(100)
        @Parameter(schema = @Schema(type = "integer", format = "int32", defaultValue = "50"))
        Integer size) {

    Slice read() {
        return new Slice(after == null ? 1 : after + 1, size == null ? 50 : size);
    }
}
