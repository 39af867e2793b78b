package be.designations.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EmployerNumbersPropertyTest {

    @Property
    void a_made_number_reads_back(@ForAll("numbers") Identifier number) {
        Typing.assertRoundTrip(number);
    }

    @Property
    void a_changed_digit_is_refused(@ForAll("numbers") Identifier number) {
        for (String slip : Typing.slipsOf(number.value())) {
            assertThat(holds(number.kind(), slip)).as(slip).isFalse();
        }
    }

    @Property
    void one_ending_holds(@ForAll("numbers") Identifier number) {
        String stem = number.value().substring(0, number.value().length() - 2);
        assertThat(IntStream.range(0, 100)
                        .mapToObj(ending -> stem + "%02d".formatted(ending))
                        .filter(text -> holds(number.kind(), text)))
                .containsExactly(number.value());
    }

    @Property
    void any_text_is_read_or_refused_and_nothing_else(@ForAll IdentifierKind kind, @ForAll("anything") String text) {
        Throwable refusal = catchThrowable(() -> Typing.assertRoundTrip(kind.read(text)));
        if (refusal != null) {
            assertThat(refusal).isInstanceOf(InvalidIdentifierException.class);
        }
    }

    private static boolean holds(IdentifierKind kind, String text) {
        return switch (kind) {
            case NISS -> Niss.isValid(text);
            case ENTERPRISE_NUMBER -> EnterpriseNumber.isValid(text);
            case ESTABLISHMENT_UNIT_NUMBER -> EstablishmentUnitNumber.isValid(text);
            case NSSO_NUMBER -> NssoNumber.parse(text).isPresent();
            case PPL_NUMBER -> PplNumber.parse(text).isPresent();
        };
    }

    @Provide
    Arbitrary<Identifier> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 19_999_999).map(EnterpriseNumber::withCheckDigits),
                Arbitraries.integers().between(20_000_000, 89_999_999).map(EstablishmentUnitNumber::withCheckDigits),
                Arbitraries.integers().between(1_000, 1_999_999).map(NssoNumber::withCheckDigits),
                Arbitraries.integers().between(50_000_001, 59_999_999).map(NssoNumber::withCheckDigits),
                Arbitraries.integers().between(2, 999_999).map(PplNumber::withCheckDigits));
    }

    @Provide
    Arbitrary<String> anything() {
        return Typing.anything();
    }
}
