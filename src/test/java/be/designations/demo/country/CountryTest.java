package be.designations.demo.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.access.QualityKind;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.IdentifierKind;
import be.designations.identifier.Niss;
import be.designations.identifier.Sex;
import be.designations.reference.Municipalities;
import be.designations.reference.ReferenceOrganisations;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CountryTest {

    private static final CountrySize SMALL = new CountrySize(50, 2_000, 8_000);
    private static final RoleCatalogue CATALOGUE = new RoleCatalogue(Map.of());

    private final Country country = new Country(SMALL, 42, CATALOGUE);

    @Test
    void the_same_seed_draws_the_same_country_and_another_seed_another() {
        Country again = new Country(SMALL, 42, CATALOGUE);
        Country other = new Country(SMALL, 43, CATALOGUE);

        assertThat(everything(again)).isEqualTo(everything(country)).isNotEqualTo(everything(other));
        assertThat(again.person(7)).isEqualTo(country.person(7)).isNotEqualTo(other.person(7));
        assertThat(again.numbers().niss(7))
                .isEqualTo(country.numbers().niss(7))
                .isNotEqualTo(other.numbers().niss(7));
    }

    /** Written down, so that a change of the generator shows: measurements before and after would not compare. */
    @Test
    void a_seed_means_the_same_for_ever() {
        assertThat(List.of(
                        country.person(0).toString(),
                        country.organisation(49).toString(),
                        country.numbers().niss(0).value()))
                .containsExactly(
                        "553cc37c-fba1-41cf-8006-9bae13e916be", "38f85a79-a470-410b-8741-0fd99206ceae", "94022194228");
    }

    @Test
    void ids_are_unique_random_ones() {
        var draws = new Draws(42, "person");
        Set<UUID> ids = new HashSet<>();
        for (int row = 0; row < 100_000; row++) {
            UUID id = draws.id(row);
            assertThat(id.version()).isEqualTo(4);
            assertThat(id.variant()).isEqualTo(2);
            ids.add(id);
        }
        assertThat(ids).hasSize(100_000);
        assertThat(draws.id(1)).isNotEqualTo(new Draws(42, "basis").id(1));
    }

    @Test
    void people_have_a_niss_of_their_own_that_nobody_real_or_of_the_demonstration_has() {
        var numbers = new Numbers(new Draws(42, "orders").at(1));
        Set<String> seen = new HashSet<>();
        int women = 0;
        for (int person = 0; person < 100_000; person++) {
            Niss niss = numbers.niss(person);
            assertThat(seen.add(niss.value())).isTrue();
            int serial = Integer.parseInt(niss.value().substring(6, 9));
            if (serial < 903 || serial == 951 || serial == 952) {
                throw new AssertionError("The serial number " + serial + " is somebody else’s");
            }
            women += niss.sex().orElseThrow() == Sex.FEMALE ? 1 : 0;
        }
        assertThat(women).isBetween(45_000, 55_000);
    }

    @Test
    void the_last_person_there_can_be_has_a_niss() {
        var numbers = new Numbers(new Draws(1, "orders").at(1));

        assertThat(numbers.niss(CountrySize.MOST_PEOPLE - 1)).isNotEqualTo(numbers.niss(0));
    }

    @Test
    void entities_share_no_enterprise_number_with_the_reference_data() {
        Set<EnterpriseNumber> known = ReferenceOrganisations.cpas(Municipalities.read()).stream()
                .map(cpas -> cpas.enterpriseNumber())
                .collect(Collectors.toSet());
        ReferenceOrganisations.desks().forEach(desk -> known.add(desk.enterpriseNumber()));

        List<EnterpriseNumber> numbers =
                IntStream.range(0, 10_000).mapToObj(Numbers::enterprise).toList();

        assertThat(numbers).doesNotHaveDuplicates().doesNotContainAnyElementsOf(known);
    }

    @Property(tries = 300)
    void every_quality_has_a_number_of_its_own_type(
            @ForAll QualityKind kind, @ForAll @IntRange(max = CountrySize.MOST_PEOPLE / 5 - 1) int entity) {
        String identifier = Numbers.identifier(kind, entity);

        assertThat(IdentifierKind.valueOf(kind.identifierKind().name())
                        .read(identifier)
                        .value())
                .isEqualTo(identifier);
    }

    @Property(tries = 200)
    void a_permutation_gives_every_place_once_and_can_be_undone(
            @ForAll @IntRange(min = 1, max = 3_000) int size, @ForAll long seed) {
        var permutation = new Permutation(size, new Draws(seed, "any").at(0));

        assertThat(IntStream.range(0, size).map(permutation::of).distinct().count())
                .isEqualTo(size);
        assertThat(IntStream.range(0, size).map(number -> permutation.back(permutation.of(number))))
                .containsExactlyElementsOf(IntStream.range(0, size).boxed().toList());
    }

    @Property(tries = 100)
    void the_staff_of_all_entities_are_everybody_and_fill_the_posts(
            @ForAll @IntRange(min = 2, max = 500) int entities, @ForAll @IntRange(min = 5, max = 400) int each) {
        var size = new CountrySize(entities, entities * each, 0);
        var sizes = new EntitySizes(size);

        int sum = 0;
        for (int entity = 0; entity < entities; entity++) {
            int staff = sizes.of(entity);
            sum += staff;
            assertThat(Post.of(staff, Post.qualities(staff, 9))).hasSizeLessThan(staff);
            assertThat(sizes.entityAt(sizes.start(entity))).isEqualTo(entity);
            assertThat(sizes.entityAt(sizes.start(entity) + staff - 1)).isEqualTo(entity);
        }
        assertThat(sum).isEqualTo(size.people());
    }

    @Test
    void at_full_size_a_quality_has_five_thousand_users_and_some_people_serve_two_hundred_entities() {
        var belgium = new Country(CountrySize.BELGIUM, 42, CATALOGUE);
        int users = 0;
        for (int person = 0; person < CountrySize.BELGIUM.people(); person++) {
            if (belgium.home(person) == 0 && !belgium.holdsPost(person)) {
                users += belgium.memberships(person).get(0).quality() == 0 ? 1 : 0;
            }
        }
        assertThat(users).isGreaterThan(5_000);
        assertThat(belgium.memberships(100_000)).hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    void nobody_is_a_user_twice_in_an_entity() {
        for (int person = 0; person < SMALL.people(); person++) {
            assertThat(country.memberships(person).stream().map(Membership::entity))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void sizes_that_leave_entities_without_staff_or_people_without_a_number_are_refused() {
        assertThatThrownBy(() -> new CountrySize(10, 49, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CountrySize(10, CountrySize.MOST_PEOPLE + 1, 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CountrySize(10, 50, 5_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roles_of_the_catalogue_are_used_but_for_those_of_the_desks() {
        var catalogue = new RoleCatalogue(Map.of(
                QualityKind.SOCIAL_SECURITY, List.of("SUPPORT_AGENT", "OTHER"), QualityKind.HEALTH_CARE, List.of("A")));

        assertThat(catalogue.of(QualityKind.SOCIAL_SECURITY)).containsExactly("OTHER");
        assertThat(catalogue.of(QualityKind.HEALTH_CARE)).containsExactly("A");
        assertThat(catalogue.of(QualityKind.YOUTH_CARE)).hasSize(8).allMatch(code -> code.length() <= 40);
        assertThat(catalogue.kinds()).doesNotContain(QualityKind.SOCIAL_ACTION);
    }

    private static List<Object> everything(Country country) {
        return IntStream.range(0, SMALL.people())
                .<Object>mapToObj(country::memberships)
                .toList();
    }
}
