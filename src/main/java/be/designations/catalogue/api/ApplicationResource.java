package be.designations.catalogue.api;

import be.designations.api.CodedText;
import be.designations.api.LocalizedString;
import be.designations.api.Texts;
import be.designations.catalogue.Application;
import be.designations.catalogue.CatalogueEntry;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An application of the catalogue. */
@Schema(name = "CatalogueApplication")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApplicationResource(
        @Schema(example = "PRIMA_WEB") String code,
        LocalizedString name,

        @Nullable @Schema(description = "Absent when there is none")
        LocalizedString description,

        @Schema(description = "The kind of quality to which it belongs")
        CodedText quality,

        @Schema(description = "The domain to which it belongs", example = "SOCIAL_SECURITY")
        String domain,

        @Schema(description = "How surely a user must be recognised: 500 with an eID, 450 with itsme", example = "400")
        int neededLevel,

        @Schema(description = "Whether its roles are granted no more; what was granted stays")
        boolean retired,

        @Schema(description = "Grows by one with each change", example = "1")
        int version) {

    static ApplicationResource of(CatalogueEntry<Application> entry, Texts texts) {
        Application application = entry.item();
        return new ApplicationResource(
                application.code(),
                LocalizedString.of(application.name()),
                LocalizedString.unlessEmpty(application.description()),
                texts.coded("quality", application.quality().name()),
                application.domain().value(),
                application.neededLevel().value(),
                application.retired(),
                entry.version());
    }
}
