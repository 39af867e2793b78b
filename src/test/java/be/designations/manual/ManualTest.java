package be.designations.manual;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.DeskWords;
import be.designations.dpd.ApplicationStatus;
import be.designations.reference.ExternalLinks;
import be.designations.reference.ExternalLinks.ExternalPage;
import be.designations.requests.RightRequestStatus;
import be.designations.reviews.AccessReviewStatus;
import be.designations.testing.Bundles;
import be.designations.testing.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manual is whole: words, pictures, names of buttons, ways out. */
class ManualTest {

    private static final Path PICTURES = Path.of("src/main/resources/static/assets/manual");
    private static final List<String> LANGUAGES = List.of("fr", "nl", "de", "en");
    private static final Pattern QUOTED = Pattern.compile("\\[([^\\]]+)]");
    private static final int SIX_MEGABYTES = 6_000_000;

    @Test
    void every_task_has_its_words_and_no_words_are_left_over() {
        Map<String, String> words = Bundles.texts("", "manual.");
        for (ManualTask task : ManualTask.values()) {
            assertThat(words)
                    .containsKeys(Stream.of("title", "for", "1", "2", "then", "wrong")
                            .map(part -> "manual." + task.code() + '.' + part)
                            .toArray(String[]::new));
        }
        Set<String> tasks =
                Arrays.stream(ManualTask.values()).map(ManualTask::code).collect(Collectors.toSet());
        assertThat(words.keySet().stream()
                        .filter(key -> key.matches("manual\\.[a-z-]+\\.(title|for|then|wrong|\\d)"))
                        .map(key -> key.split("\\.", -1)[1]))
                .allMatch(tasks::contains);
    }

    /** What a page shows has one name; with something put in, it would not be what the page shows. */
    @ParameterizedTest
    @ValueSource(strings = {"", "_nl", "_de", "_en"})
    void what_pages_show_is_quoted_by_its_key(String language) {
        Map<String, String> all = Bundles.texts(language, "");
        all.forEach((key, sentence) -> {
            if (key.startsWith("manual.")) {
                assertThat(QUOTED.matcher(DeskWords.asWritten(sentence))
                                .results()
                                .map(quoted -> quoted.group(1)))
                        .as(key + language)
                        .allSatisfy(quoted -> assertThat(all.get(quoted))
                                .as(quoted)
                                .isNotNull()
                                .doesNotContain("{"));
            }
        });
    }

    @Test
    void pictures_are_there_for_every_task_in_every_language_and_small() throws IOException {
        Set<String> wanted = Arrays.stream(ManualTask.values())
                .flatMap(task -> LANGUAGES.stream().map(language -> task.code() + '_' + language + ".png"))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> pictures = Files.list(PICTURES)) {
            assertThat(pictures.map(picture -> picture.getFileName().toString()))
                    .as("make them: " + ManualIT.REMAKE)
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
        long size = 0;
        for (String picture : wanted) {
            size += Files.size(PICTURES.resolve(picture));
        }
        assertThat(size).isLessThan(SIX_MEGABYTES);
    }

    @Test
    void the_most_exact_address_says_which_task_a_page_is_for() {
        assertThat(ManualTask.doneAt("/cases/DPD-2026-00001", null)).containsExactly(ManualTask.FOLLOW);
        assertThat(ManualTask.doneAt("/cases/GAP-2026-00001", null)).containsExactly(ManualTask.FOLLOW);
        assertThat(ManualTask.doneAt("/dpd/applications/new", null)).containsExactly(ManualTask.PROPOSE);
        assertThat(ManualTask.doneAt("/dpd/applications/7/change/time", null)).containsExactly(ManualTask.COMPLETE);
        assertThat(ManualTask.doneAt("/cases/EXT-2026-00001/extension-decision", null))
                .containsExactly(ManualTask.EXTENSION);
        assertThat(ManualTask.doneAt("/cases/AID-2026-00001", null)).containsExactly(ManualTask.STAND_IN);
        assertThat(ManualTask.doneAt("/cases/AID-2026-00001/end", null)).containsExactly(ManualTask.STAND_IN);
        assertThat(ManualTask.doneAt("/cases/AID-2026-00001/comment", null)).containsExactly(ManualTask.FOLLOW);
        assertThat(ManualTask.doneAt("/responsibilities/7/contact", null)).containsExactly(ManualTask.CONTACT);
        assertThat(ManualTask.doneAt("/relationships/7/end/preview", null)).containsExactly(ManualTask.LEAVING);
        assertThat(ManualTask.doneAt("/nowhere", null)).isEmpty();
    }

