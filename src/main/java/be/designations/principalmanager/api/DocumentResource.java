package be.designations.principalmanager.api;

import be.designations.casework.Attachment;
import be.designations.casework.DocumentKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A document that shows a mandate, without its content. */
@Schema(name = "MandateDocument")
record DocumentResource(
        UUID id,
        @Schema(example = "statuts.pdf") String fileName,
        DocumentKind kind,
        @Schema(description = "Bytes") int size,
        Instant addedAt) {

    static DocumentResource of(Attachment file) {
        return new DocumentResource(file.id().value(), file.fileName(), file.kind(), file.size(), file.addedAt());
    }
}
