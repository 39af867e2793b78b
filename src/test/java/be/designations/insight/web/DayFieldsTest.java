package be.designations.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.insight.history.AskedDay.When;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two days that a reader types mean. */
class DayFieldsTest {

    /** Half past midnight of the next day in Belgium. */
    private static final Instant NOW = Instant.parse("2026-06-14T22:30:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {"31/01/2026", "31/1/2026", " 31.01.2026 ", "31-01-2026", "31 01 2026", "2026-01-31", "2026-1-31"
            })
    void a_day_is_read_in_every_usual_spelling(String typed) {
        assertThat(DayFields.read(typed, "", NOW).asked().day().day()).isEqualTo(LocalDate.of(2026, 1, 31));
    }

    @ParameterizedTest
    @CsvSource({
        "hier, unreadable", "31/01/26, unreadable", "31/01, unreadable", "٣١/٠١/٢٠٢٦, unreadable",
        "01/2026, unreadable", "'<b>', unreadable", "99999999999999999999999/1/2026, unreadable",
                "30/02/2026, impossible",
        "29/02/2026, impossible", "31/13/2026, impossible", "00/00/0000, impossible", "31/12/1899, range",
        "01/01/2200, range", "31/12/9999, range"
    })
    void what_is_no_day_is_said_at_its_field_and_kept(String typed, String error) {
        var first = DayFields.read(typed, "", NOW);
        assertThat(first.errors()).isEqualTo(Map.of("on", error));
        assertThat(first.asked()).isNull();
        assertThat(typed).startsWith(first.on());

        var second = DayFields.read("", typed, NOW);
        assertThat(second.errors()).isEqualTo(Map.of("compareWith", error));
        assertThat(second.asked()).isNull();
    }

    @Test
    void a_leap_day_is_a_day() {
        assertThat(DayFields.read("29/02/2024", "", NOW).errors()).isEmpty();
    }

    @Test
    void without_day_it_is_today_in_belgium_as_of_now() {
        var day = DayFields.read(" ", "", NOW).asked().day();

        assertThat(day.day()).isEqualTo(LocalDate.of(2026, 6, 15));
        assertThat(day.when()).isEqualTo(When.TODAY);
        assertThat(day.instant()).isEqualTo(NOW);
    }

    @Test
    void of_another_day_its_last_instant_counts_summer_time_or_not() {
        var winter = DayFields.read("31/01/2026", "", NOW).asked().day();
        assertThat(winter.when()).isEqualTo(When.PAST);
        assertThat(winter.instant()).isEqualTo(Instant.parse("2026-01-31T22:59:59.999999Z"));

        var summer = DayFields.read("01/07/2026", "", NOW).asked().day();
        assertThat(summer.when()).isEqualTo(When.FUTURE);
        assertThat(summer.instant()).isEqualTo(Instant.parse("2026-07-01T21:59:59.999999Z"));

        var longest = DayFields.read("25/10/2026", "", NOW).asked().day();
        assertThat(longest.instant()).isEqualTo(Instant.parse("2026-10-25T22:59:59.999999Z"));
    }

    @Test
    void a_change_is_told_from_the_earlier_to_the_later_day_in_whichever_order_they_are_typed() {
        for (var fields : new DayFields[] {
            DayFields.read("31/01/2026", "01/02/2026", NOW), DayFields.read("01/02/2026", "31/01/2026", NOW)
        }) {
            assertThat(fields.asked().earlier().day()).isEqualTo(LocalDate.of(2026, 1, 31));
            assertThat(fields.asked().day().day()).isEqualTo(LocalDate.of(2026, 2, 1));
        }
    }

    @Test
    void a_day_is_not_compared_with_itself() {
        assertThat(DayFields.read("15/06/2026", "2026-06-15", NOW).errors()).isEqualTo(Map.of("compareWith", "same"));
        assertThat(DayFields.read("", "15/06/2026", NOW).errors()).isEqualTo(Map.of("compareWith", "same"));
    }
}
