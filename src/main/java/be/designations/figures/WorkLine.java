package be.designations.figures;

import be.designations.directory.OrganisationName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work at a desk.
 *
 * @param kind   code of the {@link be.designations.casework.WorkKind}
 * @param dueAt  the first instant at which it is late
 * @param doneAt null while it waits
 */
public record WorkLine(
        String dossier,
        OrganisationName cpas,
        String kind,
        Instant cameAt,
        Instant dueAt,
        @Nullable Instant doneAt) {}
