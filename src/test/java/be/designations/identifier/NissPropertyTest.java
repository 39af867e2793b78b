package be.designations.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NissPropertyTest {

    @Property
    void a_made_number_reads_back_and_tells_what_it_was_made_of(
            @ForAll("births") LocalDate birth, @ForAll @IntRange(min = 1, max = 998) int counter) {
        Niss niss = Identifiers.niss(birth, counter);
        Typing.assertRoundTrip(niss);
        assertThat(niss.value()).matches("[0-9]{11}");
        assertThat(niss.birthDate()).contains(birth);
        assertThat(niss.sex()).contains(counter % 2 == 0 ? Sex.FEMALE : Sex.MALE);
        assertThat(niss.isBis()).isFalse();
    }

    @Property
    void a_made_bis_number_reads_back_and_tells_what_it_was_made_of(
            @ForAll("births") LocalDate birth,
            @ForAll @IntRange(min = 1, max = 999) int counter,
            @ForAll boolean sexKnown) {
        Niss niss = Identifiers.bis(birth, counter, sexKnown);
        Typing.assertRoundTrip(niss);
        assertThat(niss.birthDate()).contains(birth);
        assertThat(niss.sex().isPresent()).isEqualTo(sexKnown);
        assertThat(niss.isBis()).isTrue();
    }

    @Property
    void two_endings_hold_one_for_each_century(
            @ForAll("births") LocalDate birth, @ForAll @IntRange(min = 1, max = 998) int counter) {
        String stem = Identifiers.niss(birth, counter).value().substring(0, 9);
        List<Integer> years = IntStream.range(0, 100)
                .mapToObj(ending -> Niss.parse(stem + "%02d".formatted(ending)))
                .flatMap(Optional::stream)
                .map(NissPropertyTest::yearOf)
                .toList();
        int year = birth.getYear() % 100;
        boolean onlyIn2000 = stem.startsWith("000229");
        assertThat(years)
                .containsExactlyInAnyOrderElementsOf(onlyIn2000 ? List.of(2000) : List.of(1900 + year, 2000 + year));
    }

    /**
     * One slip gets through: the last digit of the year moved by 6 gives a number of the other century, as 6 × 10⁷ and
     * 2 × 10⁹ leave the same when divided by 97.
     */
    @Property
    void a_changed_digit_is_refused_or_lands_94_years_away(@ForAll("numbers") Niss niss) {
        for (String slip : Typing.slipsOf(niss.value())) {
            Niss.parse(slip).ifPresent(other -> {
                assertThat(slip.substring(0, 1)).isEqualTo(niss.value().substring(0, 1));
                assertThat(slip.substring(2)).isEqualTo(niss.value().substring(2));
                assertThat(Math.abs(yearOf(other) - yearOf(niss))).isEqualTo(94);
            });
        }
    }

    @Property
    void what_is_not_meant_for_all_eyes_is_never_shown(@ForAll("numbers") Niss niss) {
        for (String shown : new String[] {niss.toString(), niss.masked()}) {
            assertThat(shown.replaceAll("[^0-9]", "")).isEqualTo(niss.value().substring(9));
        }
    }

    private static int yearOf(Niss niss) {
        return niss.birthDate().orElseThrow().getYear();
    }

    @Provide
    Arbitrary<Niss> numbers() {
        Arbitrary<Integer> counters = Arbitraries.integers().between(1, 998);
        return Arbitraries.oneOf(
                Combinators.combine(births(), counters).as(Identifiers::niss),
                Combinators.combine(births(), counters, Arbitraries.of(true, false))
                        .as(Identifiers::bis));
    }

    @Provide
    Arbitrary<LocalDate> births() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2099, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
