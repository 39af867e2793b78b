package be.designations.demo.data;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the demonstration, which is turned back while its past is played, before anybody can sign in: so everything that the
 * product writes of it says when it was.
 */
final class DemoClock extends Clock {

    private final Clock real;
    private volatile @Nullable Instant past;

    DemoClock(Clock real) {
        this.real = real;
    }

    /** What is done runs at that instant. */
    void at(Instant instant, Runnable done) {
        past = instant;
        try {
            done.run();
        } finally {
            past = null;
        }
    }

    @Override
    public Instant instant() {
        Instant then = past;
        return then == null ? real.instant() : then;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("days are those of Brussels, wherever the clock stands");
    }
}
