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
 */
public record WorkKind(String code, String process, String task, Desk desk, String deadline, int days) {

    @Override
    public String toString() {
        return code;
    }
}
