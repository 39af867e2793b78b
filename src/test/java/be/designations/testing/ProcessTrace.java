package be.designations.testing;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.DossierNumber;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.jspecify.annotations.Nullable;

/** The processes of dossiers, for the assertions that the engine brings, and their timers. */
public final class ProcessTrace {

    private final ProcessEngine engine;

    public ProcessTrace(ProcessEngine engine) {
        this.engine = engine;
        BpmnAwareTests.init(engine);
    }

    /** The process of that dossier, whether it runs or has ended; the assertions lead on to the one that it calls. */
    public ProcessInstance of(DossierNumber number) {
        HistoricProcessInstance process = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .rootProcessInstances()
                .singleResult();
        assertThat(process).as("process of %s", number.value()).isNotNull();
        return new Recorded(process);
    }

    /** What the process of that dossier and the one that it calls know, now or when they ended. */
    public List<String> variables(DossierNumber number) {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .list()
                .stream()
                .flatMap(process -> engine
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(process.getId())
                        .list()
                        .stream())
                .map(variable -> variable.getName())
                .toList();
    }

    /**
     * Lets time pass until that timer.
     *
     * @param timer the id of a timer event
     */
    public void fire(DossierNumber number, String timer) {
        List<Job> due = timers(number).stream()
                .filter(job -> nameOf(job).contains(timer))
                .toList();
        assertThat(due)
                .as(() -> timer + " among "
                        + timers(number).stream().map(this::nameOf).toList())
                .hasSize(1);
        engine.getManagementService().executeJob(due.get(0).getId());
    }

    /** What the process of that dossier and the one that it calls wait for. */
    public List<Job> timers(DossierNumber number) {
        ManagementService management = engine.getManagementService();
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .list()
                .stream()
                .map(Execution::getProcessInstanceId)
                .flatMap(process -> management.createJobQuery().processInstanceId(process).timers().list().stream())
                .toList();
    }

    private String nameOf(Job timer) {
        var definition = engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult();
        return definition.getActivityId() + "|" + definition.getJobConfiguration();
    }

    /** The assertions take running processes and look up by id; an ended one is known to the history only. */
    private record Recorded(HistoricProcessInstance process) implements ProcessInstance {

        @Override
        public String getId() {
            return process.getId();
        }

        @Override
        public String getProcessInstanceId() {
            return process.getId();
        }

        @Override
        public String getRootProcessInstanceId() {
            return process.getRootProcessInstanceId();
        }

        @Override
        public String getProcessDefinitionId() {
            return process.getProcessDefinitionId();
        }

        @Override
        public String getProcessDefinitionKey() {
            return process.getProcessDefinitionKey();
        }

        @Override
        public String getBusinessKey() {
            return process.getBusinessKey();
        }

        @Override
        public @Nullable String getCaseInstanceId() {
            return process.getCaseInstanceId();
        }

        @Override
        public @Nullable String getTenantId() {
            return process.getTenantId();
        }

        @Override
        public boolean isSuspended() {
            return process.getState().equals(HistoricProcessInstance.STATE_SUSPENDED);
        }

        @Override
        public boolean isEnded() {
            return process.getEndTime() != null;
        }
    }
}
