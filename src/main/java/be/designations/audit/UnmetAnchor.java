package be.designations.audit;

import java.time.Instant;

/**
 * An anchor whose rows are gone or other ones.
 *
 * @param events  how many rows there were then
 * @param missing how many of them are gone from the ends of lanes; 0 where they are other ones
 */
public record UnmetAnchor(long events, String head, Instant at, long missing) {}
