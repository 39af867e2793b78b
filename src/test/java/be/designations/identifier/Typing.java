package be.designations.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.designations.identifier.InvalidIdentifierException.Reason;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What people do to numbers when they type them. */
final class Typing {

    private Typing() {}

    /** Anything at all, and what looks almost like a number: most random text is refused at its first character. */
    static Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.strings().withChars("0123456789.-/ ").ofMaxLength(16),
                Arbitraries.strings().numeric().ofMinLength(5).ofMaxLength(12),
                Arbitraries.strings().withChars("BEbe0123456789 .٣\u00a0").ofMaxLength(14));
    }

    /** Every text that differs from the given digits in one digit. */
    static List<String> slipsOf(String digits) {
        List<String> slips = new ArrayList<>();
        for (int place = 0; place < digits.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != digits.charAt(place)) {
                    slips.add(digits.substring(0, place) + digit + digits.substring(place + 1));
                }
            }
        }
        return slips;
    }

    static void assertRefused(IdentifierKind kind, String text, Reason reason) {
        Throwable refusal = catchThrowable(() -> kind.read(text));
        assertThat(refusal).as(text).isInstanceOfSatisfying(InvalidIdentifierException.class, exception -> {
            assertThat(exception.kind()).isEqualTo(kind);
            assertThat(exception.reason()).isEqualTo(reason);
        });
    }

    /** Reads what is shown and stored, and expects the same number. */
    static void assertRoundTrip(Identifier number) {
        assertThat(number.kind().read(number.formatted())).isEqualTo(number);
        assertThat(number.kind().read(number.value())).isEqualTo(number);
    }
}
