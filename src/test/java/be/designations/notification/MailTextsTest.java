package be.designations.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    @ParameterizedTest
    @ValueSource(strings = {"_nl", "_de", "_en"})
    void the_bundles_have_the_same_keys(String suffix) throws IOException {
        assertThat(bundle(suffix).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(bundle("").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_nl", "_de", "_en"})
    void no_text_is_empty_and_none_has_a_straight_apostrophe(String suffix) throws IOException {
        assertThat(bundle(suffix).entrySet())
                .allSatisfy(text ->
                        assertThat((String) text.getValue()).isNotBlank().doesNotContain("'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_nl", "_de", "_en"})
    void a_translation_is_not_the_french_text(String suffix) throws IOException {
        Properties french = bundle("");
        assertThat(bundle(suffix).stringPropertyNames().stream()
                        .filter(key -> key.endsWith(".body"))
                        .filter(key -> {
                            try {
                                return bundle(suffix).getProperty(key).equals(french.getProperty(key));
                            } catch (IOException e) {
                                throw new AssertionError(e);
                            }
                        }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("be.designations.notification.MailFixtures#everyKindInEveryLanguage")
    void a_text_uses_only_details_that_its_kind_requires(NotificationKind kind, Locale language) {
        MailTexts texts = MailTexts.in(language);
        Set<String> used = PLACEHOLDER
                .matcher(texts.get("mail." + kind.code() + ".subject") + texts.get("mail." + kind.code() + ".body"))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());

        assertThat(kind.required().stream().map(detail -> "{" + detail.code() + "}"))
                .containsAll(used);
    }

    @ParameterizedTest
    @MethodSource("be.designations.notification.MailFixtures#everyKindInEveryLanguage")
    void a_subject_starts_with_the_dossier_or_the_entity_that_it_is_about(NotificationKind kind, Locale language) {
        String subject = MailTexts.in(language).get("mail." + kind.code() + ".subject");

        if (kind.required().contains(Detail.DOSSIER)) {
            assertThat(subject).startsWith("{dossier} – ");
        } else if (kind.required().contains(Detail.ENTITY)) {
            assertThat(subject).startsWith("{entity} – ");
        } else {
            assertThat(subject).isNotBlank().doesNotContain("{");
        }
    }

    /** The names in the registers have none: “pour CPAS de Namur”. A name by itself at a dash of a subject needs none. */
    @ParameterizedTest
    @CsvSource({"'',le|du|au|l’entité", "_nl,het|de entiteit", "_de,das|dem|des|die Einheit|der Einheit"})
    void an_organisation_in_a_sentence_has_its_article(String suffix, String articles) throws IOException {
        Pattern bare = Pattern.compile("(?<!^|– |(?:" + articles + ") )\\{(?:cpas|entity)}", Pattern.CASE_INSENSITIVE);
        assertThat(bundle(suffix).entrySet().stream()
                        .map(text -> (text.getKey().toString().endsWith(".subject") ? "" : "\n") + text.getValue())
                        .filter(words -> bare.matcher(words).find()))
                .isEmpty();
    }

    @Test
    void no_text_is_left_over_from_a_kind_that_is_gone() throws IOException {
        Set<String> known = Arrays.stream(NotificationKind.values())
                .map(NotificationKind::code)
                .collect(Collectors.toSet());

        assertThat(bundle("").stringPropertyNames().stream()
                        .filter(key -> key.endsWith(".subject") || key.endsWith(".body"))
                        .map(key -> key.split("\\.", -1)[1]))
                .allMatch(known::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "nl", "de", "en"})
    void every_detail_has_a_label(String language) {
        assertThat(Detail.values()).allSatisfy(detail -> assertThat(
                        MailTexts.in(Locale.forLanguageTag(language)).get("mail.detail." + detail.code()))
                .isNotBlank());
    }

    private static Properties bundle(String suffix) throws IOException {
        String name = "/messages/notification" + suffix + ".properties";
        try (InputStream stream = Objects.requireNonNull(MailTextsTest.class.getResourceAsStream(name), name)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties;
        }
    }
}
