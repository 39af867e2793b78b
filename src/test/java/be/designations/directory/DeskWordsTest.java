package be.designations.directory;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.Bundles;
import be.designations.testing.SourceFiles;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "FR; l’Agence; La décision [[du SPP IS]]; La décision de l’Agence",
                "FR; l'Agence; Écrire [[au SPP IS]].; Écrire à l’Agence.",
                "FR; l’Agence; [[Le SPP IS]] décide.; L’Agence décide.",
                "FR; la Régie; un mail [[au SPP IS]]; un mail à la Régie",
                "FR; le SPF Social; un mail [[au SPP IS]]; un mail au SPF Social",
                "FR; les Services; l’avis [[du SPP IS]]; l’avis des Services",
                "FR; Actiris; l’avis [[du SPP IS]]; l’avis d’Actiris",
                "FR; l’Agence; [[SPP IS]]; Agence",
                "NL; het Agentschap; de vragen van [[de POD MI]]; de vragen van het Agentschap",
                "NL; het Agentschap; [[De POD MI]] beslist.; Het Agentschap beslist.",
                "DE; die Agentur; an [[den ÖPD SI]]; an die Agentur",
                "DE; die Agentur; [[Vom ÖPD SI]] abgelehnt; Von der Agentur abgelehnt",
                "DE; die Agentur; [[beim ÖPD SI]]; bei der Agentur",
                "DE; die Agentur; die Fragen [[des ÖPD SI]]; die Fragen der Agentur",
                "DE; das Amt; mit [[dem ÖPD SI]]; mit dem Amt",
                "DE; das Amt; [[zum ÖPD SI]]; zum Amt",
                "FR; l’Agence; [[Le SPP Intégration sociale]] décide.; L’Agence décide.",
                "EN; the Agency; The decision of [[SPP IS]]; The decision of the Agency",
                "EN; the Agency; [[SPP IS]] decides.; The Agency decides.",
                "EN; the Agency; Sent. [[SPP IS]] decides.; Sent. The Agency decides.",
                "EN; the Agency; [[SPP IS|bare]] approver; Agency approver"
            })
    void a_name_stands_as_its_sentence_needs_it(Language language, String name, String text, String said) {
        assertThat(DeskWords.replace(
                        text, language, desk -> desk == OrganisationKind.SPP_IS ? DeskName.of(language, name) : null))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "der Dienst; die Fragen [[der ZDSS|of]]; die Fragen des Dienst",
                "der Dienst; von [[der ZDSS|dative]]; von dem Dienst",
                "der Dienst; an [[die ZDSS|accusative]]; an den Dienst"
            })
    void german_says_its_case_where_the_words_do_not_tell_it(String name, String text, String said) {
        assertThat(DeskWords.replace(text, Language.DE, desk -> DeskName.of(Language.DE, name)))
                .isEqualTo(said);
    }

    @Test
    void what_was_not_taken_over_reads_as_it_is_written_and_what_somebody_types_in_brackets_stays() {
        assertThat(DeskWords.asWritten("[[Le SPP IS]] et [[la BCSS]] : [[note]] [x]"))
                .isEqualTo("Le SPP IS et la BCSS : [[note]] [x]");
    }

    /** The rest of the texts would say the name of an organisation that is not there any more. */
    @Test
    void texts_name_the_desks_in_brackets_but_for_what_tells_of_the_sources() {
        Pattern bare = Pattern.compile(
                "(?<![\\w\\[(/])(?:SPP IS|SPP Intégration sociale|BCSS|POD MI|POD Maatschappelijke Integratie|KSZ|ÖPD SI|ZDSS|PPS SI|PPS Social Integration|CBSS)(?![\\w/|)\\]])");
        Stream.of("", "_nl", "_de", "_en").forEach(language -> Bundles.texts(language, "").entrySet().stream()
                .filter(text -> !text.getKey()
                        .matches(
                                "(help\\.why|help\\.words\\.(bcss|sppis)|legal-basis|letters\\.sample|primaweb|demo|links|"
                                        + "manual\\.elsewhere|people\\.role)\\b.*"))
                .forEach(text -> assertThat(bare.matcher(text.getValue()).find())
                        .as(text.getKey() + language + ": " + text.getValue())
                        .isFalse()));
        assertThat(SourceFiles.below("src/main/resources/letters", ".*\\.txt"))
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(SourceFiles.read(letter))
                        .doesNotContainPattern("SPP|POD |ÖPD|Banque|Kruispunt|Zentrale"));
    }
}
