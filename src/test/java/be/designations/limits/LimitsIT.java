package be.designations.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import be.designations.limits.LimitProperties.Rate;
import be.designations.testing.WholeApplication;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LimitsIT extends WholeApplication {

    private static final Duration WITHIN = Duration.ofMinutes(1);

    @Autowired
    private DataSource database;

    private final MovedClock clock = new MovedClock();
    private final String somebody = UUID.randomUUID().toString();

    private Limits node;
    private Limits otherNode;

    @BeforeEach
    void twoNodes() {
        node = new Limits(new LimitProperties(all(new Rate(3, WITHIN))), database, clock);
        otherNode = new Limits(new LimitProperties(all(new Rate(3, WITHIN))), database, clock);
    }

    @Test
    void nodes_count_together_and_say_how_long_to_wait() {
        assertThat(node.take(Limit.UPLOADS, somebody)).isEmpty();
        assertThat(otherNode.take(Limit.UPLOADS, somebody)).isEmpty();
        assertThat(node.take(Limit.UPLOADS, somebody)).isEmpty();

        assertThat(otherNode.take(Limit.UPLOADS, somebody)).contains(WITHIN.dividedBy(3));
        assertThat(node.take(Limit.UPLOADS, somebody)).contains(WITHIN.dividedBy(3));
    }

    @Test
    void what_is_over_comes_back_little_by_little_and_never_more_than_all_of_it() {
        assertThat(taken(4)).isEqualTo(3);

        clock.move(WITHIN.dividedBy(3).minusMillis(1));
        assertThat(taken(1)).isZero();
        clock.move(Duration.ofMillis(1));
        assertThat(taken(2)).isEqualTo(1);
        clock.move(WITHIN.multipliedBy(10));
        assertThat(taken(4)).isEqualTo(3);
    }

    @Test
    void nobody_else_and_nothing_else_is_held_up() {
        assertThat(taken(4)).isEqualTo(3);

        assertThat(node.take(Limit.EXPORTS, somebody)).isEmpty();
        assertThat(node.take(Limit.UPLOADS, UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void of_many_at_once_as_many_are_taken_as_are_left() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> tries =
                    Collections.nCopies(12, () -> (Thread.currentThread().getId() % 2 == 0 ? node : otherNode)
                            .take(Limit.UPLOADS, somebody)
                            .isEmpty());
            int taken = 0;
            for (var tried : threads.invokeAll(tries)) {
                taken += tried.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void who_has_all_tries_again_is_forgotten() {
        taken(3);
        node.forget();
        assertThat(rows()).isEqualTo(1);

        // By the machine’s own time: a minute until there are three again, and one more.
        jdbc.sql("update request_limit set expires_at = expires_at - 121000 where id = :id")
                .param("id", "uploads " + somebody)
                .update();
        otherNode.forget();

        assertThat(rows()).isZero();
        assertThat(taken(4)).isEqualTo(3);
    }

    @Test
    void every_limit_is_given_and_lets_something_through() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LimitProperties(Map.of(Limit.UPLOADS, new Rate(1, WITHIN))))
                .withMessageContaining("designations.limits.sign-ins");
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(0, WITHIN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, Duration.ZERO));
    }

    private static Map<Limit, Rate> all(Rate rate) {
        var limits = new EnumMap<Limit, Rate>(Limit.class);
        for (Limit limit : Limit.values()) {
            limits.put(limit, rate);
        }
        return limits;
    }

    private long taken(int tries) {
        return IntStream.range(0, tries)
                .filter(i -> node.take(Limit.UPLOADS, somebody).isEmpty())
                .count();
    }

    private int rows() {
        return jdbc.sql("select count(*) from request_limit where id = :id")
                .param("id", "uploads " + somebody)
                .query(Integer.class)
                .single();
    }

    /** Stands still until it is moved; ahead of the real one, to which no row of these is old. */
    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2100-01-01T00:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
