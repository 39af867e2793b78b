package be.designations.principalmanager.api;

import be.designations.api.LocalizedString;
import be.designations.directory.RegisteredEnterprise;
import io.swagger.v3.oas.annotations.media.Schema;

/** An enterprise as the register of enterprises knows it. */
@Schema(name = "Enterprise")
record EnterpriseResource(
        @Schema(description = "Ten digits", example = "0999000030")
        String enterpriseNumber,

        LocalizedString name,
        String street,
        String postalCode,
        String locality) {

    static EnterpriseResource of(RegisteredEnterprise enterprise) {
        return new EnterpriseResource(
                enterprise.number().value(),
                new LocalizedString(enterprise.nameFr(), enterprise.nameNl(), enterprise.nameDe()),
                enterprise.street(),
                enterprise.postalCode(),
                enterprise.locality());
    }
}
