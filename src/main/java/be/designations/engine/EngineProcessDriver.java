package be.designations.engine;

import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessDriver;
import be.designations.casework.ProcessProgress;
import be.designations.casework.WorkKind;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds a case's step by dossier number and step, so that no id of an engine task leaves this package. What it leads through is
 * written at once: it may be called by what runs last in a transaction, and nothing comes after that.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineProcessDriver implements ProcessDriver {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ProcessProgress progress;

    EngineProcessDriver(RuntimeService runtime, TaskService tasks, ProcessProgress progress) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.progress = progress;
    }

    @Override
    public void start(String processKey, DossierNumber number, Map<String, Object> variables) {
        runtime.startProcessInstanceByKey(processKey, number.value(), variables);
        progress.write();
    }

    @Override
    public void complete(DossierNumber number, WorkKind step, Map<String, Object> variables) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .processDefinitionKey(step.process())
                .taskDefinitionKey(step.task())
                .singleResult();
        if (task == null) {
            throw new IllegalStateException(number + " does not wait at " + step);
        }
        tasks.complete(task.getId(), variables);
        progress.write();
    }

    @Override
    public void signal(DossierNumber number, String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number.value())
                .correlate();
        progress.write();
    }

    @Override
    public boolean awaits(DossierNumber number, String message) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(number.value())
                        .messageEventSubscriptionName(message)
                        .active()
                        .count()
                > 0;
    }
}
