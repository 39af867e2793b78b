package be.designations.example;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.DossierNumber;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A second version of the process of the example, as long as a test needs it. */
@Component
class ExampleVersions {

    private final ProcessEngine engine;
    private @Nullable String deployment;

    ExampleVersions(ProcessEngine engine) {
        this.engine = engine;
    }

    /** As a second version of the example. */
    void deploy(UnaryOperator<String> change) {
        try (InputStream first = getClass().getResourceAsStream("/bpmn/example.bpmn")) {
            String changed = change.apply(new String(first.readAllBytes(), StandardCharsets.UTF_8));
            deployment = engine.getRepositoryService()
                    .createDeployment()
                    .addString("example.bpmn", changed)
                    .deploy()
                    .getId();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static String withAStepApart(String model) {
        return between(
                model,
                "task_decide",
                "<bpmn:serviceTask id=\"task_apart\" name=\"Note à part\" camunda:asyncBefore=\"true\""
                        + " camunda:expression=\"${exampleStep.run()}\" />",
                "task_apart");
    }

    static String withANoteAfterwards(String model) {
        return between(
                model,
                "event_decided",
                "<bpmn:serviceTask id=\"task_note\" name=\"Noter\" camunda:expression=\"${exampleStep.run()}\" />",
                "task_note");
    }

    /** Another element in front of that one; the drawing of the model is left out. */
    private static String between(String model, String behind, String element, String id) {
        return withoutDrawing(model)
                .replace("targetRef=\"" + behind + "\"", "targetRef=\"" + id + "\"")
                .replace(
                        "</bpmn:process>",
                        element + "<bpmn:sequenceFlow id=\"flow_more\" sourceRef=\"" + id + "\" targetRef=\"" + behind
                                + "\" /></bpmn:process>");
    }

    static String withoutTheTask(String model) {
        return withoutDrawing(model)
                .replaceAll("(?s)<bpmn:userTask.*</bpmn:userTask>", "<bpmn:receiveTask id=\"task_wait\" />")
                .replace("\"task_decide\"", "\"task_wait\"");
    }

    static String withoutDrawing(String model) {
        return model.replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")
                .replaceAll("(?s)<bpmn:collaboration.*</bpmn:collaboration>", "")
                .replaceAll("(?s)<bpmn:laneSet.*</bpmn:laneSet>", "")
                .replaceAll("<bpmn:(incoming|outgoing)>[^<]*</bpmn:(incoming|outgoing)>", "");
    }

    /** Only the first version is left, with its dossiers. */
    void remove() {
        if (deployment != null) {
            engine.getRepositoryService().deleteDeployment(deployment, true);
            deployment = null;
        }
    }

    /** As often as it is tried, as time would. */
    void fail(DossierNumber number) {
        for (Job job = jobs(number).get(0);
                job.getRetries() > 0;
                job = jobs(number).get(0)) {
            try {
                engine.getManagementService().executeJob(job.getId());
            } catch (RuntimeException expected) {
                assertThat(expected).hasStackTraceContaining("timed out");
            }
        }
    }

    List<Job> jobs(DossierNumber number) {
        ProcessInstance process = process(number);
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(process.getId())
                .messages()
                .list();
    }

    ProcessInstance process(DossierNumber number) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
    }
}
