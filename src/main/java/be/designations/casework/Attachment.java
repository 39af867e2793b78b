package be.designations.casework;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is kept, without its content.
 *
 * @param subject  id of what it belongs to, as the module that owns that knows it
 * @param fileName clean, as {@link CheckedFile#fileName}
 * @param size     bytes, 1 to {@link DocumentRules#LARGEST}
 * @param removedAt since when its content is gone, its term being over (D33), or null
 */
public record Attachment(
        AttachmentId id,
        UUID subject,
        String fileName,
        DocumentKind kind,
        int size,
        PersonId addedBy,
        Instant addedAt,
        @Nullable Instant removedAt) {}
