package be.designations.api;

import be.designations.access.Translated;
import be.designations.directory.OrganisationName;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A name in the three languages of the country. <i>Source: Belgif REST guide.</i> */
@Schema(description = "A name in the three languages of the country")
public record LocalizedString(
        @Schema(example = "CPAS de Namur") String fr,
        @Schema(example = "OCMW Namen") String nl,
        @Schema(example = "ÖSHZ Namur") String de) {

    public static LocalizedString of(Translated text) {
        return new LocalizedString(text.fr(), text.nl(), text.de());
    }

    public static LocalizedString of(OrganisationName name) {
        return new LocalizedString(name.fr(), name.nl(), name.de());
    }

    /** Null where nothing was written. */
    public static @Nullable LocalizedString unlessEmpty(Translated text) {
        return text.fr().isEmpty() ? null : of(text);
    }
}
