package be.designations.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void what_a_spreadsheet_would_run_becomes_text(String cell) {
        assertThat(Csv.line(cell)).isEqualTo("\"'" + cell + "\"\r\n");
    }

    @Test
    void separators_quotes_and_line_ends_stay_inside_their_cell() {
        assertThat(Csv.line("a;b", "say \"x\"", "one\ntwo", null, 3))
                .isEqualTo("\"a;b\";\"say \"\"x\"\"\";\"one\ntwo\";\"\";\"3\"\r\n");
    }
}
