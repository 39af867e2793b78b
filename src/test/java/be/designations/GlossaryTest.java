package be.designations;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.Bundles;
import be.designations.testing.Glossary;
import be.designations.testing.Glossary.Concept;
import be.designations.testing.SourceFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One concept has one term in each language, wherever people read it. */
class GlossaryTest {

    private static final Path DATA = Path.of("docs/glossary.yaml");
    private static final Path PAGE = Path.of("docs/glossary.md");
    /** Where the key of a text ends, in a bundle. */
    private static final Pattern KEY = Pattern.compile("^([A-Za-z0-9._-]+)\\s*=");

    private final List<Concept> concepts = Glossary.read(DATA);

    @Test
    void every_concept_has_a_term_in_every_language_and_its_meaning_once() {
        assertThat(concepts).hasSizeGreaterThan(70).allSatisfy(concept -> {
            assertThat(concept.terms().keySet()).as(concept.toString()).containsExactlyElementsOf(Glossary.LANGUAGES);
            assertThat(concept.terms().values()).as(concept.toString()).noneMatch(String::isBlank);
            assertThat(concept.meaning()).as(concept.toString()).isNotBlank();
        });
        assertThat(concepts.stream().map(concept -> concept.terms().get("fr"))).doesNotHaveDuplicates();
    }

    @Test
    void the_page_of_the_glossary_says_what_its_data_say() throws Exception {
        String page = Glossary.page(concepts);
        Path made = Path.of("target/glossary.md");
        Files.createDirectories(made.getParent());
        Files.writeString(made, page);
        assertThat(SourceFiles.read(PAGE))
                .as("docs/glossary.md is made from docs/glossary.yaml: copy target/glossary.md over it")
                .isEqualTo(page);
    }

    @Test
    void no_text_uses_a_term_that_the_glossary_rules_out() {
        List<String> found = new ArrayList<>();
        Stream.of(
                        new Texts("src/main/resources/messages", "[a-z]+\\.properties", "fr"),
                        new Texts("src/main/resources/messages", "[a-z]+_nl\\.properties", "nl"),
                        new Texts("src/main/resources/messages", "[a-z]+_de\\.properties", "de"),
                        new Texts("src/main/resources/messages", "[a-z]+_en\\.properties", "en"),
                        new Texts("src/main/resources/letters", ".*_fr\\.txt", "fr"),
                        new Texts("src/main/resources/letters", ".*_nl\\.txt", "nl"),
                        new Texts("src/main/resources/letters", ".*_de\\.txt", "de"),
                        new Texts("bpmn", ".*\\.bpmn", "fr"),
                        new Texts("forms", ".*\\.form", "fr"),
                        new Texts("src/main/resources/demo", ".*\\.csv", "fr"),
                        new Texts("src/main/resources/templates", ".*\\.(html|txt)", "fr"),
                        // What the document of the API says stands with the operations.
                        new Texts("src/main/java", ".*\\.java", "en"))
                .forEach(texts -> texts.search(concepts, found));
        assertThat(found).as("terms that docs/glossary.yaml rules out").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bijzondere procedure; Volg de bijzondere procedure.; true",
                "bijzondere procedure; Een bijzondere procedures; false",
                "*itverwalter*; ein lokaler Mitverwalter; true",
                "lokale beheerder … wijzig*; de lokale beheerder van de hoedanigheid wijzigen; true",
                "lokale beheerder … wijzig*; de lokale beheerder. Wijzig het adres; false",
                "lokale beheerder … wijzig*; Lokale beheerder wijzigen; true",
                "GL; der GL der Eigenschaft; true",
                "GL; die Anmeldung als namur-gl; false",
                "Hauptzugangsverwalter; Haupt\u00adzugangs\\u00ADverwalter; true"
            })
    void a_variant_is_found_as_the_head_of_the_glossary_says(String variant, String text, boolean found) {
        assertThat(Glossary.pattern(variant).matcher(Glossary.plain(text)).find())
                .isEqualTo(found);
    }

    /** The files in that folder whose name matches, and their language. */
    private record Texts(String folder, String name, String language) {

        void search(List<Concept> concepts, List<String> found) {
            SourceFiles.below(folder, name).forEach(file -> {
                String key = "";
                List<String> lines = SourceFiles.read(file).lines().toList();
                for (int number = 1; number <= lines.size(); number++) {
                    String line = Glossary.plain(lines.get(number - 1));
                    var keyed = KEY.matcher(line);
                    // A text that goes on in another line keeps the key of its first.
                    if (keyed.find()) {
                        key = keyed.group(1);
                        line = line.substring(keyed.end());
                    }
                    for (String variant : Glossary.found(concepts, language, key, line)) {
                        found.add(file + ":" + number + " says " + variant);
                    }
                }
            });
        }
    }

    @Test
    void every_text_that_may_say_it_all_the_same_exists() {
        Set<String> keys = Bundles.texts("_nl", "").keySet();
        assertThat(concepts.stream().flatMap(concept -> concept.saidIn().stream()))
                .isNotEmpty()
                .allMatch(keys::contains);
    }
}
