package be.designations.reference;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.identifier.EnterpriseNumber;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceDataTest {

    private static final List<Municipality> MUNICIPALITIES = Municipalities.read();
    private static final List<Organisation> CPAS = ReferenceOrganisations.cpas(MUNICIPALITIES);
    private static final List<Organisation> ALL = Stream.concat(CPAS.stream(), ReferenceOrganisations.desks().stream())
            .toList();

    @Test
    void the_581_municipalities_of_2020_are_read_in_the_order_of_their_codes() {
        assertThat(MUNICIPALITIES).hasSize(581);
        assertThat(MUNICIPALITIES)
                .extracting(Municipality::nisCode)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[1-9]\\d{4}"));
        assertThat(MUNICIPALITIES).extracting(Municipality::postalCode).allMatch(code -> code.matches("[1-9]\\d{3}"));
        assertThat(MUNICIPALITIES.stream().collect(Collectors.groupingBy(Municipality::region, Collectors.counting())))
                .containsOnly(Map.entry("BRUSSELS", 19L), Map.entry("FLANDERS", 300L), Map.entry("WALLONIA", 262L));
    }

    @ParameterizedTest
    @CsvSource({
        "92094, CPAS de Namur, OCMW Namen, ÖSHZ Namur",
        "31005, CPAS de Bruges, OCMW Brugge, ÖSHZ Brugge",
        "63023, CPAS d’Eupen, OCMW Eupen, ÖSHZ Eupen",
        "63040, CPAS de La Calamine, OCMW Kelmis, ÖSHZ Kelmis",
        "21009, CPAS d’Ixelles, OCMW Elsene, ÖSHZ Ixelles",
        "91141, CPAS d’Yvoir, OCMW Yvoir, ÖSHZ Yvoir",
        "85009, CPAS d’Etalle, OCMW Etalle, ÖSHZ Etalle",
        "91142, CPAS d’Hastière, OCMW Hastière, ÖSHZ Hastière",
        "61031, CPAS de Huy, OCMW Hoei, ÖSHZ Huy",
        "55035, CPAS du Roeulx, OCMW Le Roeulx, ÖSHZ Le Roeulx",
        "52075, CPAS des Bons Villers, OCMW Les Bons Villers, ÖSHZ Les Bons Villers"
    })
    void a_cpas_is_named_as_each_language_does(String nisCode, String french, String dutch, String german) {
        Organisation cpas = cpas(nisCode);

        assertThat(List.of(cpas.nameFr(), cpas.nameNl(), cpas.nameDe())).containsExactly(french, dutch, german);
    }

    @ParameterizedTest
    @CsvSource({"92094, FR", "31005, NL", "63023, DE", "21009, FR"})
    void a_cpas_is_written_to_in_the_language_of_its_region(String nisCode, Language language) {
        assertThat(cpas(nisCode).letterLanguage()).isEqualTo(language);
    }

    @Test
    void a_cpas_of_brussels_has_both_languages() {
        assertThat(cpas("21009").languages()).containsExactly(Language.FR, Language.NL);
    }

    @Test
    void no_enterprise_number_is_that_of_a_real_organisation() {
        assertThat(ALL)
                .extracting(organisation -> organisation.enterpriseNumber().value())
                .allMatch(EnterpriseNumber::isValid)
                .allMatch(number -> number.startsWith("0999"));
    }

    @Test
    void the_numbers_follow_the_codes_of_the_municipalities() {
        assertThat(CPAS.get(0).enterpriseNumber()).isEqualTo(EnterpriseNumber.withCheckDigits(9_990_000));
        assertThat(CPAS)
                .extracting(organisation -> organisation.enterpriseNumber().value())
                .isSorted();
    }

    @Test
    void nothing_that_names_one_organisation_names_another() {
        assertThat(ALL).hasSize(584);
        assertDistinct(Organisation::id);
        assertDistinct(Organisation::enterpriseNumber);
        assertDistinct(Organisation::email);
    }

    @Test
    void mail_goes_to_no_real_address() {
        assertThat(ALL).extracting(Organisation::email).allMatch(email -> email.endsWith(".example"));
        assertThat(CPAS)
                .extracting(ReferenceOrganisations::socialActionMailbox)
                .allMatch(email -> email.matches("[a-z.]+@cpas-ocmw-\\d{5}\\.example"));
    }

    private static void assertDistinct(Function<Organisation, Object> property) {
        assertThat(ALL).extracting(property).doesNotHaveDuplicates();
    }

    private static Organisation cpas(String nisCode) {
        return CPAS.stream()
                .filter(organisation -> nisCode.equals(organisation.nisCode()))
                .findFirst()
                .orElseThrow();
    }
}
