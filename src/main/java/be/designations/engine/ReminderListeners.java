package be.designations.engine;

import be.designations.casework.DossierNumber;
import be.designations.casework.Reminders;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the timers on the tasks of every model call, by bean name. */
@Configuration(proxyBeanMethods = false)
class ReminderListeners {

    @Bean
    TaskListener remindWorkItem(Reminders reminders, WorkItemProjection work) {
        return task -> reminders.remind(dossier(task), work.kindOf(task));
    }

    @Bean
    TaskListener escalateWorkItem(Reminders reminders, WorkItemProjection work) {
        return task -> reminders.escalate(dossier(task), work.kindOf(task));
    }

    private static DossierNumber dossier(DelegateTask task) {
        return new DossierNumber(task.getExecution().getProcessBusinessKey());
    }
}
