package be.designations;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.SourceFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who meets the code of a rule finds the rule, and who reads a rule finds where it is kept. */
class RuleBookTest {

    private static final Path BOOK = Path.of("docs/rules.md");

    /** A decision, a fact, a source with its part, or the procedure's own number. */
    private static final Pattern CITATION =
            Pattern.compile("(?<![\\w.#-])(?:[ABD][1-9]\\d{0,2}|S00\\d(?: §\\d)?|KB\\d{7})(?![\\w-])");

    private static final Pattern HEADING = Pattern.compile("(?m)^### (.+)$");
    private static final Pattern CLASS = Pattern.compile("\\[(`\\w+`)](?!:)");
    private static final Pattern ADDRESS_OF_CLASS = Pattern.compile("(?m)^\\[(`\\w+`)]: (\\S+)$");
    private static final Pattern ANCHOR = Pattern.compile("\\(#([\\w-]+)\\)");

    private final String book = SourceFiles.read(BOOK);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java",
                "src/main/resources/db/migration",
                "src/main/resources/messages",
                "bpmn",
                "forms",
                "docs"
            })
    void every_citation_stands_in_the_book(String folder) {
        Set<String> headings = Set.copyOf(headings());
        assertThat(files(folder))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(headings).as("cited in %s", file).containsAll(citations(file)));
    }

    @Test
    void the_code_cites_the_book_often() {
        assertThat(files("src/main/java").stream().flatMap(file -> citations(file).stream()))
                .as("found by the pattern")
                .hasSizeGreaterThan(150)
                .contains("D12", "A2", "B5", "S002 §2");
    }

    @Test
    void every_rule_stands_there_once() {
        assertThat(headings()).doesNotHaveDuplicates();
        assertThat(headings().stream().filter(heading -> heading.startsWith("D")))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 121).mapToObj(n -> "D" + n).toList());
    }

    @Test
    void every_decision_says_where_it_is_kept_or_that_it_is_not() {
        assertThat(Pattern.compile("(?m)^### D\\d+$").splitAsStream(book).skip(1))
                .allMatch(decision -> decision.matches("(?s).*(\\*Kept\\sin\\*|\\*Not\\sbuilt\\syet[.:]\\*).*"));
    }

    @Test
    void every_class_that_keeps_a_rule_exists() {
        List<MatchResult> addresses = ADDRESS_OF_CLASS.matcher(book).results().toList();
        assertThat(addresses).allSatisfy(address -> assertThat(BOOK.resolveSibling(address.group(2)))
                .exists());
        assertThat(book.substring(addresses.get(0).start()).lines())
                .as("the addresses stand together at the end: inside of a paragraph they are words of it")
                .allMatch(line -> ADDRESS_OF_CLASS.matcher(line).matches());
        Set<String> named =
                CLASS.matcher(book).results().map(keeper -> keeper.group(1)).collect(Collectors.toSet());
        assertThat(addresses.stream().map(address -> address.group(1)))
                .as("an address for each class, and for no other")
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void every_link_inside_the_book_leads_to_a_heading() {
        Set<String> anchors = headings().stream()
                .map(heading ->
                        heading.toLowerCase(Locale.ROOT).replace("§", "").replace(' ', '-'))
                .collect(Collectors.toSet());
        assertThat(ANCHOR.matcher(book).results().map(link -> link.group(1))).isSubsetOf(anchors);
    }

    private List<String> headings() {
        return HEADING.matcher(book).results().map(heading -> heading.group(1)).toList();
    }

    private static List<String> citations(Path file) {
        return CITATION.matcher(SourceFiles.read(file))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static List<Path> files(String folder) {
        return SourceFiles.below(folder, ".*\\.(java|sql|bpmn|form|md|properties)");
    }
}
