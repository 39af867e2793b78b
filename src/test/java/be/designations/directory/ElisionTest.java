package be.designations.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElisionTest {

    @ParameterizedTest
    @CsvSource({
        "à la place de Anne Dubois, Anne Dubois, à la place d’Anne Dubois",
        "Dossier de Élise Peeters, Élise Peeters, Dossier d’Élise Peeters",
        "De ONEM, ONEM, D’ONEM",
        "Dites que Elke répond, Elke, Dites qu’Elke répond",
        "à la place de Marc Claes, Marc Claes, à la place de Marc Claes",
        "à la place de Henri, Henri, à la place de Henri",
        "La mode Elke, Elke, La mode Elke",
        "Le dossier de (Anne) $1, (Anne) $1, Le dossier de (Anne) $1"
    })
    void a_name_with_a_vowel_takes_the_last_letter_of_the_word_before(String sentence, String name, String french) {
        assertThat(Elision.before(name, sentence)).isEqualTo(french);
    }

    @Test
    void no_name_changes_nothing() {
        assertThat(Elision.before("", "Note de  ")).isEqualTo("Note de  ");
    }
}
