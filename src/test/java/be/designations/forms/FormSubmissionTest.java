package be.designations.forms;

import static be.designations.forms.FormFixtures.codes;
import static be.designations.forms.FormFixtures.completeApplication;
import static be.designations.forms.FormFixtures.form;
import static be.designations.forms.FormFixtures.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormSubmissionTest {

    private static final FormDefinition APPLICATION = FormFixtures.forms().get("dpd-application");

    private static final FormDefinition KINDS = form("""
            {"type": "textfield", "key": "line", "label": "Line", "validate": {"minLength": 3, "pattern": "[a-z ]+"}}""", """
            {"type": "textarea", "key": "lines", "label": "Lines", "validate": {"maxLength": 10}}""", """
            {"type": "number", "key": "hours", "label": "Hours", "validate": {"min": 0, "max": 60}}""", """
            {"type": "number", "key": "count", "label": "Count", "decimalDigits": 0}""", """
            {"type": "datetime", "subtype": "date", "key": "day", "dateLabel": "Day"}""", """
            {"type": "select", "key": "choice", "label": "Choice", "values": [{"value": "A", "label": "a"}]}""", """
            {"type": "checkbox", "key": "agreed", "label": "Agreed"}""", """
            {"type": "checklist", "key": "several", "label": "Several",
             "values": [{"value": "A", "label": "a"}, {"value": "B", "label": "b"}]}""", """
            {"type": "textfield", "key": "mail", "label": "Mail", "validate": {"validationType": "email"}}""", """
            {"type": "textfield", "key": "niss", "label": "NISS", "properties": {"format": "niss"}}""", """
            {"type": "textfield", "key": "company", "label": "Company", "properties": {"format": "enterprise-number"}}""", """
            {"type": "textfield", "key": "phone", "label": "Phone", "properties": {"format": "phone"}}""");

    @Test
    void a_complete_application_has_no_errors_and_typed_values() {
        FormSubmission submission = APPLICATION.read(completeApplication("_csrf=x", "_action=send"));

        assertThat(codes(submission)).isEmpty();
        FormValues values = submission.values();
        assertThat(values.text("candidateFirstName")).isEqualTo("Chloé");
        assertThat(values.number("hoursPerWeek")).contains(new BigDecimal("7.5"));
        assertThat(values.date("startDate")).contains(LocalDate.of(2027, 2, 1));
        assertThat(values.date("endDate")).isEmpty();
        assertThat(values.isChecked("noConflict")).isTrue();
        assertThat(values.list("incompatibleFunctions")).isEmpty();
        assertThat(values.has("_csrf")).isFalse();
    }

    @Test
    void every_required_field_is_asked_for_in_the_order_of_the_form() {
        assertThat(codes(APPLICATION.read(Map.of())))
                .containsExactlyElementsOf(APPLICATION.fields().stream()
                        .filter(FormField::required)
                        .map(field -> field.key() + ":required")
                        .toList())
                .hasSize(21);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            line=ab              | line:too-short
            line=ABC             | line:pattern
            lines=12345678901    | lines:too-long
            hours=four           | hours:number
            hours=1e3            | hours:number
            hours=-1             | hours:too-small
            hours=60,01          | hours:too-large
            hours=1.234          | hours:decimals
            count=1,5            | count:decimals
            day-day=31           | day:date-incomplete
            day=2026-02-30       | day:date
            day=30/01/2026       | day:date
            choice=B             | choice:option
            agreed=maybe         | agreed:option
            several=C            | several:option
            mail=nobody          | mail:email
            mail=a@b             | mail:email
            mail=a@b.be,c@d.be   | mail:email
            niss=85073003329     | niss:niss
            company=0403019262   | company:enterprise-number
            phone=1234           | phone:phone
            phone=02 call me 123 | phone:phone
            _other=x             | _other:unknown-field
            day-hour=1           | day-hour:unknown-field
            """)
    void an_answer_that_does_not_fit_is_refused(String pair, String expected) {
        assertThat(codes(KINDS.read(posted(pair)))).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "line=abc",
                "line=   ",
                "lines=1234\r\n6789\r\n",
                "hours=60",
                "hours=4,25",
                "hours=4.25",
                "hours=4.250",
                "day=2028-02-29",
                "choice=A",
                "choice=",
                "agreed=true",
                "agreed=false",
                "several=B",
                "mail=a.b+c@d-e.example.be",
                "niss=85.07.30-033.28",
                "company=0403.019.261",
                "phone=+32 (0)2 787.58.28",
                "phone=02/787 58 28"
            })
    void an_answer_that_fits_is_taken(String pair) {
        assertThat(codes(KINDS.read(posted(pair)))).isEmpty();
    }

    @Test
    void a_text_has_a_longest_length_even_if_the_file_names_none() {
        FormDefinition form = form("""
                {"type": "textfield", "key": "line", "label": "Line"}""", """
                {"type": "textarea", "key": "lines", "label": "Lines"}""");
        assertThat(codes(form.read(posted("line=" + "x".repeat(200), "lines=" + "x".repeat(4000)))))
                .isEmpty();
        assertThat(codes(form.read(posted("line=" + "x".repeat(201), "lines=" + "x".repeat(4001)))))
                .containsExactly("line:too-long", "lines:too-long");
    }

    @Test
    void control_characters_are_refused_and_not_kept() {
        FormSubmission submission =
                KINDS.read(posted("line=abc\u0000def", "lines=one\ud800\u202etwo", "choice=\u0007"));
        assertThat(codes(submission))
                .containsExactly("line:control-characters", "lines:control-characters", "choice:control-characters");
        assertThat(submission.values().text("line")).isEqualTo("abcdef");
        assertThat(submission.values().text("lines")).isEqualTo("onetwo");
    }

    @Test
    void signs_that_turn_the_direction_go_without_a_word() {
        FormSubmission submission = KINDS.read(posted("lines=\u202dDupont\u2066\u202eA\u202c"));

        assertThat(codes(submission)).noneMatch(code -> code.startsWith("lines:"));
        assertThat(submission.values().text("lines")).isEqualTo("DupontA");
    }

    @Test
    void spaces_around_an_answer_go_even_those_that_do_not_break() {
        assertThat(KINDS.read(posted("line=\u00a0 abc\t")).values().text("line"))
                .isEqualTo("abc");
    }

    @Test
    void what_was_typed_wrong_is_kept_to_be_shown_again() {
        FormValues values = KINDS.read(posted("hours=four", "day-day=31", "day-month=2", "day-year=2026"))
                .values();
        assertThat(values.text("hours")).isEqualTo("four");
        assertThat(values.number("hours")).isEmpty();
        assertThat(values.text("day-day")).isEqualTo("31");
        assertThat(values.date("day")).isEmpty();
    }

    @Test
    void one_question_has_one_answer() {
        assertThat(codes(KINDS.read(posted("line=abc", "line=def")))).containsExactly("line:malformed");
        assertThat(KINDS.read(posted("several=A", "several=B", "several=A"))
                        .values()
                        .list("several"))
                .containsExactly("A", "B");
    }

    @Test
    void a_page_refuses_the_fields_of_another_page() {
        FormPage time = APPLICATION.page("time").orElseThrow();
        assertThat(codes(APPLICATION.read(posted("hoursPerWeek=4"), time))).isEmpty();
        assertThat(codes(APPLICATION.read(posted("hoursPerWeek=4", "degree=x"), time)))
                .containsExactly("degree:unknown-field");
    }

    @Test
    void an_answer_to_a_question_that_is_hidden_is_dropped() {
        FormValues hidden = APPLICATION
                .read(completeApplication("employment=INTERNAL", "supplierNumber=rubbish"))
                .values();
        assertThat(hidden.has("supplierNumber")).isFalse();
        FormSubmission shown = APPLICATION.read(completeApplication("employment=EXTERNAL", "supplierNumber=rubbish"));
        assertThat(codes(shown)).containsExactly("supplierNumber:enterprise-number");
    }

    @Test
    void a_hidden_question_is_not_required() {
        FormDefinition form = form("""
                {"type": "radio", "key": "kind", "label": "Kind",
                 "values": [{"value": "A", "label": "a"}, {"value": "B", "label": "b"}]}""", """
                {"type": "textfield", "key": "why", "label": "Why", "validate": {"required": true},
                 "conditional": {"hide": "=kind != \\"B\\""}}""");
        assertThat(codes(form.read(posted("kind=A")))).isEmpty();
        assertThat(codes(form.read(posted()))).isEmpty();
        assertThat(codes(form.read(posted("kind=B")))).containsExactly("why:required");
    }

    @Test
    void a_field_that_one_answer_requires_is_missed_with_that_answer_only() {
        FormDefinition form = form("""
                {"type": "radio", "key": "kind", "label": "Kind", "validate": {"required": true},
                 "values": [{"value": "A", "label": "a"}, {"value": "B", "label": "b"}]}""", """
                {"type": "textfield", "key": "ground", "label": "Ground", "validate": {"required": true},
                 "conditional": {"hide": "=kind != \\"B\\""}}""", """
                {"type": "textarea", "key": "why", "label": "Why", "properties": {"requiredIf": "=kind = \\"B\\""}}""");
        assertThat(codes(form.read(posted("kind=A")))).isEmpty();
        assertThat(codes(form.read(posted()))).containsExactly("kind:required");
        assertThat(codes(form.read(posted("kind=B")))).containsExactly("ground:required", "why:required");
        assertThat(codes(form.read(posted("kind=B", "ground=x", "why=y")))).isEmpty();
    }

    @Test
    void a_box_that_must_be_ticked_may_not_be_posted_as_false() {
        assertThat(codes(APPLICATION.read(completeApplication("noConflict=false"))))
                .containsExactly("noConflict:required");
    }

    @Test
    void posted_names_without_a_value_do_no_harm() {
        assertThat(codes(KINDS.read(Map.of("line", List.of(), "choice", Arrays.asList((String) null)))))
                .isEmpty();
    }

    @Test
    void json_is_held_to_the_same_rules() {
        FormSubmission submission = KINDS.readJson(json("""
                {"line": "abc", "hours": 4.5, "count": 3, "day": "2026-03-27", "agreed": true, "several": ["A", "B"],
                 "choice": null}"""));
        assertThat(codes(submission)).isEmpty();
        assertThat(submission.values().number("hours")).contains(new BigDecimal("4.5"));
        assertThat(submission.values().date("day")).contains(LocalDate.of(2026, 3, 27));
        assertThat(submission.values().isChecked("agreed")).isTrue();
        assertThat(submission.values().list("several")).containsExactly("A", "B");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"line": 5}            | line:malformed
            {"line": {"a": "b"}}   | line:malformed
            {"line": ["abc"]}      | line:malformed
            {"agreed": "true"}     | agreed:malformed
            {"several": "A"}       | several:malformed
            {"several": [1]}       | several:malformed
            {"hours": 1e400}       | hours:number
            {"day": "27/03/2026"}  | day:date
            {"day-day": "1"}       | day-day:unknown-field
            {"_csrf": "x"}         | _csrf:unknown-field
            []                     | :malformed
            """)
    void json_of_another_shape_is_refused(String body, String expected) {
        assertThat(codes(KINDS.readJson(json(body)))).containsExactly(expected);
    }

    @Test
    void a_draft_comes_back_as_it_was_saved() {
        FormValues values = KINDS.read(
                        posted("line=abc", "hours=4,5", "several=A", "several=B", "day-day=31", "lines=a\nb"))
                .values();
        FormValues again = FormValues.fromJson(values.toJson());
        assertThat(again).isEqualTo(values);
        assertThat(again.list("several")).containsExactly("A", "B");
        assertThat(again.text("day-day")).isEqualTo("31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"a\": 1}", "{\"a\": {}}", "secret"})
    void what_is_no_draft_is_refused_without_quoting_it(String json) {
        assertThatThrownBy(() -> FormValues.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a saved form")
                .hasNoCause();
    }

    @Test
    void a_draft_is_filled_page_by_page_and_checked_as_a_whole() {
        FormPage independence = APPLICATION.page("independence").orElseThrow();
        FormValues draft = APPLICATION
                .read(completeApplication("incompatibleFunctions=HEAD_OF_IT"))
                .values()
                .replacing(
                        independence,
                        APPLICATION
                                .read(posted("reportsToHead=NO", "isHeadOfDailyManagement=NO"), independence)
                                .values());
        assertThat(draft.text("reportsToHead")).isEqualTo("NO");
        assertThat(draft.list("incompatibleFunctions")).isEmpty();
        assertThat(draft.text("candidateFirstName")).isEqualTo("Chloé");
        assertThat(codes(APPLICATION.check(draft))).containsExactly("noConflict:required");
    }

    @Test
    void an_answer_to_a_question_no_longer_asked_is_dropped_from_a_draft() {
        FormSubmission submission = KINDS.check(FormValues.fromJson("{\"line\": \"abc\", \"gone\": \"x\"}"));
        assertThat(codes(submission)).isEmpty();
        assertThat(submission.values().has("gone")).isFalse();
    }

    @Test
    void values_do_not_print_what_was_typed() {
        FormSubmission submission = KINDS.read(posted("niss=" + FormFixtures.NISS));
        assertThat(submission).asString().contains("niss").doesNotContain(FormFixtures.NISS);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
