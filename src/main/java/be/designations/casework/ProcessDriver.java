package be.designations.casework;

import java.util.Map;

/**
 * The engine as the domain sees it: who is next. Called inside the operation's transaction, after the aggregate has
 * changed; the process runs on in that transaction until it waits for somebody.
 *
 * <p>Variables only route: ids, outcomes, dates.
 */
public interface ProcessDriver {

    /** Starts the process of a case. */
    void start(String processKey, DossierNumber number, Map<String, Object> variables);

    /** Completes the step at which the case waits; the step must be open. */
    void complete(DossierNumber number, WorkKind step, Map<String, Object> variables);

    /** Tells the case's process that something happened which the model waits for. */
    void signal(DossierNumber number, String message);

    /** Whether the process of the case waits for that message; it does not while it is suspended. */
    boolean awaits(DossierNumber number, String message);
}
