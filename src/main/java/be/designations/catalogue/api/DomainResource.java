package be.designations.catalogue.api;

import be.designations.api.LocalizedString;
import be.designations.catalogue.CatalogueEntry;
import be.designations.catalogue.Domain;
import io.swagger.v3.oas.annotations.media.Schema;

/** A domain of CSAM. */
@Schema(name = "CatalogueDomain")
record DomainResource(
        @Schema(example = "FINANCE") String code,
        LocalizedString name,

        @Schema(description = "Whether nobody is named for it any more")
        boolean retired,

        @Schema(description = "Grows by one with each change", example = "1")
        int version) {

    static DomainResource of(CatalogueEntry<Domain> entry) {
        Domain domain = entry.item();
        return new DomainResource(
                domain.code().value(), LocalizedString.of(domain.name()), domain.retired(), entry.version());
    }
}
