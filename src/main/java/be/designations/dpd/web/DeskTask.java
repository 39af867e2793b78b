package be.designations.dpd.web;

import be.designations.dpd.ApplicationStatus;
import be.designations.dpd.DossierAction;
import java.util.Arrays;
import java.util.Optional;

/** What a desk does with a dossier by filling in a form. */
enum DeskTask {
    OPINION(
            "opinion",
            "dpd-opinion",
            DossierAction.GIVE_OPINION,
            ApplicationStatus.AWAITING_OPINION,
            "dpd.not-a-reviewer"),
    COMPLETION_REQUEST(
            "completion-request",
            "dpd-completion-request",
            DossierAction.ASK_COMPLETION,
            ApplicationStatus.AWAITING_OPINION,
            "dpd.not-a-reviewer"),
    DECISION(
            "decision",
            "dpd-decision",
            DossierAction.DECIDE,
            ApplicationStatus.AWAITING_DECISION,
            "dpd.not-an-approver");

    private final String path;
    private final String form;
    private final DossierAction action;
    private final ApplicationStatus status;
    private final String refusal;

    DeskTask(String path, String form, DossierAction action, ApplicationStatus status, String refusal) {
        this.path = path;
        this.form = form;
        this.action = action;
        this.status = status;
        this.refusal = refusal;
    }

    static Optional<DeskTask> of(String path) {
        return Arrays.stream(values()).filter(task -> task.path.equals(path)).findFirst();
    }

    /** Last part of the address; also of the message keys {@code case.task.<path>.…}. */
    String path() {
        return path;
    }

    /** The form to fill in. */
    String form() {
        return form;
    }

    DossierAction action() {
        return action;
    }

    /** Where the application stands while this is to be done. */
    ApplicationStatus status() {
        return status;
    }

    /** The rule that keeps others from it. */
    String refusal() {
        return refusal;
    }
}
