package be.designations.replacement.api;

import be.designations.api.CodedText;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is particular to a request to replace a manager, before it is settled and after. */
@Schema(name = "ManagerReplacement")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ManagerReplacementResource(
        @Schema(description = "Its number, as number says it too", example = "REM-2026-00001")
        String dossier,

        @Schema(description = "Who is to be replaced", example = "Philippe Marchal")
        String manager,

        ManagerResponsibility responsibility,

        @Schema(description = "The legal function or working relationship that has ended")
        CodedText tie,

        @Schema(description = "The first instant at which it no longer held")
        Instant tieEndedAt,

        Instant askedAt,

        @Nullable @Schema(description = "End of the last working day for it; absent once it is settled")
        Instant dueAt,

        @Schema(description = "Whether you may declare that the person stays tied to the entity")
        boolean mayDeclareTie,

        @Nullable @Schema(description = "REPLACED or TIED_AGAIN; absent until then", example = "TIED_AGAIN")
        String outcome,

        @Nullable @Schema(description = "Who settled it; absent when a period did")
        String settledBy,

        @Nullable Instant settledAt,

        @Nullable @Schema(description = "Why the person stays, in the words of who declared it")
        String reason) {

    @Schema(name = "ManagerResponsibility")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ManagerResponsibility(
            UUID id,
            CodedText kind,

            @Nullable @Schema(description = "The quality that it is limited to; absent for the whole entity")
            UUID qualityId,

            @Nullable CodedText quality,

            @Nullable @Schema(description = "The name of the subdivision that it is limited to")
            String subdivision,

            @Nullable @Schema(description = "The domain of CSAM that it is limited to")
            CodedText domain) {}
}
