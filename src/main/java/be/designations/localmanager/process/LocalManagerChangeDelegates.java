package be.designations.localmanager.process;

import be.designations.casework.DossierNumber;
import be.designations.localmanager.LocalManagerChangeProcess;
import be.designations.localmanager.LocalManagerChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One bean for each service and send task of {@code bpmn/local-manager-change.bpmn}, by the name the model uses. */
@Configuration(proxyBeanMethods = false)
class LocalManagerChangeDelegates {

    @Bean
    JavaDelegate checkNewLocalManager(LocalManagerChanges changes) {
        return execution ->
                execution.setVariable(LocalManagerChangeProcess.ALREADY_LOCAL_MANAGER, changes.ask(dossier(execution)));
    }

    @Bean
    JavaDelegate confirmBasis(LocalManagerChanges changes) {
        return execution -> changes.confirmBasis(dossier(execution));
    }

    @Bean
    JavaDelegate notifyPrincipalManager(LocalManagerChanges changes) {
        return execution -> changes.askPrincipalManager(dossier(execution));
    }

    @Bean
    JavaDelegate applyLocalManagerChange(LocalManagerChanges changes) {
        return execution -> changes.apply(dossier(execution));
    }

    @Bean
    JavaDelegate notifyLocalManagerChange(LocalManagerChanges changes) {
        return execution -> changes.notifyChange(dossier(execution));
    }

    private static DossierNumber dossier(DelegateExecution execution) {
        return new DossierNumber(execution.getProcessBusinessKey());
    }
}
