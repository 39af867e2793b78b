package be.designations.notification.process;

import be.designations.notification.MailDelivery;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the mail that the process was started for. */
@Component(MailDeliveryProcess.DELEGATE_SEND_MAIL)
class SendMail implements JavaDelegate {
    private final MailDelivery delivery;
    private final EngineMailQueue queue;

    SendMail(MailDelivery delivery, EngineMailQueue queue) {
        this.delivery = delivery;
        this.queue = queue;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID notification = UUID.fromString(execution.getProcessBusinessKey());
        delivery.deliver(notification, queue.isLastAttempt(execution.getProcessInstanceId()));
    }
}
