package be.designations.mandate;

import be.designations.dpd.DpdRegister;
import be.designations.scheduling.OneByOne;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;

/** Notes the mandates that have reached their end, and opens a dossier for each; nothing is switched off (D8). */
@Service
public class MandateExpiry {

    private final DpdRegister register;
    private final MandateEnds ends;
    private final OneByOne oneByOne;
    private final Clock clock;

    MandateExpiry(DpdRegister register, MandateEnds ends, OneByOne oneByOne, Clock clock) {
        this.register = register;
        this.ends = ends;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Bean
    static RecurringJob mandateExpiryJob(MandateExpiry expiry) {
        return new RecurringJob("mandate-expiry", Duration.ofMinutes(15), expiry::noteExpired);
    }

    /** Each mandate is noted once, in a transaction of its own. */
    public void noteExpired() {
        Instant now = clock.instant();
        register.expired(now)
                .forEach(id -> oneByOne.attempt("mandate", id, () -> register.noteExpired(id, now)
                        .ifPresent(expired -> ends.expire(expired, now))));
    }
}
