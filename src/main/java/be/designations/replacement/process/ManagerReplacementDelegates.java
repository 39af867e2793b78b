package be.designations.replacement.process;

import be.designations.casework.DossierNumber;
import be.designations.replacement.ReplacementSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One bean for each service and send task of {@code bpmn/manager-replacement.bpmn}, by the name the model uses. */
@Configuration(proxyBeanMethods = false)
class ManagerReplacementDelegates {

    @Bean
    JavaDelegate askReplacement(ReplacementSteps steps) {
        return execution -> steps.ask(dossier(execution));
    }

    @Bean
    JavaDelegate closeReplacement(ReplacementSteps steps) {
        return execution -> steps.close(dossier(execution));
    }

    private static DossierNumber dossier(DelegateExecution execution) {
        return new DossierNumber(execution.getProcessBusinessKey());
    }
}
