package be.designations.departure;

import be.designations.scheduling.OneByOne;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;

/**
 * Looks for working relationships that have ended by their date. Nothing ends by it: it tells. Each dossier is opened once, in a
 * transaction of its own.
 */
@Service
public class DepartureSearch {

    private static final int AT_ONCE = 200;

    private final DepartureStore departures;
    private final DepartureSteps steps;
    private final OneByOne oneByOne;
    private final Clock clock;

    DepartureSearch(DepartureStore departures, DepartureSteps steps, OneByOne oneByOne, Clock clock) {
        this.departures = departures;
        this.steps = steps;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Bean
    static RecurringJob departureSearchJob(DepartureSearch search) {
        return new RecurringJob("departure-search", Duration.ofHours(1), search::run);
    }

    public void run() {
        OneByOne.<UUID>onAllPages(
                AT_ONCE,
                after -> departures.endedUntold(clock.instant(), after, AT_ONCE),
                relationship -> oneByOne.attempt("relationship", relationship, () -> steps.openByDate(relationship)));
    }
}
