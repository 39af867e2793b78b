package be.designations.scheduling;

import java.time.Duration;

/**
 * Something that the application does by itself, again and again. A module declares it as a bean; on whichever node, it runs once
 * at a time. A node that dies in the middle leaves it to another one: let it run twice without harm.
 *
 * @param name  as in the database and in the message {@code job.<name>}, which says what it does; never changes
 * @param pause from the end of a run, failed or not, to the next; of the first run, the one after an installation, there is none
 * @param work  opens its transactions itself; what it throws is logged, shown to operators, and tried again after the pause
 */
public record RecurringJob(String name, Duration pause, Runnable work) {

    /** @throws IllegalArgumentException when the name is not one of small letters and hyphens, or the pause is none */
    public RecurringJob {
        if (!name.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("not the name of a job: " + name);
        }
        if (pause.isNegative() || pause.isZero()) {
            throw new IllegalArgumentException("a job needs a pause: " + name);
        }
    }
}
