package be.designations.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the log as it stands.
 *
 * @param id its place in the chain, counted from 1 without gaps
 * @param before JSON text
 * @param after JSON text
 * @param hash SHA-256 in hexadecimal
 */
public record AuditEntry(
        long id,
        Instant at,
        @Nullable UUID actorPerson,
        @Nullable UUID actingFor,
        @Nullable UUID onBehalfOf,
        String operation,
        String subjectType,
        String subjectId,
        @Nullable String before,
        @Nullable String after,
        @Nullable UUID basisId,
        @Nullable String traceId,
        String hash) {}
