package be.designations.casework;

import be.designations.casework.WorkItems.Untold;
import be.designations.scheduling.OneByOne;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Looks for work of which somebody is to be told that it waits; each telling is a transaction of its own (D14). */
@Component
public class DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 500;

    private final WorkItems workItems;
    private final Cases cases;
    private final Reminders reminders;
    private final Clock clock;

    DueWork(WorkItems workItems, Cases cases, Reminders reminders, Clock clock) {
        this.workItems = workItems;
        this.cases = cases;
        this.reminders = reminders;
        this.clock = clock;
    }

    @Bean
    static RecurringJob tellingOfDueWork(DueWork work) {
        return new RecurringJob("due-work", PAUSE, work::tell);
    }

    /** Reminds of what has had half its time, and tells of what is late. */
    public void tell() {
        OneByOne.<Untold>onAllPages(
                AT_ONCE, after -> workItems.toRemind(clock.instant(), after, AT_ONCE), work -> tell(work, false));
        OneByOne.<Untold>onAllPages(
                AT_ONCE, after -> workItems.toEscalate(clock.instant(), after, AT_ONCE), work -> tell(work, true));
    }

    private void tell(Untold work, boolean overdue) {
        try {
            reminders.tell(cases.find(work.caseId()).orElseThrow(), work.kind(), overdue);
        } catch (RuntimeException failed) {
            // Tried again at the next run; it keeps nobody else from being told.
            LOG.error("telling that work waits failed: {}", work.id().value(), failed);
        }
    }
}
