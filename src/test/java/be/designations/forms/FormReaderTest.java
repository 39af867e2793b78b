package be.designations.forms;

import static be.designations.forms.FormFixtures.form;
import static be.designations.forms.FormFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.DefaultResourceLoader;

class FormReaderTest {

    private static final String RADIO = """
            {"type": "radio", "key": "kind", "label": "Kind",
             "values": [{"value": "A", "label": "a"}, {"value": "B", "label": "b"}]}""";

    @Test
    void groups_become_pages_in_their_order() {
        assertThat(FormFixtures.forms().get("dpd-application").pages())
                .extracting(FormPage::key)
                .containsExactly(
                        "institution",
                        "candidate",
                        "role",
                        "qualifications",
                        "time",
                        "independence",
                        "means",
                        "council");
    }

    @Test
    void a_form_without_groups_is_one_page() {
        FormDefinition form = FormFixtures.forms().get("dpd-opinion");
        assertThat(form.pages())
                .singleElement()
                .extracting(FormPage::key, FormPage::title)
                .containsExactly("form", "");
    }

    @Test
    void all_form_files_are_found() {
        assertThat(FormFixtures.forms().all())
                .extracting(FormDefinition::id)
                .containsExactly(
                        "assistance-end",
                        "assistance-give-up",
                        "assisting-officer",
                        "case-comment",
                        "closing-day",
                        "deputy",
                        "deputy-end",
                        "designation",
                        "desk-head",
                        "desk-takeover",
                        "dpd-application",
                        "dpd-completion",
                        "dpd-completion-request",
                        "dpd-decision",
                        "dpd-opinion",
                        "dpd-withdrawal",
                        "entity-details",
                        "example-decision",
                        "example-text",
                        "letter-template",
                        "local-manager-change",
                        "mandate-end-back",
                        "mandate-extension",
                        "mandate-extension-decision",
                        "mandate-extension-withdrawal",
                        "mandate-resignation",
                        "mandate-verification",
                        "mandate-withdrawal",
                        "news",
                        "niss-enquiry",
                        "own-contact",
                        "post-contact",
                        "principal-manager",
                        "principal-manager-conditions",
                        "principal-manager-mandate",
                        "principal-manager-relationship",
                        "principal-manager-start",
                        "principal-manager-withdrawal",
                        "process-suspension",
                        "quality-activation",
                        "quality-email",
                        "relationship-end",
                        "relationship-extend",
                        "relationship-new",
                        "replacement-tie",
                        "responsibility-change",
                        "retention",
                        "review-answer",
                        "review-campaign",
                        "review-finish",
                        "review-stop",
                        "right-grant",
                        "right-refusal",
                        "right-request",
                        "right-request-end",
                        "rights-grant",
                        "rights-person",
                        "rights-reason",
                        "subdivision",
                        "user-action",
                        "user-new");
    }

    @Test
    void an_unknown_form_is_named() {
        Forms forms = new Forms(new DefaultResourceLoader());
        assertThatThrownBy(() -> forms.get("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type": "filepicker", "key": "a", "label": "A"}                                        | "filepicker" is not understood
            {"type": "textfield", "key": "a", "label": "A", "defaultValue": "x"}                    | "defaultValue" is not understood
            {"type": "textfield", "key": "a", "label": "A", "validate": {"minimum": 1}}             | "minimum" is not understood
            {"type": "number", "key": "a", "label": "A", "validate": {"maxLength": 1}}              | "maxLength" is not understood
            {"type": "textfield", "key": "a", "label": "A", "validate": {"required": "yes"}}        | must be true or false
            {"type": "textfield", "key": "a", "label": "A", "validate": {"pattern": "["}}           | the pattern cannot be read
            {"type": "textfield", "key": "a", "label": "A", "validate": {"validationType": "x"}}    | validationType "x" is not understood
            {"type": "textfield", "key": "a", "label": "A", "properties": {"format": "iban"}}       | format "iban" is not understood
            {"type": "textfield", "key": "a", "label": "A", "properties": {"colour": "red"}}        | "colour" is not understood
            {"type": "textfield", "key": "a", "label": "A", "properties": {"width": "7"}}           | width must be one of
            {"type": "textfield", "key": "a", "label": "A", "properties": {"rows": "7"}}            | only a textarea has rows
            {"type": "textfield", "key": "a-b", "label": "A"}                                       | must match
            {"type": "textfield", "key": "page", "label": "A"}                                      | taken or reserved
            {"type": "textfield", "key": "a"}                                                       | "label" is missing
            {"type": "datetime", "subtype": "time", "key": "a", "dateLabel": "A"}                   | subtype "date"
            {"type": "radio", "key": "a", "label": "A"}                                             | needs values
            """)
    void what_is_not_understood_is_refused(String component, String problem) {
        assertThatThrownBy(() -> form(component))
                .isInstanceOf(FormFileException.class)
                .hasMessageStartingWith("Form sample.form: ")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=kind = \\\"A\\\"",
                "=not(kind != \\\"A\\\")",
                "=kind != \\\"C\\\"",
                "=other != \\\"A\\\"",
                "=kind != \\\"A\\\" and true",
                "true"
            })
    void only_one_form_of_condition_on_a_radio_before_it_is_understood(String hide) {
        String dependent = """
                {"type": "textfield", "key": "why", "label": "Why", "conditional": {"hide": "%s"}}""".formatted(hide);
        assertThatThrownBy(() -> form(RADIO, dependent))
                .isInstanceOf(FormFileException.class)
                .hasMessageContaining("condition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=kind != \\\"A\\\"", "=other = \\\"A\\\"", "=kind = \\\"Z\\\"", "true"})
    void a_field_is_required_for_an_answer_of_a_radio_before_it_only(String condition) {
        String dependent = """
                {"type": "textfield", "key": "why", "label": "Why", "properties": {"requiredIf": "%s"}}""".formatted(condition);
        assertThatThrownBy(() -> form(RADIO, dependent))
                .isInstanceOf(FormFileException.class)
                .hasMessageContaining("condition");
    }

    @Test
    void the_same_key_twice_is_refused() {
        assertThatThrownBy(() -> form(RADIO, RADIO)).hasMessageContaining("field kind: the key is taken");
    }

    @Test
    void the_id_is_the_name_of_the_file() {
        assertThatThrownBy(() -> FormReader.read("other.form", json(RADIO))).hasMessageContaining("name of the file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"id\": \"sample\", \"id\": \"sample\"}"})
    void a_file_that_is_no_form_is_refused(String content) {
        assertThatThrownBy(() -> FormReader.read("sample.form", content)).isInstanceOf(FormFileException.class);
    }
}
