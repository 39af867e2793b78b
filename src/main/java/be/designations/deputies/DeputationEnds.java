package be.designations.deputies;

import be.designations.scheduling.OneByOne;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Tells both, once, that the last day of a deputation is past. It has given nothing since: nothing has to run for that (D82). */
@Component
class DeputationEnds {

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 100;

    private final DeputyStore store;
    private final DeputyMails mails;
    private final OneByOne oneByOne;
    private final Clock clock;

    DeputationEnds(DeputyStore store, DeputyMails mails, OneByOne oneByOne, Clock clock) {
        this.store = store;
        this.mails = mails;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Bean
    static RecurringJob tellingOfDeputationEnds(DeputationEnds ends) {
        return new RecurringJob("deputation-ends", PAUSE, ends::tell);
    }

    /** Each in a transaction of its own. */
    void tell() {
        Instant now = clock.instant();
        OneByOne.<Deputation>onAllPages(
                AT_ONCE,
                after -> store.overAndUntold(now, after == null ? null : after.id(), AT_ONCE),
                deputation -> oneByOne.attempt("deputation", deputation.id(), () -> {
                    if (store.markTold(deputation.id(), now)) {
                        mails.over(deputation);
                    }
                }));
    }
}
