package be.designations.insight.api;

import be.designations.api.CodedText;
import be.designations.api.LocalizedString;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entity with those who manage it. */
@Schema(name = "Entity")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntityResource(
        @Schema(example = "0999000030") String enterpriseNumber,
        LocalizedString name,

        @Schema(description = "The principal access manager, then the co-managers")
        List<HoldingResource> managers,

        List<QualityLine> qualities,

        @Nullable @Schema(description = "The mandate that runs; absent when none does, and for what is no CPAS")
        MandateResource dataProtectionOfficer,

        @Nullable
        @Schema(description = "The dossier by which an officer is asked for at present", example = "DPD-2026-00001")
        String openDossier) {

    @Schema(name = "QualityLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QualityLine(
            UUID id,
            CodedText kind,
            @Schema(example = "0999000030") String identifier,

            @Nullable @Schema(description = "Absent when there is none")
            String localManager) {}

    @Schema(name = "Mandate")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MandateResource(
            HoldingResource.PersonResource person,
            Instant since,

            @Nullable @Schema(description = "The first instant at which it no longer runs; absent when no end is known")
            Instant until,

            BigDecimal hoursPerWeek,
            HoldingResource.BasisResource basis) {}
}
