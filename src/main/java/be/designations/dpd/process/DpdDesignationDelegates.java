package be.designations.dpd.process;

import be.designations.casework.DossierNumber;
import be.designations.dpd.DpdDesignationProcess;
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
    JavaDelegate confirmReceipt(DpdSteps steps) {
        return execution -> steps.confirmReceipt(dossier(execution));
    }

    @Bean
    JavaDelegate notifyCompletionAsked(DpdSteps steps) {
        return execution -> steps.notifyCompletionAsked(dossier(execution));
    }

    @Bean
    JavaDelegate notifyFileCompleted(DpdSteps steps) {
        return execution -> steps.notifyFileCompleted(dossier(execution));
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
    JavaDelegate notifyOpinion(DpdSteps steps) {
        return execution -> steps.notifyOpinion(dossier(execution));
    }

    @Bean
    JavaDelegate notifyRefusal(DpdSteps steps) {
        return execution -> steps.notifyRefusal(dossier(execution));
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
    JavaDelegate notifyApproval(DpdSteps steps) {
        return execution -> steps.notifyApproval(dossier(execution));
    }

    @Bean
    JavaDelegate notifyWithdrawal(DpdSteps steps) {
        return execution -> steps.notifyWithdrawal(dossier(execution));
    }

    @Bean
    JavaDelegate closeDossier(DpdSteps steps) {
        return execution -> steps.closeDossier(dossier(execution));
    }

    private static DossierNumber dossier(DelegateExecution execution) {
        return new DossierNumber(execution.getProcessBusinessKey());
    }
}
