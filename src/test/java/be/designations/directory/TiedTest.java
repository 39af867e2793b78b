package be.designations.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long somebody is tied by several ties together. */
class TiedTest {

    private static final Instant JANUARY = day(2026, 1, 1);
    private static final Instant APRIL = day(2026, 4, 1);
    private static final Instant JULY = day(2026, 7, 1);
    private static final Instant OCTOBER = day(2026, 10, 1);
    private static final @Nullable Instant OPEN = null;

    private final PersonId ann = PersonId.random();

    @Test
    void who_has_no_tie_at_that_instant_is_not_tied() {
        assertThat(Tied.NOT_AT_ALL.until(JANUARY)).isEmpty();
        assertThat(tied(tie(JANUARY, APRIL)).until(APRIL)).isEmpty();
        assertThat(tied(tie(APRIL, OPEN)).until(JANUARY)).isEmpty();
    }

    @Test
    void one_tie_holds_until_its_end() {
        assertThat(end(APRIL.minusMillis(1), tie(JANUARY, APRIL))).isEqualTo(APRIL);
        assertThat(end(JANUARY, tie(JANUARY, OPEN))).isNull();
    }

    @Test
    void ties_that_overlap_hold_until_the_last_end_whatever_their_order() {
        assertThat(end(JANUARY, tie(JANUARY, JULY), tie(APRIL, OCTOBER))).isEqualTo(OCTOBER);
        assertThat(end(JANUARY, tie(APRIL, OCTOBER), tie(JANUARY, JULY))).isEqualTo(OCTOBER);
        assertThat(end(JANUARY, tie(JANUARY, OCTOBER), tie(APRIL, JULY))).isEqualTo(OCTOBER);
        assertThat(end(JANUARY, tie(JANUARY, JULY), tie(APRIL, OPEN))).isNull();
    }

    @Test
    void ties_that_adjoin_leave_no_gap() {
        assertThat(end(JANUARY, tie(JANUARY, APRIL), tie(APRIL, JULY), tie(JULY, OCTOBER)))
                .isEqualTo(OCTOBER);
    }

    @Test
    void a_gap_ends_it() {
        assertThat(end(JANUARY, tie(JANUARY, APRIL), tie(APRIL.plusMillis(1), OPEN)))
                .isEqualTo(APRIL);
        assertThat(end(JULY, tie(JANUARY, APRIL), tie(JULY, OPEN))).isNull();
    }

    /** The day on which clocks go back has 25 hours; a tie whose last day it is ends after all of them. */
    @Test
    void the_hour_that_comes_twice_on_25_october_leaves_no_gap() {
        Instant firstTime = Instant.parse("2026-10-25T00:30:00Z");
        Instant secondTime = Instant.parse("2026-10-25T01:30:00Z");
        Instant next = day(2026, 10, 26);

        assertThat(end(firstTime, tie(JANUARY, next), tie(next, OPEN))).isNull();
        assertThat(end(secondTime, tie(JANUARY, next))).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
        assertThat(tied(tie(JANUARY, secondTime)).until(firstTime)).hasValue(new Tied.Until(secondTime));
    }

    @Test
    void one_that_never_began_ties_nobody() {
        assertThat(tied(tie(APRIL, APRIL)).until(APRIL)).isEmpty();
        assertThat(end(JANUARY, tie(JANUARY, APRIL), tie(APRIL, APRIL))).isEqualTo(APRIL);
    }

    @Test
    void when_one_of_two_ends_the_other_ties() {
        Tie short1 = tie(JANUARY, APRIL);
        Tie long1 = tie(JANUARY, OPEN);

        assertThat(tied(short1, long1).until(long1.id(), JANUARY).until(JANUARY))
                .hasValue(new Tied.Until(APRIL));
        assertThat(tied(short1).with(long1).until(JANUARY)).hasValue(new Tied.Until(OPEN));
        assertThat(tied(short1, long1).longestAt(JANUARY)).hasValue(long1);
    }

    @Test
    void what_ends_with_the_ties_or_before_is_carried() {
        assertThat(new Tied.Until(APRIL).carries(APRIL)).isTrue();
        assertThat(new Tied.Until(APRIL).carries(JANUARY)).isTrue();
        assertThat(new Tied.Until(APRIL).carries(APRIL.plusMillis(1))).isFalse();
        assertThat(new Tied.Until(APRIL).carries(OPEN)).isFalse();
        assertThat(new Tied.Until(OPEN).carries(OPEN)).isTrue();
    }

    private static @Nullable Instant end(Instant from, Tie... ties) {
        Optional<Tied.Until> until = tied(ties).until(from);
        assertThat(until).isPresent();
        return until.get().end();
    }

    private static Tied tied(Tie... ties) {
        return new Tied(List.of(ties));
    }

    private Tie tie(Instant from, @Nullable Instant until) {
        return new Tie(UUID.randomUUID(), ann, null, RelationshipCategory.PERMANENT, from, until);
    }

    private static Instant day(int year, int month, int day) {
        return LocalDate.of(year, month, day)
                .atStartOfDay(ZoneId.of("Europe/Brussels"))
                .toInstant();
    }
}
