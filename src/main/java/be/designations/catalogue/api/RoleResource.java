package be.designations.catalogue.api;

import be.designations.api.CodedText;
import be.designations.api.LocalizedString;
import be.designations.api.Texts;
import be.designations.catalogue.CatalogueEntry;
import be.designations.catalogue.Role;
import be.designations.directory.OrganisationKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role of the catalogue. */
@Schema(name = "CatalogueRole")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoleResource(
        @Schema(example = "PRIMA_WEB_CONFIGURATION") String code,

        @Schema(description = "Code of the application to which it belongs", example = "PRIMA_WEB")
        String application,

        @Schema(description = "Codes of other applications that it opens too", example = "[\"MUTATION_TYPES\"]")
        List<String> alsoOpens,

        LocalizedString name,

        @Nullable @Schema(description = "Absent when there is none")
        LocalizedString description,

        @Schema(description = "The quality of its application")
        CodedText quality,

        @Schema(description = "The level that its application needs", example = "400")
        int neededLevel,

        @Nullable
        @Schema(description = "How many months a right of it may last; absent without a limit", example = "48")
        Integer longestMonths,

        @Schema(description = "Whether a right of it may be limited to establishment units")
        boolean takesContext,

        @Schema(description = "Codes of the roles that nobody has together with it", example = "[\"DPD_REVIEWER\"]")
        List<String> excludes,

        @Nullable @Schema(description = "The only kind of entity in which it is granted; absent when any will do")
        CodedText onlyFor,

        @Schema(description = "The groups of entities to which it is granted; empty for every entity")
        List<CodedText> targetGroups,

        @Schema(description = "Whether it is granted no more; what was granted stays")
        boolean retired,

        @Schema(description = "Grows by one with each change", example = "1")
        int version) {

    static RoleResource of(CatalogueEntry<Role> entry, Texts texts) {
        Role role = entry.item();
        OrganisationKind onlyFor = role.onlyFor();
        return new RoleResource(
                role.code(),
                role.application(),
                role.alsoOpens().stream().sorted().toList(),
                LocalizedString.of(role.name()),
                LocalizedString.unlessEmpty(role.description()),
                texts.coded("quality", role.quality().name()),
                role.neededLevel().value(),
                role.longestMonths(),
                role.takesContext(),
                role.excludes().stream().sorted().toList(),
                onlyFor == null ? null : texts.coded("catalogue.only-for", onlyFor.name()),
                role.targetGroups().stream()
                        .sorted()
                        .map(group -> texts.coded("target-group", group.name()))
                        .toList(),
                role.retired(),
                entry.version());
    }
}
