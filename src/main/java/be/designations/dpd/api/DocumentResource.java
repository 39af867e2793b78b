package be.designations.dpd.api;

import be.designations.casework.Attachment;
import be.designations.casework.DocumentKind;
import be.designations.casework.StepDocuments;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A document of an application, without its content. */
@Schema(name = "ApplicationDocument")
record DocumentResource(
        UUID id,
        @Schema(example = "diplome.pdf") String fileName,
        DocumentKind kind,
        @Schema(description = "Bytes") int size,
        Instant addedAt,

        @Schema(description = "Whether you may take it away now")
        boolean removable) {

    static DocumentResource of(StepDocuments.Document document) {
        Attachment file = document.file();
        return new DocumentResource(
                file.id().value(), file.fileName(), file.kind(), file.size(), file.addedAt(), document.removable());
    }
}
