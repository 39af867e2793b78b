package be.designations;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.SourceFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Traps of the templates that no page shows until somebody looks closely. */
class TemplatesTest {

    private static final Set<String> CONDITIONS = Set.of("th:if", "th:unless", "th:case", "th:each");
    private static final Set<String> REPLACEMENTS = Set.of("th:replace", "th:insert");

    static List<Path> templates() {
        return SourceFiles.below("src/main/resources/templates", ".*\\.html");
    }

    /** A fragment is put in before its own condition is looked at: the condition would count for nothing. */
    @ParameterizedTest
    @MethodSource("templates")
    void a_condition_stands_around_a_fragment_not_on_it(Path template) {
        assertThat(page(template).getAllElements()).isNotEmpty().allSatisfy(element -> assertThat(
                        has(element, CONDITIONS) && has(element, REPLACEMENTS))
                .as(element.attributes().toString())
                .isFalse());
    }

    /** The content security policy lets none of these run or apply. */
    @ParameterizedTest
    @MethodSource("templates")
    void no_page_brings_scripts_or_styles_of_its_own(Path template) {
        assertThat(page(template).getAllElements()).allSatisfy(element -> assertThat(isInline(element))
                .as(element.tagName() + element.attributes())
                .isFalse());
    }

    /** Else a page that is left open keeps its reader signed in, and a sign-in page is shown in the middle of it. */
    @ParameterizedTest
    @MethodSource("templates")
    void what_a_page_asks_again_and_again_says_that_nobody_asked(Path template) {
        assertThat(page(template).select("[hx-trigger*=every]")).allSatisfy(polling -> {
            assertThat(polling.attr("hx-headers")).contains("\"X-By-Itself\": \"true\"");
            assertThat(polling.hasAttr("data-by-itself")).isTrue();
        });
    }

    private static boolean isInline(Element element) {
        boolean ofMail = element.ownerDocument() != null
                && String.valueOf(element.ownerDocument().location()).contains("/mail/");
        boolean handler = element.attributes().asList().stream()
                .anyMatch(attribute -> attribute.getKey().startsWith("on")
                        || attribute.getKey().equals("style")
                        || attribute.getKey().equals("th:style"));
        boolean script = element.tagName().equals("script") && !element.hasAttr("src") && !element.hasAttr("th:src");
        return !ofMail && (handler || script || element.tagName().equals("style"));
    }

    private static boolean has(Element element, Set<String> names) {
        return names.stream().anyMatch(element::hasAttr);
    }

    private static Document page(Path template) {
        return Jsoup.parse(SourceFiles.read(template), template.toString(), Parser.xmlParser());
    }
}
