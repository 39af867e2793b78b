package be.designations.engine;

import be.designations.casework.CaseFile;
import be.designations.casework.CaseTypes;
import be.designations.casework.Cases;
import be.designations.casework.Deadlines;
import be.designations.casework.DossierNumber;
import be.designations.casework.WorkItems;
import be.designations.casework.WorkKind;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the table of work items in step with the tasks of the engine, in the engine's own transaction. */
@Component
class WorkItemProjection {

    private final WorkItems workItems;
    private final Cases cases;
    private final CaseTypes types;
    private final Deadlines deadlines;
    private final Clock clock;

    WorkItemProjection(WorkItems workItems, Cases cases, CaseTypes types, Deadlines deadlines, Clock clock) {
        this.workItems = workItems;
        this.cases = cases;
        this.types = types;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @EventListener
    void follow(DelegateTask task) {
        WorkKind kind = kindOf(task);
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> {
                CaseFile caseFile = caseOf(task);
                workItems.open(
                        caseFile, kind, clock.instant(), deadlines.termOf(caseFile, kind), types.warns(caseFile));
            }
            case TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE ->
                workItems.closeOpen(caseOf(task).id(), kind, clock.instant());
            default -> {
                // Changes of a task inside the engine mean nothing here: who has taken it is the domain's to say.
            }
        }
    }

    /** By process and task: two models may call a task the same. */
    WorkKind kindOf(DelegateTask task) {
        return types.work(StepProjection.processOf(task.getBpmnModelElementInstance()), task.getTaskDefinitionKey());
    }

    private CaseFile caseOf(DelegateTask task) {
        var number = new DossierNumber(task.getExecution().getProcessBusinessKey());
        return cases.find(number).orElseThrow(() -> new IllegalStateException("no case " + number));
    }
}
