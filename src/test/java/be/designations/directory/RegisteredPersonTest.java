package be.designations.directory;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.identifier.Niss;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteredPersonTest {

    private static final Niss NISS = Niss.withCheckDigits(LocalDate.of(1985, 6, 28), 952);

    @ParameterizedTest
    @CsvSource({
        "Dupont, DUPONT, true",
        "Lefèvre, Lefevre, true",
        "Van den Broeck, VANDENBROECK, true",
        "D’Hondt, D'Hondt, true",
        "Dupont, Dupond, false",
        "Dupont, '', false",
    })
    void capitals_accents_hyphens_and_spaces_do_not_make_another_name(String one, String other, boolean same) {
        assertThat(new RegisteredPerson(NISS, one, "Ann").isCalled(other)).isEqualTo(same);
    }
}
