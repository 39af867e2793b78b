package be.designations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.WholeApplication;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RetiredProcessesIT extends WholeApplication {

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    RetiredProcesses retired;

    @Test
    void what_still_runs_of_the_process_that_sent_mails_ends_at_the_start_and_nothing_else() {
        String deployment = deployed("mail-delivery", "still-ours");
        try {
            runtime.startProcessInstanceByKey("mail-delivery");
            runtime.startProcessInstanceByKey("mail-delivery");
            runtime.startProcessInstanceByKey("still-ours");

            retired.afterSingletonsInstantiated();
            retired.afterSingletonsInstantiated();

            assertThat(running("mail-delivery")).isZero();
            assertThat(running("still-ours")).isEqualTo(1);
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    private String deployed(String... keys) {
        var deployment = repository.createDeployment();
        List.of(keys)
                .forEach(key -> deployment.addModelInstance(
                        key + ".bpmn",
                        Bpmn.createExecutableProcess(key)
                                .startEvent()
                                .intermediateCatchEvent()
                                .timerWithDuration("P1D")
                                .endEvent()
                                .done()));
        return deployment.deploy().getId();
    }

    private long running(String key) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(key).count();
    }
}
