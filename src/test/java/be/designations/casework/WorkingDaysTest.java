package be.designations.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deadlines count Belgian working days (D14). */
class WorkingDaysTest {

    private static final CaseProcess<CaseContent> PROCESS = new Work(
            new WorkKind("CHANGE_LOCAL_MANAGER", "change", "task_change", Desk.ENTITY_MANAGERS, "change", 5),
            new WorkKind("COMPLETE_FILE", "change", "task_complete", Desk.FILERS, "completion", 20));

    private final WorkingDays workingDays = new WorkingDays();

    @ParameterizedTest
    @CsvSource({
        "2026-11-30, 2026-11-30, 0",
        "2026-11-27, 2026-11-30, 1",
        "2026-12-24, 2026-12-28, 1",
        "2026-11-30, 2026-12-14, 10",
        "2026-11-30, 2026-11-29, 0"
    })
    void days_between_are_counted_as_deadlines_are(LocalDate first, LocalDate last, int expected) {
        assertThat(workingDays.between(first, last)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-04-06",
                "2026-05-01",
                "2026-05-14",
                "2026-05-25",
                "2026-07-21",
                "2026-08-15",
                "2026-11-01",
                "2026-11-11",
                "2026-12-25"
            })
    void the_ten_public_holidays_are_no_working_days(LocalDate holiday) {
        assertThat(workingDays.isWorkingDay(holiday)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2026-11-22"})
    void the_weekend_is_no_working_day(LocalDate day) {
        assertThat(workingDays.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-02", "2027-11-15", "2026-12-31"})
    void a_day_that_is_only_observed_is_a_working_day(LocalDate day) {
        assertThat(workingDays.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 1, 2026-11-23",
        "2026-11-22, 1, 2026-11-23",
        "2026-11-09, 5, 2026-11-17",
        "2026-12-23, 10, 2027-01-08",
        "2026-07-20, 1, 2026-07-22"
    })
    void the_first_day_does_not_count_and_holidays_are_passed_over(LocalDate from, int days, LocalDate expected) {
        assertThat(workingDays.after(from, days)).isEqualTo(expected);
    }

    @Test
    void at_least_one_day_is_counted() {
        assertThatThrownBy(() -> workingDays.after(LocalDate.of(2026, 11, 20), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_step_is_due_when_its_last_day_in_brussels_ends_and_reminded_at_half_time() {
        Clock lateOnFriday = Clock.fixed(Instant.parse("2026-11-20T22:30:00Z"), Days.BRUSSELS);
        Deadlines deadlines = new Deadlines(
                new DeadlineProperties(Map.of("completion", 7)), new CaseTypes(() -> List.of(PROCESS)), lateOnFriday);

        assertThat(deadlines.dueAt("CHANGE_LOCAL_MANAGER").toInstant())
                .isEqualTo(Instant.parse("2026-11-27T23:00:00Z"));
        assertThat(deadlines.remindAt("CHANGE_LOCAL_MANAGER").toInstant())
                .isEqualTo(Instant.parse("2026-11-24T07:00:00Z"));
        assertThat(deadlines.lapseAt("COMPLETE_FILE").toInstant())
                .isEqualTo(deadlines.dueAt("COMPLETE_FILE").toInstant());
    }

    @Test
    void a_step_that_may_take_no_day_is_no_setting() {
        assertThatThrownBy(() -> new DeadlineProperties(Map.of("completion", 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_setting_counts_more_than_what_the_kind_of_work_proposes() {
        DeadlineProperties settings = new DeadlineProperties(Map.of("completion", 7));

        assertThat(PROCESS.work()).extracting(settings::daysFor).containsExactly(5, 7);
    }

    /** A process of which only the work is looked at. */
    private record Work(List<WorkKind> work) implements CaseProcess<CaseContent> {

        Work(WorkKind... kinds) {
            this(List.of(kinds));
        }

        @Override
        public String key() {
            return "change";
        }

        @Override
        public Class<CaseContent> content() {
            return CaseContent.class;
        }

        @Override
        public List<CaseStep<CaseContent, ?>> steps() {
            return List.of();
        }

        @Override
        public Optional<CaseContent> find(CaseId dossier) {
            return Optional.empty();
        }

        @Override
        public CaseContent lock(CaseFile dossier) {
            throw new IllegalStateException();
        }
    }
}
