package be.designations.localmanager.api;

import be.designations.api.CodedText;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of local manager, before the word is given and after. */
@Schema(name = "LocalManagerChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LocalManagerChangeResource(
        @Schema(example = "DPD-2026-00001") String dossier,
        UUID qualityId,
        CodedText quality,

        @Schema(description = "The approved officer; the NISS is masked, as whoever gives the word types it")
        NewManager newManager,

        @Nullable @Schema(description = "Who is local manager now; absent when nobody is")
        String localManager,

        @Schema(description = "What the new local manager is in the quality already and would cease to be")
        List<CodedText> inTheWay,

        @Schema(description = "What the new local manager is in the quality already and stays")
        List<CodedText> staying,

        @Schema(description = "The codes of the roles that would go with it")
        List<String> rightsInTheWay,

        @Schema(description = "Whether confirmRemoval must be true")
        boolean needsRemoval,

        Instant askedAt,

        @Nullable @Schema(description = "When the word was given; absent as long as it was not")
        Instant instructedAt,

        @Nullable @Schema(description = "Since when the new local manager is in office")
        Instant appliedAt) {

    @Schema(name = "NewLocalManager")
    record NewManager(
            String firstName,
            String lastName,
            @Schema(example = "**.**.**-***.28") String niss) {}
}
