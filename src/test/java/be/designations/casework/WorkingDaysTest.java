package be.designations.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deadlines count Belgian working days (D14). */
class WorkingDaysTest {

    private static final WorkKind CHANGE =
            new WorkKind("CHANGE_LOCAL_MANAGER", "change", "task_change", Desk.ENTITY_MANAGERS, "change", 5);
    private static final WorkKind OPINION =
            new WorkKind("GIVE_OPINION", "change", "task_give-opinion", Desk.BCSS, "opinion", 5).pausing();
    private static final CaseFile DOSSIER = dossier();
    private static final CaseProcess<CaseContent> PROCESS =
            new Work(CHANGE, new WorkKind("COMPLETE_FILE", "change", "task_complete", Desk.FILERS, "completion", 20));

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

    @Test
    void a_count_of_days_is_that_of_each_day() {
        WorkingDays desk = new WorkingDays(Set.of(
                LocalDate.of(2026, 12, 26),
                LocalDate.of(2026, 12, 25),
                LocalDate.of(2027, 1, 4),
                LocalDate.of(2027, 2, 5)));
        LocalDate begun = LocalDate.of(2026, 11, 20);
        List<LocalDate> days = begun.datesUntil(begun.plusDays(120)).toList();
        for (LocalDate after : days.subList(0, 14)) {
            int counted = 0;
            for (LocalDate until : days) {
                counted += until.isAfter(after) && desk.isWorkingDay(until) ? 1 : 0;
                assertThat(desk.between(after, until))
                        .as("%s to %s", after, until)
                        .isEqualTo(counted);
            }
        }
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
    void before_a_monday_comes_friday_and_holidays_are_passed_over() {
        assertThat(workingDays.before(LocalDate.of(2026, 11, 30))).isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(workingDays.before(LocalDate.of(2026, 11, 12))).isEqualTo(LocalDate.of(2026, 11, 10));
    }

    @Test
    void at_least_one_day_is_counted() {
        assertThatThrownBy(() -> workingDays.after(LocalDate.of(2026, 11, 20), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_step_is_due_when_its_last_day_in_brussels_ends_and_reminded_at_half_time() {
        Clock lateOnFriday = Clock.fixed(Instant.parse("2026-11-20T22:30:00Z"), Days.BRUSSELS);
        Deadlines deadlines = deadlines(lateOnFriday, Set.of(), null);

        assertThat(deadlines.termOf(DOSSIER, CHANGE))
                .isEqualTo(new Term(Instant.parse("2026-11-24T07:00:00Z"), Instant.parse("2026-11-27T23:00:00Z")));
        assertThat(deadlines.lapseAt("COMPLETE_FILE").toInstant())
                .isEqualTo(deadlines.dueAt("COMPLETE_FILE").toInstant());
    }

    /** D77. */
    @Test
    void a_day_on_which_the_desk_is_closed_does_not_count_for_it_and_counts_for_entities() {
        Clock monday = Clock.fixed(Instant.parse("2026-05-11T08:00:00Z"), Days.BRUSSELS);
        // Thursday is Ascension, a public holiday; the office makes the bridge.
        Deadlines deadlines = deadlines(monday, Set.of(LocalDate.of(2026, 5, 15)), null);

        assertThat(lastDay(deadlines.termOf(DOSSIER, OPINION))).isEqualTo(LocalDate.of(2026, 5, 20));
        assertThat(lastDay(deadlines.termOf(DOSSIER, CHANGE))).isEqualTo(LocalDate.of(2026, 5, 19));
    }

    /** D79. */
    @ParameterizedTest
    @CsvSource({
        "2026-05-06, 2026-05-12, 2026-05-26, the four days that were left without the bridge day and a holiday",
        "2026-05-11, 2026-05-12, 2026-05-22, three days where fewer were left",
        "2026-05-20, 2026-05-12, 2026-05-22, three days where it was late",
        "2026-04-01, 2026-05-12, 2026-05-27, no more than it had at first"
    })
    void a_step_that_was_interrupted_goes_on_with_the_days_that_were_left(
            LocalDate asked, LocalDate due, LocalDate expected, String because) {
        Clock answered = Clock.fixed(Instant.parse("2026-05-19T08:00:00Z"), Days.BRUSSELS);
        Pauses.Pause pause = new Pauses.Pause(Days.startOf(asked).plusSeconds(36_000), Days.endOf(due));

        assertThat(lastDay(deadlines(answered, Set.of(LocalDate.of(2026, 5, 15)), pause)
                        .termOf(DOSSIER, OPINION)))
                .as(because)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-11T08:00:00Z, deadline.in, 4, NEUTRAL",
        "2026-05-18T08:00:00Z, deadline.tomorrow, 1, WAITING",
        "2026-05-19T21:59:00Z, deadline.today, 0, WAITING",
        "2026-05-19T22:00:00Z, deadline.late, 1, NEGATIVE",
        "2026-05-26T08:00:00Z, deadline.late, 4, NEGATIVE"
    })
    void a_deadline_is_said_in_working_days_of_the_desk(Instant now, String words, int days, Tone tone) {
        Deadlines deadlines = deadlines(Clock.fixed(now, Days.BRUSSELS), Set.of(LocalDate.of(2026, 5, 15)), null);

        assertThat(deadlines.nearness(Desk.BCSS, Days.endOf(LocalDate.of(2026, 5, 19))))
                .isEqualTo(new Nearness(words, days, tone));
    }

    @Test
    void what_was_due_on_friday_is_not_late_by_a_working_day_on_saturday() {
        Deadlines deadlines =
                deadlines(Clock.fixed(Instant.parse("2026-05-09T08:00:00Z"), Days.BRUSSELS), Set.of(), null);

        assertThat(deadlines
                        .nearness(Desk.BCSS, Days.endOf(LocalDate.of(2026, 5, 8)))
                        .key())
                .isEqualTo("deadline.passed");
    }

    @Test
    void a_holiday_has_a_name_in_each_language() {
        assertThat(WorkingDays.publicHoliday(LocalDate.of(2026, 12, 25), Locale.FRENCH))
                .contains("Noël");
        assertThat(WorkingDays.publicHoliday(LocalDate.of(2026, 12, 25), Locale.forLanguageTag("nl")))
                .contains("Kerstmis");
        assertThat(WorkingDays.publicHoliday(LocalDate.of(2026, 12, 24), Locale.FRENCH))
                .isEmpty();
    }

    private static CaseFile dossier() {
        return new CaseFile(
                new CaseId(UUID.randomUUID()),
                new DossierNumber("DPD-2026-00001"),
                new CaseKind("DPD_DESIGNATION", "DPD"),
                new OrganisationId(UUID.randomUUID()),
                null,
                new PersonId(UUID.randomUUID()),
                null,
                Instant.EPOCH,
                1,
                "dpd.awaiting-opinion",
                null);
    }

    private static LocalDate lastDay(Term term) {
        return Days.lastBefore(term.dueAt());
    }

    private static Deadlines deadlines(Clock clock, Set<LocalDate> closed, Pauses.@Nullable Pause pause) {
        return new Deadlines(
                new DeadlineProperties(Map.of("completion", 7)),
                new CaseTypes(() -> List.of(PROCESS)),
                new DeskCalendars(new Closed(closed), clock),
                (dossier, kind) -> Optional.ofNullable(pause),
                clock);
    }

    /** The same days for every desk. */
    private record Closed(Set<LocalDate> days) implements ClosingDays {

        @Override
        public Set<LocalDate> of(Desk desk, LocalDate from) {
            return days;
        }

        @Override
        public List<Named> named(Collection<Desk> desks, LocalDate first, LocalDate last) {
            throw new IllegalStateException();
        }
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
