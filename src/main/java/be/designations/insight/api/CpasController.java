package be.designations.insight.api;

import be.designations.api.Items;
import be.designations.api.LocalizedString;
import be.designations.directory.CpasSearch;
import be.designations.identifier.EnterpriseNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Organisations")
class CpasController {

    private final CpasSearch search;

    CpasController(CpasSearch search) {
        this.search = search;
    }

    /** A CPAS that was found. */
    @Schema(name = "Cpas")
    record CpasResource(
            @Schema(example = "0999000030") String enterpriseNumber,
            LocalizedString name,

            @Schema(description = "NIS code of the municipality", example = "92094")
            String nisCode) {}

    @GetMapping("/api/v1/cpas")
    @Operation(
            summary = "Find a CPAS",
            description = "In the order of their enterprise numbers. Everybody who is signed in may ask.")
    Items<CpasResource> find(
            @RequestParam(defaultValue = "")
                    @Parameter(
                            description = "Part of a name, or the whole enterprise number or NIS code",
                            example = "namur")
                    String q,
            @RequestParam(required = false)
                    @Nullable
                    @Parameter(
                            description = "Where the page before ended; take it from the link next",
                            schema = @Schema(type = "string"))
                    EnterpriseNumber after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return Items.page(
                search.find(q, after, size + 1),
                size,
                found -> new CpasResource(
                        found.enterpriseNumber().value(),
                        new LocalizedString(found.nameFr(), found.nameNl(), found.nameDe()),
                        found.nisCode()),
                found -> found.enterpriseNumber().value());
    }
}
