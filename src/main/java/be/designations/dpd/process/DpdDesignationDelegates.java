package be.designations.dpd.process;

import be.designations.casework.DossierNumber;
import be.designations.dpd.DpdDesignationProcess;
import be.designations.dpd.DpdMails;
import be.designations.dpd.DpdSteps;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One bean for each service and send task of {@code bpmn/dpd-designation.bpmn}, by the name the model uses. */
@Configuration(proxyBeanMethods = false)
class DpdDesignationDelegates {

    @Bean
    JavaDelegate confirmReceipt(DpdMails mails) {
        return execution -> mails.confirmReceipt(dossier(execution));
    }

    @Bean
    JavaDelegate notifyCompletionAsked(DpdMails mails) {
        return execution -> mails.completionAsked(dossier(execution));
    }

    @Bean
    JavaDelegate notifyFileCompleted(DpdMails mails) {
        return execution -> mails.fileCompleted(dossier(execution));
    }

    @Bean
    JavaDelegate lapseApplication(DpdSteps steps) {
        return execution -> steps.lapse(dossier(execution));
    }

    @Bean
    JavaDelegate updateRegister(DpdSteps steps) {
        return execution -> steps.updateRegister(dossier(execution));
    }

    @Bean
    JavaDelegate notifyOpinion(DpdMails mails) {
        return execution -> mails.opinionGiven(dossier(execution));
    }

    @Bean
    JavaDelegate notifyRefusal(DpdMails mails) {
        return execution -> mails.refused(dossier(execution));
    }

    @Bean
    JavaDelegate startMandate(DpdSteps steps, Clock clock) {
        return execution -> {
            Instant start = steps.startMandate(dossier(execution));
            execution.setVariable(DpdDesignationProcess.MANDATE_STARTS_LATER, start.isAfter(clock.instant()));
            execution.setVariable(DpdDesignationProcess.MANDATE_START, Date.from(start));
        };
    }

    @Bean
    JavaDelegate notifyApproval(DpdMails mails) {
        return execution -> mails.approved(dossier(execution));
    }

    @Bean
    JavaDelegate notifyWithdrawal(DpdMails mails) {
        return execution -> mails.withdrawn(dossier(execution));
    }

    @Bean
    JavaDelegate closeDossier(DpdSteps steps) {
        return execution -> steps.closeDossier(dossier(execution));
    }

    private static DossierNumber dossier(DelegateExecution execution) {
        return new DossierNumber(execution.getProcessBusinessKey());
    }
}
