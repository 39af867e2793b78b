package be.designations.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.QualityKind;
import be.designations.access.Translated;
import be.designations.directory.OrganisationKind;
import be.designations.directory.SignInLevel;
import be.designations.testing.IntegrationTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the catalogue holds from the start, and what is read from it. */
@IntegrationTest
class CatalogueIT {

    private static final Set<String> EIGHTEEN_ROLES = Set.of(
            "SOCIAL_WORKER",
            "CTMS_CONSULTATION",
            "E_BOX_USER",
            "E_BOX_PRIVILEGED_USER",
            "FILE_EXCHANGE_USER",
            "PRIMA_WEB_CONFIGURATION",
            "HANDIWEB_USER",
            "MATCH_IT_RESIDENT_MANAGER",
            "MATCH_IT_READER",
            "MY_HANDICAP_USER",
            "MY_HANDICAP_CPAS",
            "PARTNER_CONTACT",
            "FSE_STAFF",
            "SECURITY_ADVISER_AUDIT",
            "UNIQUE_REPORT_STAFF",
            "UNIQUE_REPORT_CHAIR",
            "FSE_MANAGER",
            "UNIQUE_REPORT_SECRETARY");

    private static final Set<String> OF_THE_PORTAL = Set.of(
            "BECONNECTED",
            "ACCESS_MANAGEMENT",
            "INFOCENTRE",
            "IRIS",
            "CODE_LISTS",
            "MATCH_IT",
            "MY_HANDICAP",
            "PRIMA_WEB",
            "RAPPORT_UNIQUE",
            "MUTATION_TYPES",
            "E_BOX");

    @Autowired
    Catalogue catalogue;

    @Autowired
    CatalogueStore store;

    @Test
    void the_applications_of_the_portal_are_in_it() {
        assertThat(catalogue.applications()).extracting(Application::code).containsAll(OF_THE_PORTAL);
        assertThat(catalogue.applications())
                .filteredOn(application -> application.quality() == QualityKind.SOCIAL_ACTION)
                .extracting(Application::code)
                .containsAll(OF_THE_PORTAL)
                .doesNotContain("DESIGNATIONS");
    }

    @Test
    void the_eighteen_roles_are_in_it_each_with_its_application() {
        assertThat(catalogue.rolesFor(List.of(QualityKind.SOCIAL_ACTION), OrganisationKind.CPAS))
                .extracting(role -> role.name().fr(), Role::application)
                .contains(
                        Tuple.tuple("Agent social", "PRIMA_WEB"),
                        Tuple.tuple("Consultation CTMS", "CODE_LISTS"),
                        Tuple.tuple("e-Box de l’institution", "E_BOX"),
                        Tuple.tuple("e-Box Utilisateur privilégié", "E_BOX"),
                        Tuple.tuple("FileExchange", "FILE_EXCHANGE"),
                        Tuple.tuple("Gestion Primaweb (Configuration CPAS)", "PRIMA_WEB"),
                        Tuple.tuple("Handiweb", "HANDIWEB"),
                        Tuple.tuple("Match-It Gestionnaire des résidents ILA", "MATCH_IT"),
                        Tuple.tuple("Match-It Lecture seule", "MATCH_IT"),
                        Tuple.tuple("MyHandicap", "MY_HANDICAP"),
                        Tuple.tuple("MyHandicap - CPAS", "MY_HANDICAP"),
                        Tuple.tuple("Point de contact pour partenaires", "PARTNER_CONTACT_POINT"),
                        Tuple.tuple("Agent administratif FSE", "FSE"),
                        Tuple.tuple("Conseiller en sécurité (Audit)", "IRIS"),
                        Tuple.tuple("Membre du personnel du CPAS", "RAPPORT_UNIQUE"),
                        Tuple.tuple("Président du CPAS", "RAPPORT_UNIQUE"),
                        Tuple.tuple("Responsable FSE", "FSE"),
                        Tuple.tuple("Secrétaire du CPAS", "RAPPORT_UNIQUE"));
    }

    @Test
    void each_has_its_name_and_its_description_in_three_languages() {
        List<Translated> texts = Stream.concat(
                        catalogue.applications().stream()
                                .filter(application -> OF_THE_PORTAL.contains(application.code()))
                                .flatMap(application -> Stream.of(application.name(), application.description())),
                        catalogue.roles(EIGHTEEN_ROLES).stream()
                                .flatMap(role -> Stream.of(role.name(), role.description())))
                .toList();

        assertThat(texts).hasSize(2 * (11 + 18)).allSatisfy(text -> assertThat(List.of(text.fr(), text.nl(), text.de()))
                .allSatisfy(one -> assertThat(one).isNotBlank()));
    }

    @Test
    void iris_opens_with_an_eid_only() {
        assertThat(store.findApplication("IRIS"))
                .get()
                .extracting(entry -> entry.item().neededLevel())
                .isEqualTo(SignInLevel.EID);
        assertThat(store.findRole("SECURITY_ADVISER_AUDIT"))
                .get()
                .extracting(entry -> entry.item().neededLevel())
                .isEqualTo(SignInLevel.EID);
    }

    @Test
    void a_role_opens_more_than_its_own_application() {
        assertThat(store.findRole("PRIMA_WEB_CONFIGURATION"))
                .get()
                .extracting(entry -> entry.item().alsoOpens())
                .isEqualTo(Set.of("MUTATION_TYPES"));
    }

    @Test
    void a_role_of_a_kind_of_entity_is_granted_there_only() {
        assertThat(rolesFor(QualityKind.SOCIAL_SECURITY, OrganisationKind.BCSS))
                .contains("DPD_REVIEWER")
                .doesNotContain("DPD_APPROVER", "SUPPORT_AGENT");
        assertThat(rolesFor(QualityKind.SOCIAL_SECURITY, OrganisationKind.SPP_IS))
                .contains("DPD_APPROVER")
                .doesNotContain("DPD_REVIEWER", "SUPPORT_AGENT");
        assertThat(rolesFor(QualityKind.SOCIAL_SECURITY, OrganisationKind.SUPPORT))
                .contains("SUPPORT_AGENT")
                .doesNotContain("DPD_REVIEWER", "DPD_APPROVER");
        assertThat(rolesFor(QualityKind.SOCIAL_SECURITY, OrganisationKind.CPAS))
                .doesNotContain("DPD_REVIEWER", "DPD_APPROVER", "SUPPORT_AGENT");
        assertThat(rolesFor(QualityKind.SOCIAL_ACTION, OrganisationKind.ENTERPRISE))
                .contains("E_BOX_USER")
                .doesNotContain("SOCIAL_WORKER");
    }

    private List<String> rolesFor(QualityKind quality, OrganisationKind entity) {
        return catalogue.rolesFor(List.of(quality), entity).stream()
                .map(Role::code)
                .toList();
    }
}