    @Test
    void how_a_dossier_stands_says_which_task_its_page_is_for() {
        for (ApplicationStatus status : ApplicationStatus.values()) {
            assertThat(ManualTask.doneAt("/cases/DPD-2026-00001", status.code()))
                    .containsExactly(
                            switch (status) {
                                case AWAITING_OPINION -> ManualTask.OPINION;
                                case AWAITING_COMPLETION -> ManualTask.COMPLETE;
                                case AWAITING_DECISION -> ManualTask.DECISION;
                                case REFUSED -> ManualTask.REFUSED;
                                case APPROVED -> ManualTask.CHANGE;
                                default -> ManualTask.FOLLOW;
                            });
            assertThat(ManualTask.doneAt("/cases/DPD-2026-00001/complete", status.code()))
                    .containsExactly(ManualTask.COMPLETE);
        }
        for (RightRequestStatus status : RightRequestStatus.values()) {
            assertThat(ManualTask.doneAt("/cases/RQR-2026-00001", status.code()))
                    .containsExactly(status.isLast() ? ManualTask.FOLLOW : ManualTask.ANSWER);
        }
        for (AccessReviewStatus status : AccessReviewStatus.values()) {
            assertThat(ManualTask.doneAt("/cases/REV-2026-00001", status.code()))
                    .containsExactly(status.isLast() ? ManualTask.FOLLOW : ManualTask.REVIEW);
        }
    }

    /** Addresses of others change: they stand in one file, each with the day on which it was last seen. */
    @Test
    void no_page_and_no_text_has_an_address_elsewhere_of_its_own() {
        Pattern elsewhere = Pattern.compile("https?://(?!www\\.(thymeleaf|w3)\\.org)[a-z0-9.-]+\\.[a-z]{2,}");
        assertThat(Stream.concat(
                        SourceFiles.below("src/main/resources/templates", ".*\\.html").stream(),
                        SourceFiles.below("src/main/resources/messages", ".*\\.properties").stream()))
                .allSatisfy(file -> assertThat(elsewhere
                                .matcher(SourceFiles.read(file))
                                .results()
                                .map(MatchResult::group))
                        .as(file.toString())
                        .isEmpty());
    }

    /** What the code names by an address is no page that could move, but the name of a thing: a licence, a kind of event, a setting. */
    @Test
    void no_code_has_an_address_elsewhere_to_which_a_page_leads() {
        Pattern elsewhere = Pattern.compile("\"https?://[^\"/]+\\.[a-z]{2,}[^\"]*\"");
        assertThat(SourceFiles.below("src/main/java", ".*\\.java").stream().flatMap(file -> elsewhere
                        .matcher(SourceFiles.read(file))
                        .results()
                        .map(MatchResult::group)))
                .isSubsetOf(
                        "\"https://creativecommons.org/publicdomain/zero/1.0/\"",
                        "\"https://schemas.openid.net/secevent/caep/event-type/token-claims-change\"",
                        "\"http://apache.org/xml/features/disallow-doctype-decl\"");
    }

    @Test
    void a_link_is_due_until_somebody_checks_it_and_again_after_a_year() {
        LocalDate day = LocalDate.of(2026, 11, 30);
        var never = new ExternalPage("k", Map.of(), day, "S003", null, List.of());
        var once = new ExternalPage("k", Map.of(), day, "S003", day, List.of());

        assertThat(never.isDue(day)).as("seen in a source is not checked").isTrue();
        assertThat(once.isDue(day.plusYears(1))).isFalse();
        assertThat(once.isDue(day.plusYears(1).plusDays(1))).isTrue();
    }

    @Test
    void every_link_elsewhere_that_a_page_names_is_there_and_none_is_left_over() {
        Pattern named = Pattern.compile("fragments/external :: (?:link|entry)\\('([a-z-]+)'");
        Set<String> used = SourceFiles.below("src/main/resources/templates", ".*\\.html").stream()
                .flatMap(template -> named.matcher(SourceFiles.read(template)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new ExternalLinks()
                        .all().values().stream()
                                .filter(page -> !page.on().isEmpty())
                                .map(ExternalPage::key))
                .as("says on which pages it is")
                .containsExactlyInAnyOrderElementsOf(used);
        Arrays.stream(ManualTask.values())
                .map(ManualTask::elsewhere)
                .filter(key -> key != null)
                .forEach(used::add);

        assertThat(new ExternalLinks().all().keySet()).containsExactlyInAnyOrderElementsOf(used);
        assertThat(new ExternalLinks().all().values()).allSatisfy(page -> assertThat(page.addresses())
                .isNotEmpty()
                .allSatisfy((language, address) -> assertThat(address).startsWith("https://")));
    }
}
