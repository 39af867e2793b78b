package be.designations.departure;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.calendar.Days;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.WorkingRelationship;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On which days a relationship can be made to end (D39). */
class EndPolicyTest {

    private static final Instant NOW = Instant.parse("2026-06-15T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @Test
    void it_ends_today_later_or_in_the_past_but_not_before_it_began() {
        WorkingRelationship open = relationship(LocalDate.of(2026, 3, 1), null);

        assertThat(EndPolicy.checkEarlier(open, TODAY, NOW)).isEmpty();
        assertThat(EndPolicy.checkEarlier(open, LocalDate.of(2030, 1, 1), NOW)).isEmpty();
        assertThat(EndPolicy.checkEarlier(open, LocalDate.of(2026, 3, 1), NOW)).isEmpty();
        assertThat(code(EndPolicy.checkEarlier(open, LocalDate.of(2026, 2, 28), NOW)))
                .isEqualTo("departure.before-it-began");
    }

    @Test
    void only_an_earlier_day_than_the_end_that_it_has_ends_it() {
        WorkingRelationship ending = relationship(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 30));

        assertThat(EndPolicy.checkEarlier(ending, LocalDate.of(2026, 6, 29), NOW))
                .isEmpty();
        assertThat(code(EndPolicy.checkEarlier(ending, LocalDate.of(2026, 6, 30), NOW)))
                .isEqualTo("departure.not-earlier");
        assertThat(code(EndPolicy.checkEarlier(ending, LocalDate.of(2026, 7, 1), NOW)))
                .isEqualTo("departure.not-earlier");
    }

    @Test
    void one_that_is_to_begin_never_does_when_its_last_day_comes_before() {
        WorkingRelationship later = relationship(LocalDate.of(2026, 9, 1), null);

        assertThat(EndPolicy.checkEarlier(later, TODAY, NOW)).isEmpty();
        assertThat(EndPolicy.end(later, TODAY)).isEqualTo(later.from());
    }

    @Test
    void one_that_runs_is_extended_and_one_that_is_over_is_not() {
        WorkingRelationship ending = relationship(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 30));
        WorkingRelationship over = relationship(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 14));
        WorkingRelationship open = relationship(LocalDate.of(2026, 3, 1), null);

        assertThat(EndPolicy.checkLater(ending, LocalDate.of(2026, 7, 1), NOW)).isEmpty();
        assertThat(code(EndPolicy.checkLater(ending, LocalDate.of(2026, 6, 30), NOW)))
                .isEqualTo("departure.not-later");
        assertThat(code(EndPolicy.checkLater(over, LocalDate.of(2026, 7, 1), NOW)))
                .isEqualTo("departure.over");
        assertThat(code(EndPolicy.checkLater(open, LocalDate.of(2026, 7, 1), NOW)))
                .isEqualTo("departure.without-end");
    }

    private static @Nullable String code(Optional<Rejection> refusal) {
        return refusal.map(Rejection::code).orElse(null);
    }

    private static WorkingRelationship relationship(LocalDate firstDay, @Nullable LocalDate lastDay) {
        return new WorkingRelationship(
                UUID.randomUUID(),
                PersonId.random(),
                new OrganisationId(UUID.randomUUID()),
                RelationshipCategory.PERMANENT,
                null,
                null,
                Days.startOf(firstDay),
                Days.endOfPeriod(lastDay),
                null);
    }
}
