package be.designations.dpd.web;

import be.designations.casework.ProcessProgress.Steps;
import be.designations.dpd.DossierView;
import be.designations.dpd.DpdDesignationProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps of a dossier as a list, for who cannot see the drawing. */
final class CaseSteps {

    private static final String CHANGE = "local-manager-change";

    /** One place in a process. {@code usual} ones are also listed while they are still to come. */
    private record Place(String process, String id, boolean usual) {}

    private static final List<Place> PLACES = List.of(
            usual(DpdDesignationProcess.KEY, "event_submitted"),
            usual(DpdDesignationProcess.KEY, "task_give-opinion"),
            other(DpdDesignationProcess.KEY, "task_complete-file"),
            other(DpdDesignationProcess.KEY, "event_lapsed"),
            usual(DpdDesignationProcess.KEY, "task_update-register"),
            usual(DpdDesignationProcess.KEY, "task_decide"),
            other(DpdDesignationProcess.KEY, "event_refused"),
            other(DpdDesignationProcess.KEY, "event_withdrawn"),
            usual(DpdDesignationProcess.KEY, "task_start-mandate"),
            other(DpdDesignationProcess.KEY, "event_mandate-begun"),
            usual(CHANGE, "task_change-local-manager"),
            other(CHANGE, "event_basis-confirmed"),
            other(DpdDesignationProcess.KEY, "event_superseded"),
            usual(DpdDesignationProcess.KEY, "event_designated"));

    private CaseSteps() {}

    /** How far a step has come. */
    enum State {
        DONE,
        ACTIVE,
        TO_COME
    }

    /** @param labelKey message key of its name, the one of the drawing */
    record Step(String labelKey, State state) {}

    static List<Step> of(DossierView view) {
        Map<String, Steps> progress = view.progress();
        boolean confirmed = isDone(progress, CHANGE, "event_basis-confirmed");
        List<Step> steps = new ArrayList<>();
        for (Place place : PLACES) {
            Steps process = progress.getOrDefault(place.process(), new Steps(Set.of(), Set.of()));
            String label = "process." + place.process() + "." + place.id();
            if (process.active().contains(place.id())) {
                steps.add(new Step(label, State.ACTIVE));
            } else if (process.done().contains(place.id())) {
                steps.add(new Step(label, State.DONE));
            } else if (place.usual() && view.dossier().closedAt() == null && !confirmed) {
                steps.add(new Step(label, State.TO_COME));
            }
        }
        return List.copyOf(steps);
    }

    private static boolean isDone(Map<String, Steps> progress, String process, String step) {
        return progress.containsKey(process) && progress.get(process).done().contains(step);
    }

    private static Place usual(String process, String id) {
        return new Place(process, id, true);
    }

    private static Place other(String process, String id) {
        return new Place(process, id, false);
    }
}
