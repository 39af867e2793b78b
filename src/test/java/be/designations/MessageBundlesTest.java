package be.designations;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.dpd.ApplicationStatus;
import be.designations.principalmanager.Recognition;
import be.designations.principalmanager.RequestStatus;
import be.designations.testing.Bundles;
import be.designations.testing.SourceFiles;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text stands in the four languages, and every code has its text. */
class MessageBundlesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final List<String> OTHER_LANGUAGES = List.of("nl", "de", "en");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z0-9-]+}");
    /** French texts of the forms stand in the form files themselves; the forms' own test looks after them. */
    private static final String OF_FORMS = "form.";

    private static final Set<String> CHECKED_ELSEWHERE = Set.of("forms");
    /** Mails have named placeholders and a reader of their own. */
    private static final Set<String> NAMED_PLACEHOLDERS = Set.of("notification");

    static Stream<String> bundles() {
        return SourceFiles.below(FOLDER.toString(), "[^_]+\\.properties").stream()
                .map(file -> file.getFileName().toString().replace(".properties", ""))
                .filter(name -> !CHECKED_ELSEWHERE.contains(name));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_stands_in_every_language_with_the_same_placeholders(String bundle) {
        Map<String, String> french = read(bundle, "");
        assertThat(french).isNotEmpty();
        for (String language : OTHER_LANGUAGES) {
            Map<String, String> other = read(bundle, "_" + language);
            assertThat(other.keySet()).as(bundle + " in " + language).isEqualTo(french.keySet());
            other.forEach((key, text) -> {
                assertThat(text).as(key + " in " + language).isNotBlank();
                assertThat(placeholders(text)).as(key + " in " + language).isEqualTo(placeholders(french.get(key)));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void no_text_loses_an_apostrophe_to_its_formatting(String bundle) {
        Stream.concat(Stream.of(""), OTHER_LANGUAGES.stream().map(language -> "_" + language))
                .forEach(suffix -> read(bundle, suffix).forEach((key, text) -> {
                    assertThat(text).as(bundle + suffix + " " + key).doesNotContain("'");
                    if (!NAMED_PLACEHOLDERS.contains(bundle)) {
                        assertThat(new MessageFormat(text, Locale.FRENCH))
                                .as(key)
                                .isNotNull();
                    }
                }));
    }

    /** The law is quoted in French in every language. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                | “”„‘
            _nl | «»„‘
            _de | «»”‘
            _en | «»„‘
            """)
    void a_language_quotes_in_one_way(@Nullable String suffix, String othersMarks) {
        assertThat(Bundles.texts(suffix == null ? "" : suffix, ""))
                .allSatisfy((key, text) -> assertThat(key.equals("help.why.law.quote") ? "" : text)
                        .as(key)
                        .doesNotContain(othersMarks.split("")));
    }

    @Test
    void every_bundle_is_registered() {
        String settings = SourceFiles.read(Path.of("src/main/resources/application.yml"));
        assertThat(Stream.concat(bundles(), CHECKED_ELSEWHERE.stream()))
                .allSatisfy(bundle -> assertThat(settings).containsPattern("basename: .*messages/" + bundle + "\\b"));
    }

    @Test
    void every_bundle_is_a_modules() {
        assertThat(Stream.concat(bundles(), CHECKED_ELSEWHERE.stream()))
                .allSatisfy(bundle -> assertThat(Path.of("src/main/java/be/designations", bundle))
                        .isDirectory());
    }

    @Test
    void every_refusal_has_its_sentence() {
        Map<String, String> texts = allFrench();
        Set<String> codes = codesIn("Rejection\\.of(?:Field)?\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");
        assertThat(codes).hasSizeGreaterThan(15);
        assertThat(texts.keySet())
                .containsAll(codes.stream().map(code -> "rejection." + code).toList());
    }

    @Test
    void every_status_and_event_of_a_dossier_has_its_words() {
        Map<String, String> texts = allFrench();
        assertThat(ApplicationStatus.values())
                .allSatisfy(status -> assertThat(texts.keySet()).contains("status." + status.code()));
        assertThat(RequestStatus.values())
                .allSatisfy(status -> assertThat(texts.keySet()).contains("status." + status.code()));
        assertThat(Recognition.values()).allSatisfy(answer -> assertThat(texts.keySet())
                .contains("principalmanager.recognition." + answer, "principalmanager.page.register-said." + answer));
        Set<String> events = codesIn("\"((?:dpd|localmanager|principal-manager)\\.[a-z-]+)\"").stream()
                .filter(code -> texts.containsKey("timeline." + code))
                .collect(Collectors.toSet());
        assertThat(texts.keySet().stream()
                        .filter(key -> key.startsWith("timeline.dpd.")
                                || key.startsWith("timeline.localmanager.")
                                || key.startsWith("timeline.principal-manager."))
                        .map(key -> key.substring("timeline.".length())))
                .as("texts of events that nothing records")
                .isSubsetOf(events);
    }

    private static Set<String> codesIn(String pattern) {
        return SourceFiles.matches(Pattern.compile(pattern), "src/main/java")
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> allFrench() {
        Map<String, String> all = new TreeMap<>();
        bundles().forEach(bundle -> all.putAll(read(bundle, "")));
        return all;
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group())
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, String> read(String bundle, String suffix) {
        Map<String, String> texts = Bundles.read(FOLDER.resolve(bundle + suffix + ".properties"));
        texts.keySet().removeIf(key -> key.startsWith(OF_FORMS));
        return texts;
    }
}
