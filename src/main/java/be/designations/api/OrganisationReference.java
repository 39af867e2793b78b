package be.designations.api;

import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An organisation, as others name it.
 *
 * @param enterpriseNumber ten digits
 */
@Schema(name = "Organisation")
public record OrganisationReference(
        @Schema(description = "Ten digits", example = "0999000030")
        String enterpriseNumber,

        LocalizedString name) {

    public static OrganisationReference of(Organisation organisation) {
        return new OrganisationReference(
                organisation.enterpriseNumber().value(),
                new LocalizedString(organisation.nameFr(), organisation.nameNl(), organisation.nameDe()));
    }

    /** By id, for the lines of a list. */
    public static Map<OrganisationId, OrganisationReference> byId(Collection<Organisation> organisations) {
        return organisations.stream().collect(Collectors.toMap(Organisation::id, OrganisationReference::of));
    }
}
