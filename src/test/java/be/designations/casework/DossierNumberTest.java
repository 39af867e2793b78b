package be.designations.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierNumberTest {

    @Test
    void kind_year_and_number_make_it() {
        assertThat(DossierNumber.of("DPD", 2026, 1)).hasToString("DPD-2026-00001");
        assertThat(DossierNumber.of("DPD", 2026, 123456)).hasToString("DPD-2026-123456");
    }

    @Test
    void what_people_type_is_read_in_any_case() {
        assertThat(DossierNumber.parse(" dpd-2026-00001 ")).contains(DossierNumber.of("DPD", 2026, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DPD", "DPD-26-00001", "DPD-2026-0001", "DPD-2026-00001;drop", "../DPD-2026-00001"})
    void anything_else_is_no_dossier_number(String text) {
        assertThat(DossierNumber.parse(text)).isEmpty();
        assertThatThrownBy(() -> new DossierNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
