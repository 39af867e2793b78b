package be.designations.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.PersonId;
import be.designations.reviews.ReviewItem.Hindrance;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** D45. */
class ReviewItemTest {

    private static final Instant NOW = Instant.parse("2026-10-25T00:30:00Z");

    private final PersonId holder = new PersonId(UUID.randomUUID());
    private final PersonId manager = new PersonId(UUID.randomUUID());

    @Test
    void a_manager_answers_for_the_right_of_another() {
        assertThat(item(null, null).hindrance(manager, NOW)).isNull();
        assertThat(item(NOW.plusSeconds(1), null).hindrance(manager, NOW)).isNull();
    }

    @Test
    void nobody_answers_for_their_own_right() {
        assertThat(item(null, null).hindrance(holder, NOW)).isEqualTo(Hindrance.OWN);
    }

    @Test
    void what_has_ended_waits_for_nothing() {
        assertThat(item(NOW, null).hindrance(manager, NOW)).isEqualTo(Hindrance.ENDED);
    }

    @Test
    void an_answer_is_given_once() {
        assertThat(item(null, ReviewAnswer.CONFIRMED).hindrance(manager, NOW)).isEqualTo(Hindrance.ANSWERED);
    }

    @Test
    void a_percentage_is_whole_only_when_nothing_is_open() {
        assertThat(new Counts(1000, 1, 999, 0, 0, 0, 0).percent()).isEqualTo(99);
        assertThat(new Counts(1000, 0, 999, 0, 1, 0, 0).percent()).isEqualTo(100);
        assertThat(new Counts(0, 0, 0, 0, 0, 0, 0).percent()).isEqualTo(100);
    }

    private ReviewItem item(@Nullable Instant until, @Nullable ReviewAnswer answer) {
        return new ReviewItem(
                1,
                UUID.randomUUID(),
                holder,
                "Ada Test",
                "SOCIAL_WORKER",
                Instant.EPOCH,
                until,
                answer,
                answer == null ? null : "Gilles Test",
                answer == null ? null : Instant.EPOCH,
                null);
    }
}
