package be.designations.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.demo.data.Holding.Kind;
import be.designations.directory.Language;
import be.designations.identifier.Niss;
import be.designations.reference.Municipalities;
import be.designations.security.Personas.Persona;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoPeopleTest {

    private final DemoPeople people = DemoPeople.read();

    @Test
    void nobody_shares_a_niss_or_an_id_with_another() {
        assertThat(people.all()).extracting(DemoPerson::niss).doesNotHaveDuplicates();
        assertThat(people.all()).extracting(DemoPerson::id).doesNotHaveDuplicates();
        assertThat(people.all()).extracting(DemoPerson::key).doesNotHaveDuplicates();
    }

    /** All others from 903 to 998 are those of a country that is loaded beside it. */
    @Test
    void every_niss_holds_and_has_one_of_the_serial_numbers_of_the_demonstration() {
        assertThat(people.all()).extracting(person -> person.niss().value()).allMatch(Niss::isValid);
        assertThat(people.all())
                .extracting(person -> person.niss().value().substring(6, 9))
                .containsOnly("901", "902", "951", "952");
    }

    @Test
    void mail_to_invented_people_reaches_nobody() {
        assertThat(people.all())
                .extracting(DemoPerson::email)
                .allMatch(email -> email.matches("[a-z]([a-z-]*[a-z])?\\.[a-z]+@[a-z0-9-]+\\.example"));
    }

    @Test
    void every_cpas_has_a_head_a_principal_manager_and_somebody_to_put_forward() {
        for (var municipality : Municipalities.read()) {
            String nis = municipality.nisCode();
            assertThat(holdsAt("head-" + nis, nis)).contains(Kind.HEAD_OF_DAILY_MANAGEMENT);
            assertThat(holdsAt("rae-" + nis, nis)).contains(Kind.PRINCIPAL_ACCESS_MANAGER);
            assertThat(holdsAt("candidate-" + nis, nis)).isNotEmpty();
        }
    }

    @Test
    void no_cpas_has_two_who_can_only_be_one() {
        for (Kind kind : List.of(Kind.HEAD_OF_DAILY_MANAGEMENT, Kind.PRINCIPAL_ACCESS_MANAGER)) {
            assertThat(people.all().stream()
                            .flatMap(person -> person.holdings().stream())
                            .filter(holding -> holding.kind() == kind)
                            .map(Holding::place)
                            .filter(place -> DemoEnterprise.find(place).isEmpty()))
                    .hasSize(581)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "head-92094, namur-head",
        "rae-31005, brugge-rae",
        "candidate-63023, eupen-candidate",
        "rae-91114, spp-is-approver-3",
        "candidate-21009, candidate-21009"
    })
    void the_key_with_a_code_finds_whoever_has_that_post(String key, String person) {
        assertThat(people.find(key)).map(DemoPerson::key).contains(person);
    }

    @Test
    void an_unknown_key_finds_nobody() {
        assertThat(people.find("head-00000")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "eupen candidate, eupen-candidate",
        "liege kevin, liege-candidate",
        "OCMW GENT goethals, gent-candidate",
        "92094 aurélie, namur-candidate"
    })
    void a_search_takes_words_in_any_case_with_or_without_accents(String query, String person) {
        assertThat(people.search(query, 10)).extracting(DemoPerson::key).containsExactly(person);
    }

    @Test
    void a_search_stops_at_what_was_asked_for() {
        assertThat(people.search("cpas", 50)).hasSize(50);
    }

    @Test
    void the_personas_to_choose_from_are_those_of_the_file() {
        var personas = new DemoPersonas(people);

        assertThat(personas.groups(Language.FR).stream().flatMap(group -> group.personas().stream()))
                .extracting(Persona::id)
                .containsExactlyElementsOf(
                        people.named().stream().map(DemoPerson::key).toList());
    }

    @Test
    void a_persona_who_is_not_listed_can_be_signed_in_too() {
        DemoPerson head = people.find("head-21004").orElseThrow();

        assertThat(new DemoPersonas(people).find("head-21004")).contains(head.id());
        assertThat(people.organisations(head))
                .extracting(organisation -> organisation.name(Language.NL))
                .containsExactly("OCMW Brussel");
    }

    private List<Kind> holdsAt(String key, String nis) {
        return people.find(key).orElseThrow().holdings().stream()
                .filter(holding -> holding.place().equals(nis))
                .map(Holding::kind)
                .toList();
    }
}
