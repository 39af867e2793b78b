package be.designations.principalmanager.api;

import be.designations.api.CodedText;
import be.designations.api.OrganisationReference;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is particular to a request to designate a principal access manager, as its reader may see it. */
@Schema(name = "PrincipalManagerDossier")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DesignationResource(
        @Schema(description = "Its number, as number says it too", example = "GAP-2026-00001")
        String dossier,

        OrganisationReference entity,
        String requestedBy,
        Instant requestedAt,

        @Schema(description = "Who is to be designated, or was")
        String manager,

        @Schema(description = "Whether support verifies the mandate on documents")
        boolean special,

        @Nullable @Schema(description = "What the register of enterprises last said")
        CodedText recognition,

        @Nullable @Schema(description = "When it was last asked")
        Instant askedAt,

        @Nullable @Schema(description = "Why the register does not show the mandate; for whoever asked and for support")
        CodedText ground,

        @Nullable @Schema(description = "For whoever asked and for support")
        String explanation,

        @Nullable
        @Schema(description = "Since when explanation and contact are gone, their retention period being over")
        Instant answersRemovedAt,

        @Nullable @Schema(description = "Who is principal access manager now; for support")
        IncumbentResource principalManager,

        @Nullable @Schema(description = "Why support accepted or refused")
        String reason,

        @Nullable @Schema(description = "Who was principal access manager until then")
        String formerManager,

        @Nullable @Schema(description = "By when the mandate is to be verified")
        Instant dueAt,

        @Nullable @Schema(description = "Since when nothing more happens")
        Instant settledAt,

        @Schema(description = "Whether you may take it back now")
        boolean mayWithdraw,

        @Schema(description = "Whether you may verify the mandate now")
        boolean mayVerify,

        @Nullable @Schema(description = "Why you, of support, may not verify it")
        CodedText hindrance) {}
