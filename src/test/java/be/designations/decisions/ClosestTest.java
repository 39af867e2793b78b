package be.designations.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.decisions.Decision.Ground;
import be.designations.decisions.Decision.Standing;
import be.designations.decisions.DecisionStore.Found;
import be.designations.decisions.DecisionStore.Held;
import be.designations.decisions.DecisionStore.Known;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What permits, or else what comes closest (D37). */
class ClosestTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final UUID PERSON = UUID.randomUUID();
    private static final Question QUESTION =
            new Question(PERSON, null, null, null, null, null, Where.ANYWHERE, 450, NOW);

    private final Held runs = held(true, "ROLE", 400, -100, null, false);
    private final Held needsMore = held(true, "ROLE", 500, -100, null, false);
    private final Held blocked = held(true, "ROLE", 400, -100, null, true);
    private final Held tomorrow = held(true, "ROLE", 400, 86_400, null, false);
    private final Held nextYear = held(true, "ROLE", 400, 31_536_000, null, false);
    private final Held endedJustNow = held(true, "ROLE", 400, -100, -1L, false);
    private final Held endsNow = held(true, "ROLE", 400, -100, 0L, false);
    private final Held endedLongAgo = held(true, "ROLE", 400, -10_000, -5_000L, false);
    private final Held elsewhere = held(false, "ROLE", 400, -100, null, false);
    private final Held formerlyElsewhere = held(false, "ROLE", 400, -100, -1L, false);
    private final Held manager = held(true, null, 400, -100, null, false);
    private final Held takenBack = held(true, "ROLE", 400, -100, -100L, false);

    @Test
    void what_permits_comes_before_everything_that_does_not() {
        assertThat(reason(elsewhere, endedJustNow, tomorrow, blocked, needsMore, runs))
                .isEqualTo(Reason.RIGHT);
        assertThat(reason(elsewhere, manager, blocked)).isEqualTo(Reason.LOCAL_MANAGER);
    }

    @Test
    void what_lacks_least_is_told() {
        assertThat(reason(elsewhere, endedJustNow, tomorrow, blocked, needsMore))
                .isEqualTo(Reason.SIGN_IN_LEVEL_TOO_LOW);
        assertThat(reason(elsewhere, endedJustNow, tomorrow, blocked)).isEqualTo(Reason.BLOCKED);
        assertThat(reason(elsewhere, endedJustNow, tomorrow)).isEqualTo(Reason.NOT_BEGUN);
        assertThat(reason(elsewhere, endedJustNow)).isEqualTo(Reason.ENDED);
        assertThat(reason(elsewhere)).isEqualTo(Reason.ELSEWHERE);
        assertThat(reason()).isEqualTo(Reason.NO_RIGHT);
    }

    @Test
    void of_two_beginnings_the_next_and_of_two_ends_the_last_is_told() {
        assertThat(closest(nextYear, tomorrow)).isEqualTo(tomorrow.ground());
        assertThat(closest(endedLongAgo, endedJustNow)).isEqualTo(endedJustNow.ground());
    }

    @Test
    void an_end_is_the_first_instant_outside() {
        assertThat(reason(endsNow)).isEqualTo(Reason.ENDED);
        assertThat(reason(held(true, "ROLE", 400, 0, null, false))).isEqualTo(Reason.RIGHT);
        assertThat(reason(takenBack)).isEqualTo(Reason.NO_RIGHT);
        assertThat(reason(formerlyElsewhere)).isEqualTo(Reason.NO_RIGHT);
    }

    @Test
    void of_a_function_says_what_is_missing_once_the_role_is_there() {
        List<Standing> closer = List.of(
                new Standing(true, true, null, true, List.of()),
                new Standing(true, false, null, true, List.of()),
                new Standing(true, true, null, false, List.of()),
                new Standing(true, true, NOW, false, List.of()),
                Standing.NONE);

        assertThat(closer.stream()
                        .map(entry -> reason(held(true, "ROLE", 450, -10, null, false, entry)))
                        .toList())
                .containsExactly(
                        Reason.PROFILE,
                        Reason.PROFILES_UNCONFIRMED,
                        Reason.NO_PROFILE,
                        Reason.INACTIVE,
                        Reason.NOT_ENTERED);
        assertThat(reason(held(true, "ROLE", 450, -10, null, true, closer.get(0))))
                .isEqualTo(Reason.BLOCKED);
        assertThat(Closest.of(QUESTION, new Found(PERSON, false, Known.WITHDRAWN, List.of(runs)))
                        .reason())
                .isEqualTo(Reason.FUNCTION_WITHDRAWN);
        assertThat(Closest.of(QUESTION, new Found(PERSON, false, Known.NONE, List.of(runs)))
                        .reason())
                .isEqualTo(Reason.NOT_YOURS);
    }

    @Test
    void somebody_disabled_has_nothing_of_what_runs() {
        assertThat(Closest.of(QUESTION, new Found(PERSON, true, null, List.of(runs, manager)))
                        .reason())
                .isEqualTo(Reason.DISABLED);
        assertThat(Closest.of(QUESTION, new Found(PERSON, true, null, List.of(endedJustNow)))
                        .reason())
                .isEqualTo(Reason.ENDED);
    }

    private static Reason reason(Held... held) {
        return Closest.of(QUESTION, new Found(PERSON, false, null, List.of(held)))
                .reason();
    }

    private static @Nullable Ground closest(Held... held) {
        return Closest.of(QUESTION, new Found(PERSON, false, null, List.of(held)))
                .ground();
    }

    /** @param from and until in seconds from now */
    private static Held held(
            boolean here, @Nullable String role, int level, long from, @Nullable Long until, boolean blocked) {
        return held(here, role, level, from, until, blocked, null);
    }

    private static Held held(
            boolean here,
            @Nullable String role,
            int level,
            long from,
            @Nullable Long until,
            boolean blocked,
            @Nullable Standing entry) {
        return new Held(
                here,
                new Ground(
                        UUID.randomUUID(),
                        role == null ? "LOCAL_MANAGER" : "USER",
                        role,
                        "0999000030",
                        UUID.randomUUID(),
                        "SOCIAL_ACTION",
                        List.of(),
                        level,
                        NOW.plusSeconds(from),
                        until == null ? null : NOW.plusSeconds(until),
                        blocked ? NOW.minusSeconds(5) : null,
                        null),
                entry);
    }
}
