package be.designations.insight.api;

import be.designations.api.CodedText;
import be.designations.api.OrganisationReference;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A quality with those who manage it. */
@Schema(name = "Quality")
@JsonInclude(JsonInclude.Include.NON_NULL)
record QualityResource(
        UUID id,
        CodedText kind,

        @Schema(description = "Of the kind of number that the quality has", example = "0999000030")
        String identifier,

        OrganisationReference organisation,
        @Nullable String email,
        Instant activatedAt,

        @Nullable @Schema(description = "Since when, and by whose decision; absent when there is none")
        HoldingResource localManager,

        @Schema(description = "Co-managers and technical user")
        List<HoldingResource> otherManagers,

        @Schema(description = "The newest first") List<HoldingResource> formerLocalManagers,

        @Schema(description = "Whether the mandate is missing on which its local manager rests")
        boolean withoutOfficer,

        @Schema(description = "By name") List<SubdivisionLine> subdivisions) {

    /** @param users how many people are known in it */
    @Schema(name = "SubdivisionLine")
    record SubdivisionLine(UUID id, String name, long users) {}
}
