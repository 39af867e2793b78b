package be.designations.principalmanager;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When a register that did not answer is asked again; the process model asks this bean, by its name. */
@Component("registerRetry")
public class RegisterRetry {

    private static final int SPREAD = 5;

    private final Duration pause;
    private final Clock clock;

    /** @param pause between two questions */
    RegisterRetry(@Value("${designations.enterprise-register.retry:PT5M}") Duration pause, Clock clock) {
        this.pause = pause;
        this.clock = clock;
    }

    public Date next() {
        // Spread: what waited for the register does not fall upon it all at once when it is back.
        long spread = ThreadLocalRandom.current().nextLong(pause.toMillis() / SPREAD + 1);
        return Date.from(clock.instant().plus(pause).plusMillis(spread));
    }
}
