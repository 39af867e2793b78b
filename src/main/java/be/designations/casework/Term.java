package be.designations.casework;

import java.time.Instant;

/**
 * How long a piece of work may wait (D14).
 *
 * @param remindAt when who is to do it is reminded: the morning of the working day at half time
 * @param dueAt    the end of the last working day for it
 */
public record Term(Instant remindAt, Instant dueAt) {}
