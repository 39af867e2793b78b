package be.designations.departure;

import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;

/**
 * Looks for working relationships that have ended by their date. Nothing ends by it: it tells. Each dossier is opened once, in a
 * transaction of its own.
 */
@Service
public class DepartureSearch {

    private static final Logger LOG = LoggerFactory.getLogger(DepartureSearch.class);
    private static final int MOST_AT_ONCE = 200;

    private final DepartureStore departures;
    private final DepartureSteps steps;
    private final Clock clock;

    DepartureSearch(DepartureStore departures, DepartureSteps steps, Clock clock) {
        this.departures = departures;
        this.steps = steps;
        this.clock = clock;
    }

    @Bean
    static RecurringJob departureSearchJob(DepartureSearch search) {
        return new RecurringJob("departure-search", Duration.ofHours(1), search::run);
    }

    public void run() {
        for (UUID relationship : departures.endedUntold(clock.instant(), MOST_AT_ONCE)) {
            // What fails for one is tried again at the next run, and keeps the others from nothing.
            try {
                steps.openByDate(relationship);
            } catch (RuntimeException failed) {
                LOG.error("departure failed: {}", relationship, failed);
            }
        }
    }
}
