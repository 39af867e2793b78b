package be.designations.engine;

import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Ends what still runs of processes that are no longer ours: their jobs would look for code that is gone, fail, and stay as
 * incidents. Their history expires by itself.
 */
@Component
class RetiredProcesses implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(RetiredProcesses.class);
    /** One sent each mail; the mails that it left unsent are sent from their table. */
    private static final String MAIL_DELIVERY = "mail-delivery";

    private final RuntimeService runtime;

    RetiredProcesses(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (ProcessInstance left : runtime.createProcessInstanceQuery()
                .processDefinitionKey(MAIL_DELIVERY)
                .list()) {
            try {
                runtime.deleteProcessInstancesIfExists(List.of(left.getId()), "retired", true, false, true);
            } catch (OptimisticLockingException ended) {
                LOG.debug("Another node ended {}", left.getId());
            }
        }
    }
}
