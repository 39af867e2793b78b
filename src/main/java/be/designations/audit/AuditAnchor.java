package be.designations.audit;

import java.time.Instant;

/**
 * How the log ended at some moment: kept outside the database, it shows later whether rows were cut off or the chain was
 * computed anew, whoever did it.
 *
 * @param events how many rows there were, 1 or more
 * @param head   hash of the last one, in hexadecimal
 */
public record AuditAnchor(long events, String head, Instant at) {}
