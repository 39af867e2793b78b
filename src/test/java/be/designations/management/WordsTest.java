package be.designations.management;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void a_reason_keeps_its_lines_and_every_whole_character() {
        assertThat(Words.ofReason(" Départ\nle 1er \ud83d\ude00 ")).isEqualTo("Départ\nle 1er \ud83d\ude00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\ud83d", "\ude00", "\u001b", "\ude00\ud83d", "\u202e", "\u2066"})
    void what_is_not_kept_is_no_reason_and_in_no_address(String refused) {
        assertThat(Words.ofReason(refused)).isNull();
        assertThat(WorkingRelationshipPolicy.isEmail("a" + refused + "b@test.example"))
                .isFalse();
        assertThat(WorkingRelationshipPolicy.isEmail("a@test.example" + refused + "b"))
                .isFalse();
    }

    @Test
    void an_address_may_have_any_whole_character() {
        assertThat(WorkingRelationshipPolicy.isEmail("zoë@testville.example")).isTrue();
    }
}
