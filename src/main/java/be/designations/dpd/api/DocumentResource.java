package be.designations.dpd.api;

import be.designations.casework.Attachment;
import be.designations.casework.DocumentKind;
import be.designations.casework.StepDocuments;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document of an application, without its content. */
@Schema(name = "ApplicationDocument")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentResource(
        UUID id,
        @Schema(example = "diplome.pdf") String fileName,
        DocumentKind kind,
        @Schema(description = "Bytes") int size,
        Instant addedAt,

        @Nullable @Schema(description = "Since when its content is gone, its retention period being over")
        Instant removedAt,

        @Schema(description = "Whether you may take it away now")
        boolean removable) {

    static DocumentResource of(StepDocuments.Document document) {
        Attachment file = document.file();
        return new DocumentResource(
                file.id().value(),
                file.fileName(),
                file.kind(),
                file.size(),
                file.addedAt(),
                file.removedAt(),
                document.removable());
    }
}
