package be.designations.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.identifier.Niss;
import be.designations.rules.Rejection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssistancePolicyTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-12-01");

    @Test
    void an_interim_officer_has_a_last_day_within_a_year_that_is_not_over() {
        assertThat(interim(TODAY, TODAY)).isEmpty();
        assertThat(interim(TODAY, TODAY.plusYears(1).minusDays(1))).isEmpty();
        assertThat(interim(TODAY, TODAY.plusYears(1))).containsExactly("assistance.too-long");
        assertThat(interim(TODAY, null)).containsExactly("assistance.last-day-missing");
        assertThat(interim(TODAY.plusDays(2), TODAY.plusDays(1))).containsExactly("assistance.ends-before-it-begins");
        assertThat(interim(TODAY.minusDays(30), TODAY.minusDays(1))).containsExactly("assistance.over-already");
    }

    @Test
    void the_first_day_may_be_past_or_a_holiday_but_not_before_there_were_officers_nor_far_away() {
        LocalDate christmas = LocalDate.parse("2026-12-25");
        assertThat(interim(christmas, christmas)).isEmpty();
        assertThat(adjunct(LocalDate.parse("1993-11-01"), null, "2", true, true))
                .isEmpty();
        assertThat(adjunct(LocalDate.parse("1993-10-31"), null, "2", true, true))
                .containsExactly("assistance.first-day-too-far");
        assertThat(adjunct(TODAY.plusYears(1), null, "2", true, true)).isEmpty();
        assertThat(adjunct(TODAY.plusYears(1).plusDays(1), null, "2", true, true))
                .containsExactly("assistance.first-day-too-far");
    }

    @Test
    void an_interim_officer_has_four_hours_a_week_and_a_reason_an_adjunct_some_hours() {
        assertThat(check(AssistanceKind.INTERIM, TODAY, TODAY, "3.9", null, true, true))
                .containsExactly("dpd.too-few-hours", "assistance.reason-missing");
        assertThat(adjunct(TODAY, null, "0.5", true, true)).isEmpty();
        assertThat(adjunct(TODAY, null, "0", true, true)).containsExactly("assistance.no-hours");
    }

    @Test
    void the_cpas_declares_knowledge_and_no_conflict() {
        assertThat(adjunct(TODAY, null, "2", false, false))
                .containsExactly("assistance.not-qualified", "dpd.conflict-not-excluded");
    }

    private static List<String> interim(LocalDate first, @Nullable LocalDate last) {
        return check(AssistanceKind.INTERIM, first, last, "4", "Absence", true, true);
    }

    private static List<String> adjunct(
            LocalDate first, @Nullable LocalDate last, String hours, boolean qualified, boolean noConflict) {
        return check(AssistanceKind.ADJUNCT, first, last, hours, null, qualified, noConflict);
    }

    private static List<String> check(
            AssistanceKind kind,
            LocalDate first,
            @Nullable LocalDate last,
            String hours,
            @Nullable String reason,
            boolean qualified,
            boolean noConflict) {
        return AssistancePolicy.check(
                        new AssistanceNaming(
                                kind,
                                Niss.of("85073003328"),
                                new BigDecimal(hours),
                                first,
                                last,
                                reason,
                                qualified,
                                noConflict),
                        TODAY)
                .stream()
                .map(Rejection::code)
                .toList();
    }
}
