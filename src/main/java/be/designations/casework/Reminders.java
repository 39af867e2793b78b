package be.designations.casework;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds at half time and escalates at the end; each once, however often the engine asks. Decides nothing (D14). */
@Service
public class Reminders {

    private final Cases cases;
    private final WorkItems workItems;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(Cases cases, WorkItems workItems, ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.workItems = workItems;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void remind(DossierNumber number, WorkItemKind kind) {
        tell(number, kind, false);
    }

    @Transactional
    public void escalate(DossierNumber number, WorkItemKind kind) {
        tell(number, kind, true);
    }

    private void tell(DossierNumber number, WorkItemKind kind, boolean overdue) {
        CaseFile caseFile = cases.find(number).orElseThrow();
        workItems
                .lockOpen(caseFile.id(), kind)
                .filter(item -> overdue
                        ? workItems.markOverdue(item.id(), clock.instant())
                        : workItems.markReminded(item.id(), clock.instant()))
                .ifPresent(item -> {
                    cases.record(
                            caseFile.id(),
                            new TimelineEntry(
                                    clock.instant(),
                                    (overdue ? "overdue." : "reminded.") + kind.step(),
                                    null,
                                    null,
                                    null));
                    events.publishEvent(new WorkItemDue(caseFile, item, overdue));
                });
    }
}
