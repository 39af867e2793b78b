package be.designations.casework.api;

import be.designations.api.CodedText;
import be.designations.api.OrganisationReference;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A dossier in a list. */
@Schema(name = "DossierLine")
record DossierLine(
        @Schema(example = "DPD-2026-00001") String number,
        CodedText kind,
        CodedText status,
        Instant statusSince,
        OrganisationReference organisation,
        Instant openedAt,
        DossierResource.Links links) {}
