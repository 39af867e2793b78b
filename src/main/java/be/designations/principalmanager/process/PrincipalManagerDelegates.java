package be.designations.principalmanager.process;

import be.designations.casework.DossierNumber;
import be.designations.principalmanager.PrincipalManagerMails;
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
    JavaDelegate notifyDesignation(PrincipalManagerSteps steps, PrincipalManagerMails mails) {
        return execution -> steps.tell(dossier(execution), mails::designated);
    }

    @Bean
    JavaDelegate notifyNotRecognised(PrincipalManagerSteps steps, PrincipalManagerMails mails) {
        return execution -> steps.tell(dossier(execution), mails::notRecognised);
    }

    @Bean
    JavaDelegate notifyOvertaken(PrincipalManagerSteps steps, PrincipalManagerMails mails) {
        return execution -> steps.tell(dossier(execution), mails::overtaken);
    }

    @Bean
    JavaDelegate announceMandateRequest(PrincipalManagerSteps steps, PrincipalManagerMails mails) {
        return execution -> steps.tell(dossier(execution), mails::mandateClaimed);
    }

    @Bean
    JavaDelegate notifyMandateRefused(PrincipalManagerSteps steps, PrincipalManagerMails mails) {
        return execution -> steps.tell(dossier(execution), mails::mandateRefused);
    }

    @Bean
    JavaDelegate notifyRequestWithdrawn(PrincipalManagerSteps steps, PrincipalManagerMails mails) {
        return execution -> steps.tell(dossier(execution), mails::withdrawn);
    }

    private static DossierNumber dossier(DelegateExecution execution) {
        return new DossierNumber(execution.getProcessBusinessKey());
    }
}
