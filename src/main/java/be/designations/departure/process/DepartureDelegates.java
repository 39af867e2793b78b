package be.designations.departure.process;

import be.designations.casework.DossierNumber;
import be.designations.departure.DepartureSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One bean for each service and send task of {@code bpmn/departure.bpmn}, by the name the model uses. */
@Configuration(proxyBeanMethods = false)
class DepartureDelegates {

    @Bean
    JavaDelegate tellDeparture(DepartureSteps steps) {
        return execution -> steps.tell(dossier(execution));
    }

    @Bean
    JavaDelegate askSuccessors(DepartureSteps steps) {
        return execution -> steps.askSuccessors(dossier(execution));
    }

    @Bean
    JavaDelegate closeDeparture(DepartureSteps steps) {
        return execution -> steps.close(dossier(execution));
    }

    private static DossierNumber dossier(DelegateExecution execution) {
        return new DossierNumber(execution.getProcessBusinessKey());
    }
}
