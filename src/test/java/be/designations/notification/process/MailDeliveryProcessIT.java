package be.designations.notification.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import be.designations.notification.MailDelivery;
import be.designations.testing.TestDatabase;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class MailDeliveryProcessIT {
    private static TestDatabase database;
    private static ProcessEngine engine;
    private static PlatformTransactionManager transactions;
    private static final Map<Object, Object> BEANS = new HashMap<>();

    private final List<Attempt> attempts = new ArrayList<>();
    private final MailDelivery delivery = Mockito.mock();
    private EngineMailQueue queue;
    private boolean mailServerIsDown;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        DataSource dataSource = database.dataSource();
        transactions = new JdbcTransactionManager(dataSource);
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("mail-delivery");
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setFailedJobRetryTimeCycle("PT1M,PT10M,PT1H");
        configuration.setMetricsEnabled(false);
        configuration.setBeans(BEANS);
        engine = configuration.buildProcessEngine();
        init(engine);
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("mail-delivery.bpmn", Bpmn.readModelFromFile(new File("bpmn/mail-delivery.bpmn")))
                .deploy();
    }

    @AfterAll
    static void stop() {
        engine.close();
        database.close();
    }

    @BeforeEach
    void delegate() {
        queue = new EngineMailQueue(engine.getRuntimeService(), engine.getManagementService());
        BEANS.put(MailDeliveryProcess.DELEGATE_SEND_MAIL, new SendMail(delivery, queue));
        Mockito.doAnswer(call -> {
                    attempts.add(new Attempt(call.getArgument(0), call.getArgument(1)));
                    if (mailServerIsDown) {
                        throw new IllegalStateException("down");
                    }
                    return null;
                })
                .when(delivery)
                .deliver(Mockito.any(), Mockito.anyBoolean());
        engine.getRuntimeService().createProcessInstanceQuery().list().forEach(left -> engine.getRuntimeService()
                .deleteProcessInstance(left.getId(), "test"));
    }

    @Test
    void a_mail_is_sent_by_a_job_after_the_transaction_that_wrote_it() {
        UUID id = enqueue();
        ProcessInstance mail = processOf(id);
        assertThat(mail).isWaitingAtExactly(MailDeliveryProcess.TASK_SEND_MAIL);
        assertThat(attempts).isEmpty();

        run(jobOf(id));

        assertThat(attempts).containsExactly(new Attempt(id, false));
        assertThat(mail).isEnded().hasPassed(MailDeliveryProcess.TASK_SEND_MAIL);
    }

    @Test
    void nothing_is_queued_by_a_transaction_that_rolls_back() {
        UUID id = UUID.randomUUID();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            queue.enqueue(id);
            status.setRollbackOnly();
        });

        assertThat(running(id)).isZero();
    }

    @Test
    void the_fourth_attempt_is_the_last_and_its_failure_makes_an_incident() {
        mailServerIsDown = true;
        UUID id = enqueue();

        for (int i = 0; i < 4; i++) {
            runFailing(jobOf(id));
        }

        assertThat(attempts).extracting(Attempt::last).containsExactly(false, false, false, true);
        assertThat(jobOf(id).getRetries()).isZero();
        assertThat(incidents(id)).isEqualTo(1);
    }

    @Test
    void sending_again_gives_one_attempt_more_at_once() {
        mailServerIsDown = true;
        UUID id = enqueue();
        for (int i = 0; i < 4; i++) {
            runFailing(jobOf(id));
        }
        attempts.clear();

        queue.retry(id);

        assertThat(executable(id)).isEqualTo(1);
        assertThat(incidents(id)).isZero();
        runFailing(jobOf(id));
        assertThat(attempts).containsExactly(new Attempt(id, true));
        assertThat(incidents(id)).isEqualTo(1);

        mailServerIsDown = false;
        queue.retry(id);
        run(jobOf(id));
        assertThat(running(id)).isZero();
    }

    @Test
    void sending_again_does_not_take_attempts_away() {
        mailServerIsDown = true;
        UUID id = enqueue();
        runFailing(jobOf(id));
        assertThat(executable(id)).isZero();

        queue.retry(id);

        assertThat(executable(id)).isEqualTo(1);
        assertThat(jobOf(id).getRetries()).isEqualTo(3);
    }

    @Test
    void sending_again_starts_anew_when_the_process_is_gone() {
        UUID id = UUID.randomUUID();

        queue.retry(id);

        assertThat(running(id)).isEqualTo(1);
    }

    private UUID enqueue() {
        UUID id = UUID.randomUUID();
        new TransactionTemplate(transactions).executeWithoutResult(status -> queue.enqueue(id));
        return id;
    }

    private static void runFailing(Job job) {
        assertThatThrownBy(() -> run(job)).hasMessageContaining("down");
    }

    private static void run(Job job) {
        engine.getManagementService().executeJob(job.getId());
    }

    private static Job jobOf(UUID id) {
        ManagementService management = engine.getManagementService();
        return management
                .createJobQuery()
                .processInstanceId(processOf(id).getId())
                .singleResult();
    }

    private static long executable(UUID id) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(processOf(id).getId())
                .executable()
                .count();
    }

    private static long incidents(UUID id) {
        return engine.getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(processOf(id).getId())
                .count();
    }

    private static long running(UUID id) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .count();
    }

    private static ProcessInstance processOf(UUID id) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult();
    }

    private record Attempt(UUID notification, boolean last) {}
}
