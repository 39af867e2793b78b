package be.designations.principalmanager.process;

import be.designations.casework.DossierNumber;
import be.designations.principalmanager.PrincipalManagerProcess;
import be.designations.principalmanager.PrincipalManagerSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One bean for each service and send task of {@code bpmn/principal-manager-designation.bpmn}, by the name the model uses. */
@Configuration(proxyBeanMethods = false)
class PrincipalManagerDelegates {

    @Bean
    JavaDelegate consultRegister(PrincipalManagerSteps steps) {
        return execution -> execution.setVariable(
                PrincipalManagerProcess.REGISTER_ANSWER,
                steps.consult(dossier(execution)).name());
    }

    @Bean
    JavaDelegate designatePrincipalManager(PrincipalManagerSteps steps) {
        return execution ->
                execution.setVariable(PrincipalManagerProcess.DESIGNATED, steps.designate(dossier(execution)));
    }

    @Bean
    JavaDelegate notifyDesignation(PrincipalManagerSteps steps) {
        return execution -> steps.notifyDesignation(dossier(execution));
    }

    @Bean
    JavaDelegate notifyNotRecognised(PrincipalManagerSteps steps) {
        return execution -> steps.notifyNotRecognised(dossier(execution));
    }

    @Bean
    JavaDelegate notifyOvertaken(PrincipalManagerSteps steps) {
        return execution -> steps.notifyOvertaken(dossier(execution));
    }

    @Bean
    JavaDelegate announceMandateRequest(PrincipalManagerSteps steps) {
        return execution -> steps.announceMandateRequest(dossier(execution));
    }

    @Bean
    JavaDelegate notifyMandateRefused(PrincipalManagerSteps steps) {
        return execution -> steps.notifyMandateRefused(dossier(execution));
    }

    @Bean
    JavaDelegate notifyRequestWithdrawn(PrincipalManagerSteps steps) {
        return execution -> steps.notifyWithdrawn(dossier(execution));
    }

    private static DossierNumber dossier(DelegateExecution execution) {
        return new DossierNumber(execution.getProcessBusinessKey());
    }
}
