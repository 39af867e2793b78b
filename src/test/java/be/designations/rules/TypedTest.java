package be.designations.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    @Test
    void lines_and_every_whole_character_stay() {
        assertThat(Typed.lines(" Départ\r\nle 1er \ud83d\ude00 ")).isEqualTo("Départ\nle 1er \ud83d\ude00");
        assertThat(Typed.line(" Départ\n\tle 1er \ud83d\ude00 ")).isEqualTo("Départ le 1er \ud83d\ude00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\ud83d", "\ude00", "\u001b", "\ude00\ud83d", "\uffff"})
    void a_space_stands_for_what_is_not_kept(String unfit) {
        assertThat(Typed.lines("a" + unfit + "b")).isEqualTo("a b");
        assertThat(Typed.line("a" + unfit + "b")).isEqualTo("a b");
        assertThat(Typed.lines(unfit)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202a", "\u202e", "\u2066", "\u2069", "\u202e\u2066"})
    void of_what_turns_the_direction_nothing_is_left(String sign) {
        assertThat(Typed.lines(sign + "a" + sign + "b")).isEqualTo("ab");
        assertThat(Typed.line("a" + sign + "b" + sign)).isEqualTo("ab");
    }
}
