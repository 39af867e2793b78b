package be.designations.dpd;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.forms.FormValues;
import be.designations.identifier.Niss;
import be.designations.rules.Rejection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application must keep when it is sent (D12). */
class SubmissionPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Niss HEAD = Niss.withCheckDigits(LocalDate.of(1970, 1, 2), 951);

    @Test
    void a_sound_candidacy_is_accepted() {
        assertThat(refusals(aCandidacy())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "3.9"})
    void less_than_four_hours_a_week_is_refused(BigDecimal hours) {
        assertThat(codes(aCandidacy().hours(hours))).containsExactly("dpd.too-few-hours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "4.0", "38"})
    void four_hours_a_week_are_enough(BigDecimal hours) {
        assertThat(refusals(aCandidacy().hours(hours))).isEmpty();
    }

    @Test
    void the_three_kinds_of_knowledge_are_declared() {
        assertThat(codes(aCandidacy().withoutKnowledge())).containsExactly("dpd.knowledge-missing");
    }

    @Test
    void the_officer_reports_to_the_head_of_daily_management() {
        assertThat(codes(aCandidacy().reportingElsewhere())).containsExactly("dpd.does-not-report-to-head");
    }

    @Test
    void the_head_of_daily_management_is_no_candidate_whether_declared_or_not() {
        assertThat(refusals(aCandidacy().declaredHead()))
                .containsExactly(Rejection.ofField("dpd.candidate-is-head", "isHeadOfDailyManagement"));
        assertThat(refusals(aCandidacy().niss(HEAD)))
                .containsExactly(Rejection.ofField("dpd.candidate-is-head", "candidateNiss"));
    }

    @Test
    void a_conflict_of_interest_is_excluded_by_declaration() {
        assertThat(codes(aCandidacy().withoutDeclaration())).containsExactly("dpd.conflict-not-excluded");
    }

    @Test
    void the_council_decides_before_the_application_is_sent() {
        assertThat(codes(aCandidacy().councilOn(TODAY.plusDays(1)))).containsExactly("dpd.council-decision-in-future");
        assertThat(refusals(aCandidacy().councilOn(TODAY))).isEmpty();
    }

    @Test
    void a_mandate_ends_after_it_begins_and_after_today() {
        assertThat(codes(aCandidacy().period(TODAY.plusDays(9), TODAY.plusDays(9))))
                .containsExactly("dpd.end-before-start");
        assertThat(codes(aCandidacy().period(null, TODAY))).containsExactly("dpd.end-in-past");
        assertThat(codes(aCandidacy().period(TODAY.minusDays(9), TODAY.minusDays(2))))
                .containsExactly("dpd.begins-in-the-past", "dpd.end-in-past");
        assertThat(refusals(aCandidacy().period(TODAY.plusDays(9), TODAY.plusDays(10))))
                .isEmpty();
    }

    /** D34 */
    @Test
    void a_mandate_begins_today_or_later() {
        for (LocalDate past : List.of(LocalDate.of(1900, 1, 1), TODAY.minusDays(1))) {
            assertThat(refusals(aCandidacy().period(past, null)))
                    .containsExactly(Rejection.ofField("dpd.begins-in-the-past", "startDate"));
        }
        assertThat(refusals(aCandidacy().period(TODAY, null))).isEmpty();
    }

    /** D19 */
    @Test
    void a_first_day_that_was_accepted_stays_right_while_the_file_is_completed() {
        var around = new SubmissionPolicy.Circumstances(TODAY, true, HEAD, TODAY.minusDays(3));

        assertThat(SubmissionPolicy.refusals(
                        aCandidacy().period(TODAY.minusDays(3), null).answers(), around))
                .isEmpty();
        assertThat(SubmissionPolicy.refusals(
                        aCandidacy().period(TODAY.minusDays(2), null).answers(), around))
                .containsExactly(Rejection.ofField("dpd.begins-in-the-past", "startDate"));
    }

    /** D58 */
    @Test
    void what_is_not_answered_yet_breaks_no_rule_and_what_is_answered_does() {
        var filling = new SubmissionPolicy.Circumstances(TODAY, false, HEAD, null);

        assertThat(SubmissionPolicy.refusals(FormValues.empty(), filling)).isEmpty();
        assertThat(SubmissionPolicy.refusals(FormValues.empty().with("hoursPerWeek", "3"), filling))
                .extracting(Rejection::code)
                .containsExactly("dpd.too-few-hours");
        assertThat(SubmissionPolicy.refusals(FormValues.empty().with("candidateNiss", HEAD.value()), filling))
                .containsExactly(Rejection.ofField("dpd.candidate-is-head", "candidateNiss"));
    }

    @Test
    void every_broken_rule_is_told_at_once() {
        assertThat(codes(aCandidacy().hours(BigDecimal.ONE).reportingElsewhere().councilOn(TODAY.plusDays(1))))
                .containsExactly("dpd.too-few-hours", "dpd.does-not-report-to-head", "dpd.council-decision-in-future");
    }

    private static List<String> codes(CandidacyBuilder candidacy) {
        return refusals(candidacy).stream().map(Rejection::code).toList();
    }

    private static List<Rejection> refusals(CandidacyBuilder candidacy) {
        return SubmissionPolicy.refusals(
                candidacy.answers(), new SubmissionPolicy.Circumstances(TODAY, true, HEAD, null));
    }

    private static CandidacyBuilder aCandidacy() {
        return new CandidacyBuilder();
    }
}
