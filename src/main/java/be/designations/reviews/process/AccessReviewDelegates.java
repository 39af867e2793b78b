package be.designations.reviews.process;

import be.designations.casework.DossierNumber;
import be.designations.reviews.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One bean for each service and send task of {@code bpmn/access-review.bpmn}, by the name the model uses. */
@Configuration(proxyBeanMethods = false)
class AccessReviewDelegates {

    @Bean
    JavaDelegate askForReview(Reviews reviews) {
        return execution -> reviews.ask(dossier(execution));
    }

    @Bean
    JavaDelegate closeReview(Reviews reviews) {
        return execution -> reviews.close(dossier(execution));
    }

    private static DossierNumber dossier(DelegateExecution execution) {
        return new DossierNumber(execution.getProcessBusinessKey());
    }
}
