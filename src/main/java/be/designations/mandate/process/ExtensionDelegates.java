package be.designations.mandate.process;

import be.designations.casework.DossierNumber;
import be.designations.mandate.MandateExtensions;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One bean for each send task of {@code bpmn/mandate-extension.bpmn}, by the name the model uses. */
@Configuration(proxyBeanMethods = false)
class ExtensionDelegates {

    @Bean
    JavaDelegate tellExtensionAsked(MandateExtensions extensions) {
        return execution -> extensions.tellAsked(new DossierNumber(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate tellExtensionDecided(MandateExtensions extensions) {
        return execution -> extensions.tellDecided(new DossierNumber(execution.getProcessBusinessKey()));
    }
}
