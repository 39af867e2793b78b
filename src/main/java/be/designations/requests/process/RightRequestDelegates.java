package be.designations.requests.process;

import be.designations.casework.DossierNumber;
import be.designations.requests.RightRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One bean for each send task of {@code bpmn/right-request.bpmn}, by the name the model uses. */
@Configuration(proxyBeanMethods = false)
class RightRequestDelegates {

    @Bean
    JavaDelegate tellManagersOfRequest(RightRequests requests) {
        return execution -> requests.tellManagers(dossier(execution));
    }

    @Bean
    JavaDelegate tellPersonOfAnswer(RightRequests requests) {
        return execution -> requests.tellPerson(dossier(execution));
    }

    private static DossierNumber dossier(DelegateExecution execution) {
        return new DossierNumber(execution.getProcessBusinessKey());
    }
}
