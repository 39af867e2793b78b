package be.designations.forms;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.Bundles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormBundlesTest {

    private static final Predicate<String> OF_FIELDS =
            key -> !key.startsWith("form.error.") && !key.startsWith("form.ui.");

    @ParameterizedTest
    @ValueSource(strings = {"_nl", "_de", "_en"})
    void every_text_of_every_form_is_translated_and_no_other(String language) {
        assertThat(keys(language, OF_FIELDS)).isEqualTo(keysOfForms());
    }

    @Test
    void french_texts_of_forms_stand_in_the_form_files_only() {
        assertThat(keys("", OF_FIELDS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_nl", "_de", "_en"})
    void errors_and_words_of_the_page_are_in_every_language(String language) {
        assertThat(keys(language, OF_FIELDS.negate())).isEqualTo(keys("", OF_FIELDS.negate()));
    }

    @Test
    void every_error_has_a_sentence() {
        Set<String> keys = keys("", key -> key.startsWith("form.error."));
        assertThat(keys)
                .containsAll(FieldError.CODES.stream()
                        .map(code -> "form.error." + code)
                        .toList());
        assertThat(keys)
                .allMatch(key -> FieldError.CODES.contains(key.split("\\.", -1)[2]), "belongs to a code of FieldError");
    }

    @ParameterizedTest
    @MethodSource("be.designations.forms.FormFixtures#languages")
    void every_sentence_can_be_formatted_and_none_is_empty(String language) {
        bundle(language.equals("fr") ? "" : "_" + language).forEach((key, text) -> {
            assertThat(text).as("%s", key).isNotBlank().doesNotContain("'");
            String formatted =
                    new MessageFormat(text, Locale.forLanguageTag(language)).format(new Object[] {"LABEL", 7});
            assertThat(formatted).as("%s", key).doesNotContain("{");
            if (key.startsWith("form.error.")) {
                assertThat(formatted).as("%s", key).contains("LABEL");
            }
        });
    }

    /** Tests have forms of their own, with texts of their own. */
    private static Set<String> keysOfForms() {
        Set<String> keys = new TreeSet<>();
        List<FormDefinition> ours = FormFixtures.forms().all().stream()
                .filter(form -> Files.exists(Path.of("forms", form.id() + ".form")))
                .toList();
        for (FormDefinition form : ours) {
            for (FormPage page : form.pages()) {
                if (!page.title().isEmpty()) {
                    keys.add(FormTexts.titleKey(form, page));
                }
            }
            for (FormField field : form.fields()) {
                keys.add(FormTexts.labelKey(form, field));
                if (field.hint() != null) {
                    keys.add(FormTexts.hintKey(form, field));
                }
                field.options().forEach(option -> keys.add(FormTexts.optionKey(form, field, option)));
            }
        }
        return keys;
    }

    private static Set<String> keys(String language, Predicate<String> wanted) {
        return bundle(language).keySet().stream().filter(wanted).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> bundle(String language) {
        return Bundles.texts(language, "form.");
    }
}
