package be.designations.bench;

import be.designations.testing.ApiCaller;
import be.designations.testing.ApiCaller.Answer;
import be.designations.testing.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jersey.JerseyAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * The engine alone, as it is used where there is nothing but it: three tasks and what happens between them, answers as
 * variables, its own REST API without sign-in. No rules, no forms, no audit, no pages.
 */
final class BareEngine implements AutoCloseable {

    private static final int TASKS = 3;
    private static final String QUIET = "quiet";
    private static final String MAILING = "mailing";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConfigurableApplicationContext context;
    private final ProcessEngine engine;
    private final ApiCaller api;

    private BareEngine(ConfigurableApplicationContext context) {
        this.context = context;
        this.engine = context.getBean(ProcessEngine.class);
        this.api = ApiCaller.at(
                ((WebServerApplicationContext) context).getWebServer().getPort());
    }

    /**
     * Starts it and deploys its two processes.
     *
     * @param database an empty one of its own
     * @param mails    how many a case sends
     */
    static BareEngine start(TestDatabase database, int smtpPort, int mails) {
        List<String> arguments = new ArrayList<>(settings(database));
        arguments.add("--server.port=0");
        arguments.add("--spring.mail.port=" + smtpPort);
        arguments.add("--mails=" + mails);
        var engine = new BareEngine(run(arguments.toArray(String[]::new)));
        engine.deploy();
        return engine;
    }

    /** What {@link #main} is to be told besides its port. */
    static List<String> settings(TestDatabase database) {
        return List.of(
                "--spring.config.name=bare-engine",
                "--spring.mail.host=127.0.0.1",
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.owner().getUsername(),
                "--spring.datasource.password=" + database.owner().getPassword());
    }

    /** For a start in a JVM of its own. */
    public static void main(String[] arguments) {
        run(arguments);
    }

    private static ConfigurableApplicationContext run(String... arguments) {
        var application = new SpringApplication(Parts.class);
        // Only the profile of the benchmarks has this class.
        application.setSources(
                Set.of("org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration"));
        application.setDefaultProperties(Map.of(
                "spring.main.banner-mode", "off",
                "camunda.bpm.auto-deployment-enabled", "false",
                "camunda.bpm.history-level", "full",
                "camunda.bpm.generic-properties.properties.history-time-to-live", "P180D",
                "camunda.bpm.job-execution.enabled", "false",
                "camunda.bpm.metrics.enabled", "false"));
        return application.run(arguments);
    }

    private void deploy() {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(QUIET + ".bpmn", model(QUIET, "${nothing}"))
                .addModelInstance(MAILING + ".bpmn", model(MAILING, "${letters}"))
                .deploy();
    }

    private static BpmnModelInstance model(String key, String delegate) {
        var last = Bpmn.createExecutableProcess(key).startEvent().serviceTask().camundaDelegateExpression(delegate);
        for (int i = 0; i < TASKS; i++) {
            last = last.userTask().serviceTask().camundaDelegateExpression(delegate);
        }
        return last.endEvent().done();
    }

    /** In this JVM, without HTTP and mails. */
    void quietCase(Map<String, Object> answers) {
        String process = engine.getRuntimeService()
                .startProcessInstanceByKey(QUIET, answers)
                .getId();
        for (int i = 0; i < TASKS; i++) {
            Task task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(process)
                    .singleResult();
            engine.getTaskService().complete(task.getId(), Map.of("answer" + i, "yes"));
        }
    }

    /** Over its REST API: eight requests and the mails. */
    void caseOverRest(Map<String, Object> answers) {
        String process = done(api.post("/engine-rest/process-definition/key/" + MAILING + "/start", variables(answers)))
                .text("/id");
        for (int i = 0; i < TASKS; i++) {
            String task = "/engine-rest/task/"
                    + done(api.get("/engine-rest/task?processInstanceId=" + process))
                            .text("/0/id");
            if (i == 0) {
                done(api.post(task + "/claim", "{'userId': 'reviewer'}"));
            }
            done(api.post(task + "/complete", variables(Map.of("answer" + i, "yes"))));
        }
    }

    private static String variables(Map<String, Object> values) {
        ObjectNode variables = JSON.createObjectNode();
        values.forEach((name, value) -> {
            variables.putObject(name).set("value", JSON.valueToTree(value));
        });
        return JSON.createObjectNode().set("variables", variables).toString();
    }

    private static Answer done(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Named one by one, so that nothing of the application's own comes along. */
    @ImportAutoConfiguration({
        CamundaBpmAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        JerseyAutoConfiguration.class,
        MailSenderAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Parts {

        @Bean
        JavaDelegate nothing() {
            return execution -> execution.setVariable("seen", execution.getCurrentActivityId());
        }

        /** A quarter of a case's mails each time, over one connection. */
        @Bean
        JavaDelegate letters(JavaMailSender sender, Environment environment) {
            int mails = environment.getProperty("mails", Integer.class, 0);
            return execution -> {
                int before = execution.hasVariable("sent") ? (Integer) execution.getVariable("sent") : 0;
                int steps = execution.hasVariable("steps") ? (Integer) execution.getVariable("steps") : 0;
                int after = mails * (steps + 1) / (TASKS + 1);
                SimpleMailMessage[] letters = new SimpleMailMessage[after - before];
                for (int i = 0; i < letters.length; i++) {
                    letters[i] = letter(
                            execution.getProcessInstanceId(),
                            String.valueOf(execution.getVariable("candidateFunction")));
                }
                sender.send(letters);
                execution.setVariable("sent", after);
                execution.setVariable("steps", steps + 1);
            };
        }

        private static SimpleMailMessage letter(String dossier, String function) {
            SimpleMailMessage letter = new SimpleMailMessage();
            letter.setFrom("noreply@designations.example");
            letter.setTo("somebody@test.example");
            letter.setSubject("Dossier " + dossier);
            letter.setText("%s, dossier %s: une étape est faite.%n"
                    .formatted(function, dossier)
                    .repeat(20));
            return letter;
        }
    }
}
