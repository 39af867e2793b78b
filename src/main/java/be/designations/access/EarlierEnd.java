package be.designations.access;

import java.time.Instant;
import java.util.UUID;

/**
 * That a right or responsibility ends before it was to.
 *
 * @param id of the right or the responsibility
 * @param at the first instant at which it no longer holds
 */
public record EarlierEnd(UUID id, Instant at) {}
