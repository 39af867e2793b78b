package be.designations.mandate.process;

import be.designations.casework.DossierNumber;
import be.designations.mandate.MandateEndSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One bean for each service and send task of {@code bpmn/mandate-end.bpmn}, by the name the model uses. */
@Configuration(proxyBeanMethods = false)
class MandateEndDelegates {

    @Bean
    JavaDelegate tellMandateEnd(MandateEndSteps steps) {
        return execution -> steps.tell(dossier(execution));
    }

    @Bean
    JavaDelegate noteMandateEnd(MandateEndSteps steps) {
        return execution -> steps.over(dossier(execution));
    }

    private static DossierNumber dossier(DelegateExecution execution) {
        return new DossierNumber(execution.getProcessBusinessKey());
    }
}
