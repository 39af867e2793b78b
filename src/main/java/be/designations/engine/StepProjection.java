package be.designations.engine;

import be.designations.casework.CaseFile;
import be.designations.casework.Cases;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessProgress;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes which steps a case enters and leaves, in the engine's own transaction. */
@Component
class StepProjection {

    private static final Set<String> FOLLOWED =
            Set.of(ExecutionListener.EVENTNAME_START, ExecutionListener.EVENTNAME_END);

    private final ProcessProgress progress;
    private final Cases cases;
    private final Clock clock;

    StepProjection(ProcessProgress progress, Cases cases, Clock clock) {
        this.progress = progress;
        this.cases = cases;
        this.clock = clock;
    }

    @EventListener
    void follow(DelegateExecution execution) {
        if (!FOLLOWED.contains(execution.getEventName())
                || !(execution.getBpmnModelElementInstance() instanceof FlowNode step)) {
            return;
        }
        caseOf(execution).ifPresent(caseFile -> {
            if (execution.getEventName().equals(ExecutionListener.EVENTNAME_START)) {
                progress.entered(caseFile.id(), processOf(step), step.getId(), clock.instant());
            } else {
                progress.left(caseFile.id(), processOf(step), step.getId(), execution.isCanceled(), clock.instant());
            }
        });
    }

    /** Mails have processes of their own, which belong to no case. */
    private Optional<CaseFile> caseOf(DelegateExecution execution) {
        return Optional.ofNullable(execution.getProcessBusinessKey())
                .flatMap(DossierNumber::parse)
                .flatMap(cases::find);
    }

    static String processOf(FlowNode step) {
        ModelElementInstance scope = step.getParentElement();
        while (!(scope instanceof Process process)) {
            scope = scope.getParentElement();
        }
        return process.getId();
    }
}
