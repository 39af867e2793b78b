package be.designations.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import be.designations.access.Translated;
import be.designations.calendar.WorkingDays;
import be.designations.directory.PersonId;
import be.designations.rules.Rejection;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D77 and D78: on which days a desk can be closed, and who can be its head. */
class ClosingDayPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 11);
    private static final Translated BRIDGE = new Translated("Pont", "Brug", "Brücke");

    @Test
    void a_desk_is_closed_on_a_working_day_to_come() {
        assertThat(ClosingDayPolicy.check(LocalDate.of(2026, 5, 15), BRIDGE, TODAY, new WorkingDays(), false))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-11, false, agenda.day-not-to-come",
        "2026-05-08, false, agenda.day-not-to-come",
        "2026-05-14, false, agenda.day-off-anyway",
        "2026-05-16, false, agenda.day-off-anyway",
        "2026-05-15, true, agenda.day-closed-already",
        "2028-05-12, false, agenda.day-too-far"
    })
    void no_desk_is_closed_on_another_day(LocalDate day, boolean closed, String code) {
        assertThat(ClosingDayPolicy.check(day, BRIDGE, TODAY, new WorkingDays(), closed))
                .containsExactly(Rejection.ofField(code, "day"));
    }

    @Test
    void a_closing_day_has_a_name_in_each_language_of_the_country() {
        assertThat(ClosingDayPolicy.check(
                        LocalDate.of(2026, 5, 15),
                        new Translated(" ", "Brug", "x".repeat(101)),
                        TODAY,
                        new WorkingDays(),
                        false))
                .extracting(Rejection::code, Rejection::field)
                .containsExactly(tuple("agenda.name-missing", "nameFr"), tuple("agenda.name-missing", "nameDe"));
    }

    @Test
    void head_of_a_desk_is_somebody_else_who_works_there() {
        PersonId actor = new PersonId(UUID.randomUUID());
        PersonId other = new PersonId(UUID.randomUUID());

        assertThat(HeadPolicy.check(actor, other, true, "Nommé")).isEmpty();
        assertThat(HeadPolicy.check(actor, other, false, "Nommé"))
                .extracting(Rejection::code)
                .containsExactly("agenda.head-not-of-desk");
        assertThat(HeadPolicy.check(actor, actor, true, " "))
                .extracting(Rejection::code)
                .containsExactly("agenda.head-oneself", "agenda.reason-missing");
    }
}
