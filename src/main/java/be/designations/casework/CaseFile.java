package be.designations.casework;

import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dossier.
 *
 * @param organisation the organisation that it is about
 * @param status       where it stands, as the module that owns the case names it; message key {@code status.<status>}
 * @param closedAt     since when nothing more can happen in it, or null
 */
public record CaseFile(
        CaseId id,
        DossierNumber number,
        CaseKind kind,
        OrganisationId organisation,
        PersonId openedBy,
        Instant openedAt,
        String status,
        @Nullable Instant closedAt) {}
