package be.designations.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.decisions.Decision.Ground;
import be.designations.decisions.RightUse.Used;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RightUseTest {

    private static final Instant NOON = Instant.parse("2026-10-25T11:00:00Z");
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID QUALITY = UUID.randomUUID();

    private final List<Map.Entry<Used, LocalDate>> written = new ArrayList<>();
    private boolean fails;
    private final RightUse use = new RightUse(
            used -> {
                if (fails) {
                    throw new IllegalStateException("no database");
                }
                written.addAll(used);
            },
            Clock.fixed(NOON, ZoneOffset.UTC));

    @AfterEach
    void stop() {
        use.destroy();
    }

    private static Decision decision(Reason reason, @Nullable String role) {
        return new Decision(
                reason,
                PERSON,
                new Ground(
                        UUID.randomUUID(),
                        "USER",
                        role,
                        "0999000030",
                        QUALITY,
                        "SOCIAL_ACTION",
                        List.of(),
                        450,
                        NOON,
                        null,
                        null,
                        null),
                null);
    }

    @Test
    void a_right_is_written_once_a_day() {
        use.decided(decision(Reason.RIGHT, "A"), NOON);
        use.decided(decision(Reason.RIGHT, "A"), NOON.plus(Duration.ofHours(11)));
        use.decided(decision(Reason.RIGHT, "B"), NOON);
        use.write();
        use.write();
        assertThat(written)
                .containsExactly(
                        Map.entry(new Used(PERSON, "A", QUALITY), LocalDate.of(2026, 10, 25)),
                        Map.entry(new Used(PERSON, "B", QUALITY), LocalDate.of(2026, 10, 25)));
        use.decided(decision(Reason.RIGHT, "A"), NOON.plus(Duration.ofHours(13)));
        use.write();
        assertThat(written).hasSize(3).last().satisfies(next -> assertThat(next.getValue())
                .isEqualTo(LocalDate.of(2026, 10, 26)));
    }

    @Test
    void a_refusal_and_what_rests_on_no_role_are_no_use() {
        use.decided(decision(Reason.BLOCKED, "A"), NOON);
        use.decided(decision(Reason.LOCAL_MANAGER, null), NOON);
        use.decided(Decision.without(Reason.NO_RIGHT, "role"), NOON);
        use.write();
        assertThat(written).isEmpty();
    }

    @Test
    void what_could_not_be_written_is_written_later() {
        fails = true;
        use.decided(decision(Reason.RIGHT, "A"), NOON);
        assertThatThrownBy(use::write).isInstanceOf(IllegalStateException.class);
        fails = false;
        use.write();
        assertThat(written).hasSize(1);
    }

    /** It takes a quarter of a microsecond on a busy machine. */
    @Test
    void a_decision_hardly_notices() {
        Decision decision = decision(Reason.RIGHT, "A");
        int times = 500_000;
        for (int i = 0; i < times; i++) {
            use.decided(decision, NOON);
        }
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            use.decided(decision, NOON);
        }
        long each = (System.nanoTime() - begun) / times;
        assertThat(each).isLessThan(2_000);
    }
}
