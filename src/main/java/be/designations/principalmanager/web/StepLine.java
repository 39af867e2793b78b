package be.designations.principalmanager.web;

import be.designations.casework.ProcessProgress.Steps;
import be.designations.principalmanager.PrincipalManagerProcess;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of a dossier in a list, for who cannot see the drawing.
 *
 * @param labelKey message key of its name, the one of the drawing
 * @param state    {@code DONE}, {@code ACTIVE} or {@code TO_COME}
 */
record StepLine(String labelKey, String state) {

    private static final String LABEL = "process." + PrincipalManagerProcess.KEY + ".";

    /** Where the process waits for the register has no name of its own in the drawing: what it waits to do has. */
    private static final String WAITING = "gateway_wait";

    private static final String RETRY = "event_retry";

    private static final List<String> STANDARD = List.of("event_request-filed", "task_consult-register");
    private static final List<String> SPECIAL = List.of("event_request-filed", "task_verify-mandate");
    private static final List<String> OTHER_ENDS = List.of(
            "event_not-recognised",
            "event_mandate-refused",
            "event_withdrawn",
            "event_withdrawn-from-support",
            "event_overtaken");
    private static final List<String> USUAL_END = List.of("task_designate", "event_designated");

    /** @param open whether what has not happened may still come */
    static List<StepLine> of(Steps progress, boolean special, boolean open) {
        List<StepLine> lines = new ArrayList<>();
        (special ? SPECIAL : STANDARD).forEach(step -> lines.addAll(line(progress, step, open)));
        if (progress.active().contains(WAITING)) {
            lines.add(new StepLine(LABEL + RETRY, "ACTIVE"));
        }
        OTHER_ENDS.forEach(step -> lines.addAll(line(progress, step, false)));
        USUAL_END.forEach(step -> lines.addAll(line(progress, step, open)));
        return List.copyOf(lines);
    }

    private static List<StepLine> line(Steps progress, String step, boolean toCome) {
        if (progress.active().contains(step)) {
            return List.of(new StepLine(LABEL + step, "ACTIVE"));
        }
        if (progress.done().contains(step)) {
            return List.of(new StepLine(LABEL + step, "DONE"));
        }
        return toCome ? List.of(new StepLine(LABEL + step, "TO_COME")) : List.of();
    }
}
