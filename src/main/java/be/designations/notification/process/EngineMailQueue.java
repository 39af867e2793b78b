package be.designations.notification.process;

import be.designations.notification.MailQueue;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** One small process a mail. */
@Component
class EngineMailQueue implements MailQueue {
    private final RuntimeService runtime;
    private final ManagementService management;

    EngineMailQueue(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    public void enqueue(UUID notification) {
        runtime.startProcessInstanceByKey(MailDeliveryProcess.KEY, notification.toString());
    }

    @Override
    public void retry(UUID notification) {
        List<Job> jobs = runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(notification.toString(), MailDeliveryProcess.KEY)
                .list()
                .stream()
                .flatMap(process -> management.createJobQuery().processInstanceId(process.getId()).list().stream())
                .toList();
        if (jobs.isEmpty()) {
            enqueue(notification);
        }
        jobs.forEach(this::runNow);
    }

    /** Whether the engine gives up when the attempt that this process is making fails. */
    boolean isLastAttempt(String processInstanceId) {
        return management.createJobQuery().processInstanceId(processInstanceId).withRetriesLeft().list().stream()
                .allMatch(job -> job.getRetries() <= 1);
    }

    private void runNow(Job job) {
        if (job.getRetries() == 0) {
            management.setJobRetries(job.getId(), 1);
        }
        // A failed job keeps the date of a next attempt, even when no attempt is left.
        management.setJobDuedate(job.getId(), null);
    }
}
