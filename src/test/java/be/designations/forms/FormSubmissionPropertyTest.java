package be.designations.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormSubmissionPropertyTest {

    private static final FormDefinition FORM = FormFixtures.forms().get("dpd-application");

    private static final List<String> NAMES =
            FORM.fields().stream().flatMap(field -> field.inputNames().stream()).toList();

    @Property(tries = 500)
    void whatever_is_posted_is_answered_and_unknown_fields_are_refused(
            @ForAll("submissions") Map<String, List<String>> posted) {
        FormSubmission submission = FORM.read(posted);

        assertThat(submission.values().byName().keySet()).isSubsetOf(NAMES);
        assertThat(submission.errors().stream()
                        .filter(error -> error.code().equals("unknown-field"))
                        .count())
                .isEqualTo(posted.keySet().stream()
                        .filter(name -> !NAMES.contains(name)
                                && !List.of("_csrf", "_version", "_page", "_action")
                                        .contains(name))
                        .count());
        assertThat(submission.errors()).extracting(FieldError::code).isSubsetOf(FieldError.CODES);
    }

    @Property(tries = 300)
    void what_was_read_is_saved_and_read_again_the_same(@ForAll("submissions") Map<String, List<String>> posted) {
        FormValues values = FORM.read(posted).values();
        assertThat(FormValues.fromJson(values.toJson())).isEqualTo(values);
        assertThat(FORM.check(values).values()).isEqualTo(values);
    }

    @Provide
    Arbitrary<Map<String, List<String>>> submissions() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of(NAMES),
                Arbitraries.strings().ofMaxLength(80),
                Arbitraries.of("_csrf", "_page", "__proto__"));
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(300),
                Arbitraries.of(Stream.concat(
                                FORM.fields().stream().flatMap(field -> field.options().stream()
                                        .map(FormOption::value)),
                                Stream.of("true", "31", "2", "2026", "4,5", "2026-02-31", "85073003328", "a@b.be"))
                        .toList()));
        return Arbitraries.maps(names, texts.list().ofMaxSize(3)).ofMaxSize(30);
    }
}
