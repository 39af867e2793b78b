package be.designations.dpd;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What BCSS and SPP IS are warned of; nothing of it refuses (D12). */
class WarningTest {

    private static final Warning.Facts NOTHING = new Warning.Facts(BigDecimal.ZERO, null, null);

    @Test
    void a_plain_candidacy_warns_of_nothing() {
        assertThat(Warning.of(candidacy(8), NOTHING)).isEmpty();
    }

    @Test
    void each_incompatible_function_warns() {
        assertThat(Warning.of(candidacy(8, IncompatibleFunction.HEAD_OF_HR, IncompatibleFunction.HEAD_OF_IT), NOTHING))
                .extracting(Warning::messageKey)
                .containsExactly(
                        "warning.incompatible-function.head-of-it", "warning.incompatible-function.head-of-hr");
    }

    @Test
    void more_than_38_hours_a_week_over_all_cpas_warn() {
        assertThat(Warning.of(candidacy(8), new Warning.Facts(BigDecimal.valueOf(30), null, null)))
                .isEmpty();
        assertThat(Warning.of(candidacy(8), new Warning.Facts(new BigDecimal("30.5"), null, null)))
                .singleElement()
                .satisfies(warning -> assertThat(warning.code()).isEqualTo("too-many-hours"));
    }

    @Test
    void a_predecessor_in_office_and_another_name_in_the_register_warn() {
        assertThat(Warning.of(candidacy(8), new Warning.Facts(BigDecimal.ZERO, "Gilles Test", "Delfina Dubois")))
                .containsExactly(
                        new Warning("predecessor-in-office", List.of("Gilles Test")),
                        new Warning("name-differs-from-register", List.of("Delfina Dubois")));
    }

    private static Candidacy candidacy(int hours, IncompatibleFunction... functions) {
        return new CandidacyBuilder()
                .hours(BigDecimal.valueOf(hours))
                .functions(functions)
                .build();
    }
}
