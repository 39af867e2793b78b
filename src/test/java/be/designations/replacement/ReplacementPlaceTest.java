package be.designations.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.BasisId;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where each manager is replaced. */
class ReplacementPlaceTest {

    private static final String ID = "7d6c1f8e-0f0a-4b55-9c1e-3f1d0a5f7a11";

    @ParameterizedTest
    @CsvSource({
        "PRINCIPAL_ACCESS_MANAGER, /principal-manager/NUMBER",
        "CO_PRINCIPAL_ACCESS_MANAGER, /entities/NUMBER/co-managers",
        "ACCESS_MANAGER, /entities/NUMBER/access-managers",
        "CO_ACCESS_MANAGER, /entities/NUMBER/access-managers",
        "LOCAL_MANAGER, /qualities/ID",
        "CO_LOCAL_MANAGER, /qualities/ID",
        "TECHNICAL_USER, /qualities/ID",
        "SUBDIVISION_MANAGER, /qualities/ID/subdivisions",
        "CO_SUBDIVISION_MANAGER, /qualities/ID/subdivisions"
    })
    void each_manager_is_replaced_where_it_is_managed(ResponsibilityKind kind, String path) {
        EnterpriseNumber number = EnterpriseNumber.withCheckDigits(9_990_123);

        assertThat(place(kind, number, QualityKind.SOCIAL_ACTION).path())
                .isEqualTo(path.replace("NUMBER", number.value()).replace("ID", ID));
    }

    @ParameterizedTest
    @CsvSource({
        "LOCAL_MANAGER, SOCIAL_ACTION, true",
        "LOCAL_MANAGER, NSSO_EMPLOYER, false",
        "CO_LOCAL_MANAGER, SOCIAL_ACTION, false"
    })
    void only_the_local_manager_of_social_action_follows_from_an_approval(
            ResponsibilityKind kind, QualityKind quality, boolean officers) {
        assertThat(place(kind, EnterpriseNumber.withCheckDigits(9_990_123), quality)
                        .isOfficersPost())
                .isEqualTo(officers);
    }

    private static ReplacementPlace place(ResponsibilityKind kind, EnterpriseNumber number, QualityKind qualityKind) {
        OrganisationId entity = new OrganisationId(UUID.randomUUID());
        Quality quality = new Quality(
                new QualityId(UUID.fromString(ID)), entity, qualityKind, number.value(), null, Instant.EPOCH);
        Organisation organisation = new Organisation(
                entity,
                number,
                "",
                "",
                "",
                OrganisationKind.CPAS,
                null,
                Language.FR,
                List.of(Language.FR),
                "info@test.example",
                "",
                "",
                "",
                Instant.EPOCH);
        return new ReplacementPlace(
                new Responsibility(
                        UUID.randomUUID(),
                        kind,
                        entity,
                        null,
                        null,
                        new PersonId(UUID.randomUUID()),
                        Instant.EPOCH,
                        null,
                        new BasisId(UUID.randomUUID())),
                organisation,
                quality,
                null,
                null);
    }
}
