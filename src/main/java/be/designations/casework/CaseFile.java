package be.designations.casework;

import be.designations.access.QualityId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dossier.
 *
 * @param organisation the organisation that it is about
 * @param quality      the quality of that organisation that it is about, or null when it is about all of it
 * @param about        the person whom it is about, or null
 * @param version      counts what changes the ground of a decision: one prepared on an older version comes too late
 * @param status       where it stands, as the module that owns the case names it; message key {@code status.<status>}
 * @param closedAt     since when nothing more can happen in it, or null
 */
public record CaseFile(
        CaseId id,
        DossierNumber number,
        CaseKind kind,
        OrganisationId organisation,
        @Nullable QualityId quality,
        PersonId openedBy,
        @Nullable PersonId about,
        Instant openedAt,
        int version,
        String status,
        @Nullable Instant closedAt) {}
