package be.designations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NissMaskTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "85073003328",
                "17073003384",
                "98472899765",
                "85.07.30-033.28",
                "85.07.30 033 28",
                "12.34.56-123.45",
                "NISS:85073003328.",
                "né le 30/07, (85073003328)"
            })
    void what_reads_as_a_niss_is_masked(String text) {
        assertThat(NissMask.mask(text)).contains(NissMask.MASKED).doesNotContainPattern("\\d{3}.?\\d{2}\\b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0999.000.123",
                "0403019261",
                "+32485073003",
                "85073003329",
                "DPD-2026-00001",
                "2026-01-02T10:11:12.123456Z",
                "85073003-3285-4730-8332-985073003328",
                "185073003328"
            })
    void other_numbers_stay_readable(String text) {
        assertThat(NissMask.mask(text)).isEqualTo(text);
    }

    @Test
    void it_is_masked_at_any_depth_in_names_texts_and_numbers() {
        Map<String, Object> value = Map.of(
                "85073003328",
                "x",
                "list",
                List.of(Map.of("niss", "85.07.30-033.28")),
                "number",
                85073003328L,
                "n",
                12);

        String masked =
                NissMask.mask(new ObjectMapper().<JsonNode>valueToTree(value)).toString();

        assertThat(masked).doesNotContain("85073003328", "85.07.30").contains("\"n\":12");
        assertThat(masked.split("\\*{11}", -1)).hasSize(4);
    }

    @Test
    void a_niss_as_subject_is_refused() {
        assertThatThrownBy(() -> AuditEvent.of("block", "person", "85073003328"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("85073003328");
    }
}
