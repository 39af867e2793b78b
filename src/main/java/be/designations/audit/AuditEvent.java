package be.designations.audit;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one operation did to one subject, to be recorded with {@link AuditLog#record}.
 *
 * <p>Starts with {@link #of} and grows by the other methods; each returns a new event. The log adds the instant.
 *
 * @param operation code of the operation, such as {@code designate-local-manager}
 * @param subjectType code of the kind of thing changed, such as {@code responsibility}
 * @param subjectId its id or dossier number; never a NISS
 * @param actorPerson who did it; null when the system did (a deadline, a job)
 * @param actingFor the organisation for which the actor acted
 * @param onBehalfOf the person whom the actor stood in for
 * @param before what changed, as it was; null when nothing was there
 * @param after what changed, as it is now; null when nothing is left
 * @param basisId the basis that justifies the change
 * @param traceId the request or job, to find it in the technical logs
 */
public record AuditEvent(
        String operation,
        String subjectType,
        String subjectId,
        @Nullable UUID actorPerson,
        @Nullable UUID actingFor,
        @Nullable UUID onBehalfOf,
        @Nullable Map<String, ?> before,
        @Nullable Map<String, ?> after,
        @Nullable UUID basisId,
        @Nullable String traceId) {

    /** @throws IllegalArgumentException when a code is blank, or one of the texts is a NISS */
    public AuditEvent {
        requireCode(operation);
        requireCode(subjectType);
        requireCode(subjectId);
    }

    public static AuditEvent of(String operation, String subjectType, String subjectId) {
        return new AuditEvent(operation, subjectType, subjectId, null, null, null, null, null, null, null);
    }

    public static AuditEvent of(String operation, String subjectType, UUID subjectId) {
        return of(operation, subjectType, subjectId.toString());
    }

    /** Done by whoever asks, for whom they act, in the place of whom they stand in for. */
    public AuditEvent by(Actor actor) {
        OrganisationId organisation = actor.actingFor();
        return by(actor, organisation == null ? null : organisation.value());
    }

    /** The same, for that organisation. */
    public AuditEvent by(Actor actor, @Nullable UUID actingForOrganisation) {
        PersonId principal = actor.inPlaceOf();
        return by(actor.person().value(), actingForOrganisation)
                .onBehalfOf(principal == null ? null : principal.value());
    }

    public AuditEvent by(UUID person, @Nullable UUID actingForOrganisation) {
        return new AuditEvent(
                operation,
                subjectType,
                subjectId,
                person,
                actingForOrganisation,
                onBehalfOf,
                before,
                after,
                basisId,
                traceId);
    }

    public AuditEvent onBehalfOf(@Nullable UUID person) {
        return new AuditEvent(
                operation, subjectType, subjectId, actorPerson, actingFor, person, before, after, basisId, traceId);
    }

    /** What the operation changed; values may be anything that Jackson writes. NISS in them are masked. */
    public AuditEvent changing(@Nullable Map<String, ?> from, @Nullable Map<String, ?> to) {
        return new AuditEvent(
                operation, subjectType, subjectId, actorPerson, actingFor, onBehalfOf, from, to, basisId, traceId);
    }

    public AuditEvent justifiedBy(UUID basis) {
        return new AuditEvent(
                operation, subjectType, subjectId, actorPerson, actingFor, onBehalfOf, before, after, basis, traceId);
    }

    public AuditEvent tracedAs(@Nullable String trace) {
        return new AuditEvent(
                operation, subjectType, subjectId, actorPerson, actingFor, onBehalfOf, before, after, basisId, trace);
    }

    private static void requireCode(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("operation, subject type and subject id must not be blank");
        }
        if (NissMask.isNeededFor(text)) {
            throw new IllegalArgumentException("operation, subject type and subject id must not hold a NISS");
        }
    }
}
