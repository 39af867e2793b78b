package be.designations.casework;

/**
 * A step of a process that waits for a person. It is named by process <em>and</em> task: two models may call a task the same.
 *
 * @param code     kept with each piece of work; message key {@code work.<code>}
 * @param process  key of the model
 * @param task     id of the user task in it
 * @param desk     for whom it is
 * @param deadline the setting {@code designations.deadlines.<deadline>} that says how many working days it may take
 * @param days     working days where that is not set, at least 1 (D14)
 * @param pauses   whether its time stands still while the other side completes the file (D79)
 * @param lapses   whether the dossier ends when its time is over, so that nobody need be told that it is late
 */
public record WorkKind(
        String code,
        String process,
        String task,
        Desk desk,
        String deadline,
        int days,
        boolean pauses,
        boolean lapses) {

    /** Work that goes on until it is done. */
    public WorkKind(String code, String process, String task, Desk desk, String deadline, int days) {
        this(code, process, task, desk, deadline, days, false, false);
    }

    /** Such work, of which the time stands still while the other side completes the file. */
    public WorkKind pausing() {
        return new WorkKind(code, process, task, desk, deadline, days, true, lapses);
    }

    /** Such work, with whose time the dossier ends. */
    public WorkKind lapsing() {
        return new WorkKind(code, process, task, desk, deadline, days, pauses, true);
    }

    @Override
    public String toString() {
        return code;
    }
}
