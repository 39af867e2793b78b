package be.designations.requests.api;

import be.designations.api.CodedText;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is particular to a request for a right. */
@Schema(name = "RightRequest")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RightRequestResource(
        @Schema(description = "Who asks", example = "Ursule Test")
        String requester,

        @Schema(description = "Of the catalogue") CodedText role,
        CodedText quality,
        UUID qualityId,

        @Schema(description = "Establishment units where the right is wanted; empty for the whole entity")
        List<String> establishmentUnits,

        @Nullable @Schema(description = "The last day on which it is wanted")
        LocalDate lastDay,

        @Schema(description = "For what it is needed") String reason,

        @Schema(description = "Whether the working relationship is to be declared when the right is granted")
        boolean relationshipToDeclare,

        @Schema(description = "Whether the person has such a right by another decision meanwhile")
        boolean needless,

        Instant askedAt,

        @Nullable @Schema(description = "The words of who answered")
        String answer) {}
