package be.designations.principalmanager.api;

import be.designations.api.CodedText;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the caller stands who wants to designate the principal access manager of an enterprise. */
@Schema(name = "PrincipalManagerSituation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SituationResource(
        EnterpriseResource enterprise,

        @Schema(description = "What the register of enterprises says of you there")
        CodedText recognition,

        @Schema(description = "Whether the request would go by the special procedure, on documents")
        boolean special,

        @Schema(description = "Whether what ties the person to the enterprise is still to be declared")
        boolean relationshipNeeded,

        @Nullable @Schema(description = "Who is it now; absent when nobody is, or when it is not yours to know")
        IncumbentResource principalManager,

        @Nullable @Schema(description = "A request of yours that is under way", example = "GAP-2026-00001")
        String openDossier,

        @Schema(description = "Whether answers of yours are kept")
        boolean draft,

        List<DocumentResource> documents) {}
