package be.designations.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the log as it stands.
 *
 * @param id its number, later ones are larger but for a few that were written at once; there are gaps
 * @param before JSON text
 * @param after JSON text
 * @param lane the chain that it is in; 0 for what was written while there was one
 * @param place its place there, counted from 1 without gaps
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
        int lane,
        long place,
        String hash) {}
