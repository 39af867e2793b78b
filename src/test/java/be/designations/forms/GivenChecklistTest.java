package be.designations.forms;

import static be.designations.forms.FormFixtures.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A checklist whose values whoever shows it gives. */
class GivenChecklistTest {

    private static final String GIVEN = """
            {"type": "checklist", "key": "units", "label": "Units", "valuesKey": "units"}""";

    @Test
    void it_takes_what_could_be_a_value_and_leaves_it_to_the_domain_which_there_are() {
        FormSubmission sent = form(GIVEN).read(Map.of("units", List.of("2297964444", "a-b_c")));
        assertThat(sent.hasErrors()).isFalse();
        assertThat(sent.values().list("units")).containsExactly("2297964444", "a-b_c");
    }

    @Test
    void it_takes_nothing_that_could_not_be_one() {
        assertThat(form(GIVEN).read(Map.of("units", List.of("<script>"))).hasErrors())
                .isTrue();
        assertThat(form(GIVEN).read(Map.of("units", List.of("x".repeat(65)))).hasErrors())
                .isTrue();
    }

    @Test
    void it_has_no_values_of_its_own_and_no_other_field_may_be_given_any() {
        assertThatThrownBy(() -> form(GIVEN.replace("checklist", "radio"))).isInstanceOf(FormFileException.class);
        assertThatThrownBy(() -> form(GIVEN.replace(
                        "\"valuesKey\"", "\"values\": [{\"value\": \"A\", \"label\": \"a\"}], \"valuesKey\"")))
                .isInstanceOf(FormFileException.class);
    }
}
