package be.designations.mandate.process;

import be.designations.casework.DossierNumber;
import be.designations.mandate.Assistances;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One bean for each send task of {@code bpmn/officer-assistance.bpmn}, by the name the model uses. */
@Configuration(proxyBeanMethods = false)
class AssistanceDelegates {

    @Bean
    JavaDelegate tellAssistance(Assistances assistances) {
        return execution -> assistances.tellNamed(new DossierNumber(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate tellAssistanceOver(Assistances assistances) {
        return execution -> assistances.tellOver(new DossierNumber(execution.getProcessBusinessKey()));
    }
}
