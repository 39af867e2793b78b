package be.designations.dpd.api;

import be.designations.api.CodedText;
import be.designations.api.Issue;
import be.designations.api.OrganisationReference;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application, from its draft on. */
@Schema(name = "DpdApplication")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftResource(
        UUID id,

        @Schema(description = "Counts the changes; send it back with the next one", example = "3")
        int version,

        CodedText status,
        OrganisationReference cpas,

        @Nullable @Schema(description = "The number of the dossier, once it is sent", example = "DPD-2026-00001")
        String dossier,

        @Schema(ref = "#/components/schemas/DpdApplicationAnswers")
        Map<String, Object> answers,

        @Nullable @Schema(description = "Since when the answers are gone, their retention period being over")
        Instant answersRemovedAt,

        @Schema(
                description =
                        "What keeps a draft from being sent as it is: answers that are missing or wrong, and rules that they break")
        List<Issue> issues,

        @Nullable @Schema(description = "Who changed it last; absent when a deadline did")
        String lastChangedBy,

        Instant lastChangedAt) {}
