package be.designations.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** A name in the three languages of the country. <i>Source: Belgif REST guide.</i> */
@Schema(description = "A name in the three languages of the country")
public record LocalizedString(
        @Schema(example = "CPAS de Namur") String fr,
        @Schema(example = "OCMW Namen") String nl,
        @Schema(example = "ÖSHZ Namur") String de) {}
