package be.designations.replacement;

import be.designations.casework.CaseId;
import be.designations.casework.DossierNumber;
import be.designations.replacement.ReplacementStore.LostTie;
import be.designations.scheduling.OneByOne;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;

/**
 * Looks for managers whose tie to the entity has ended, and for requests that time has settled. Each dossier is
 * opened and settled once, in a transaction of its own.
 */
@Service
public class ReplacementSearch {

    private static final Logger LOG = LoggerFactory.getLogger(ReplacementSearch.class);
    private static final int AT_ONCE = 100;

    private final ReplacementStore replacements;
    private final ReplacementSteps steps;
    private final SettledProcesses processes;
    private final Clock clock;

    ReplacementSearch(ReplacementStore replacements, ReplacementSteps steps, SettledProcesses processes, Clock clock) {
        this.replacements = replacements;
        this.steps = steps;
        this.processes = processes;
        this.clock = clock;
    }

    @Bean
    static RecurringJob replacementSearchJob(ReplacementSearch search) {
        return new RecurringJob("replacement-search", Duration.ofHours(1), search::run);
    }

    public void run() {
        OneByOne.<CaseId>onAllPages(
                AT_ONCE,
                after -> replacements.settled(clock.instant(), after, AT_ONCE),
                caseId -> attempt(caseId.value(), () -> steps.settleByTime(caseId)));
        OneByOne.<DossierNumber>onAllPages(
                AT_ONCE,
                after -> replacements.leftRunning(after, AT_ONCE),
                number -> attempt(number, () -> processes.end(new SettledProcesses.Settled(number))));
        OneByOne.<LostTie>onAllPages(
                AT_ONCE,
                after -> replacements.lost(clock.instant(), after, AT_ONCE),
                lost -> attempt(lost.responsibility(), () -> steps.open(lost.responsibility())));
    }

    /** What fails for one is tried again at the next run, and keeps the others from nothing. */
    private static void attempt(Object subject, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failed) {
            LOG.error("replacement of a manager failed: {}", subject, failed);
        }
    }
}
