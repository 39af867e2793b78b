package be.designations.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import be.designations.identifier.InvalidIdentifierException.Reason;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NissTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "85.07.30-033.28",
                "850730-033-28",
                "85 07 30 033 28",
                " 85/07/30-03328 ",
                "85.07.30\u2011033.28",
                "85\u00a007\u202f30 03328"
            })
    void the_usual_spellings_are_one_number(String text) {
        assertThat(Niss.of(text)).isEqualTo(Niss.of("85073003328"));
        assertThat(Niss.of(text).formatted()).isEqualTo("85.07.30-033.28");
    }

    @ParameterizedTest
    @CsvSource({
        "85073003328, 1985-07-30, MALE, false",
        "17073003384, 2017-07-30, MALE, false",
        "98472899765, 1998-07-28, MALE, true",
        "01490700185, 2001-09-07, MALE, true",
    })
    void a_number_tells_birth_date_and_sex(String text, LocalDate birth, Sex sex, boolean bis) {
        Niss niss = Niss.of(text);
        assertThat(niss.birthDate()).contains(birth);
        assertThat(niss.sex()).contains(sex);
        assertThat(niss.isBis()).isEqualTo(bis);
    }

    @Test
    void a_bis_number_given_out_without_knowing_the_sex_tells_none() {
        Niss niss = Niss.of("23292805780");
        assertThat(niss.isBis()).isTrue();
        assertThat(niss.birthDate()).contains(LocalDate.of(1923, 9, 28));
        assertThat(niss.sex()).isEmpty();
    }

    @Test
    void an_unknown_month_and_day_leave_the_birth_date_open() {
        Niss niss = Niss.of("92200006963");
        assertThat(niss.isBis()).isTrue();
        assertThat(niss.birthDate()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000001", "850000001", "850700001", "852700001", "854000999"})
    void day_or_month_and_day_may_be_unknown(String stem) {
        assertThat(Niss.of(stem + check(stem)).birthDate()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "81050103521, CHECK_DIGITS",
        "81130103578, DATE",
        "81022903534, DATE",
        "47060200096, COUNTER",
        "8507300332, LENGTH",
        "850730033288, LENGTH",
        "'', LENGTH",
        "8507300332A, NOT_NUMERIC",
        "٨٥٠٧٣٠٠٣٣٢٨, NOT_NUMERIC",
    })
    void what_breaks_a_rule_is_refused_with_its_reason(String text, Reason reason) {
        Typing.assertRefused(IdentifierKind.NISS, text, reason);
        assertThat(Niss.parse(text)).isEmpty();
        assertThat(Niss.isValid(text)).isFalse();
    }

    @Test
    void the_mask_of_the_forms_is_no_number_though_its_check_digits_hold() {
        assertThat(check("123456123")).isEqualTo("45");
        Typing.assertRefused(IdentifierKind.NISS, "12.34.56-123.45", Reason.DATE);
    }

    @ParameterizedTest
    @CsvSource({
        "851900001", // month 19
        "853300001", // BIS, month 13
        "855300001", // BIS, month 13
        "856100001", // no such offset
        "850030001", // a day of an unknown month
        "850431001", // 31 April
        "850732001",
        "852431001", // BIS, 31 April
    })
    void a_date_that_does_not_exist_is_refused(String stem) {
        Typing.assertRefused(IdentifierKind.NISS, stem + check(stem), Reason.DATE);
    }

    @Test
    void the_leap_day_of_year_00_exists_in_2000_and_not_in_1900() {
        assertThat(Niss.of("000229001" + checkSince2000("000229001")).birthDate())
                .contains(LocalDate.of(2000, 2, 29));
        Typing.assertRefused(IdentifierKind.NISS, "000229001" + check("000229001"), Reason.DATE);
    }

    @ParameterizedTest
    @CsvSource({"850730000, false", "850730001, true", "850730998, true", "850730999, false"})
    void national_register_counters_run_from_1_to_998(String stem, boolean valid) {
        assertThat(Niss.isValid(stem + check(stem))).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"852730000, false", "852730001, true", "852730999, true", "854730999, true"})
    void bis_counters_run_from_1_to_999(String stem, boolean valid) {
        assertThat(Niss.isValid(stem + check(stem))).isEqualTo(valid);
    }

    @Test
    void the_day_of_today_refuses_a_slip_that_lands_in_the_future() {
        Niss bornIn1989 = Niss.withCheckDigits(LocalDate.of(1989, 7, 30), 33);
        String slip = "83" + bornIn1989.value().substring(2);
        assertThat(Niss.of(slip).birthDate()).contains(LocalDate.of(2083, 7, 30));
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> Niss.of(slip, LocalDate.of(2026, 1, 1)));
    }

    @Test
    void nobody_is_born_after_the_day_given() {
        Niss niss = Niss.withCheckDigits(LocalDate.of(2017, 7, 30), 33);
        assertThat(Niss.of(niss.value(), LocalDate.of(2017, 7, 30))).isEqualTo(niss);
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> Niss.of(niss.value(), LocalDate.of(2017, 7, 29)))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.DATE));
    }

    @Test
    void an_unknown_birthday_counts_as_the_earliest_possible() {
        Niss someDayIn2017 = Niss.of("170000001" + checkSince2000("170000001"));
        Niss someDayInJuly2017 = Niss.of("170700001" + checkSince2000("170700001"));
        assertThat(someDayIn2017.isBornAfter(LocalDate.of(2017, 1, 1))).isFalse();
        assertThat(someDayIn2017.isBornAfter(LocalDate.of(2016, 12, 31))).isTrue();
        assertThat(someDayInJuly2017.isBornAfter(LocalDate.of(2017, 7, 1))).isFalse();
        assertThat(someDayInJuly2017.isBornAfter(LocalDate.of(2017, 6, 30))).isTrue();
    }

    @Test
    void it_masks_itself() {
        Niss niss = Niss.of("85.07.30-033.28");
        assertThat(niss).hasToString("Niss[**.**.**-***.28]");
        assertThat(niss.masked()).isEqualTo("**.**.**-***.28");
        assertThat("of %s".formatted(Optional.of(niss))).doesNotContain("8507", "85.07", "033");
    }

    @ParameterizedTest
    @ValueSource(strings = {"85.07.30-033.29", "81050103521", "850730033281"})
    void a_refusal_does_not_repeat_the_text(String text) {
        for (IdentifierKind kind : IdentifierKind.values()) {
            assertThatExceptionOfType(InvalidIdentifierException.class)
                    .isThrownBy(() -> kind.read(text))
                    .satisfies(refusal -> assertThat(refusal.toString()).doesNotContainPattern("[0-9]"))
                    .withNoCause();
        }
    }

    @ParameterizedTest
    @CsvSource({"1899-12-31, 1, DATE", "2100-01-01, 1, DATE", "1985-07-30, 0, COUNTER", "1985-07-30, 999, COUNTER"})
    void no_number_is_made_outside_the_rules(LocalDate birth, int counter, Reason reason) {
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> Niss.withCheckDigits(birth, counter))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static String check(String stem) {
        return "%02d".formatted(97 - Long.parseLong(stem) % 97);
    }

    private static String checkSince2000(String stem) {
        return check("2" + stem);
    }
}
