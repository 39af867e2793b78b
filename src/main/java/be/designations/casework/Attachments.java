package be.designations.casework;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The documents, as they are stored, by what they belong to. Who may add, read or remove one is decided by the module
 * that owns the subject.
 */
public interface Attachments {

    /**
     * Keeps a file that was checked. The same content under the same name is kept once: sent again, it answers with the
     * one that is there.
     */
    Attachment add(UUID subject, CheckedFile file, PersonId addedBy, Instant at);

    Optional<Attachment> find(AttachmentId id);

    /** The documents of that subject, the first first. */
    List<Attachment> of(UUID subject);

    /** What is in the document; it must exist and have its content still. */
    byte[] content(AttachmentId id);

    void remove(AttachmentId id);

    /** Removes those of that subject that were added then or later. */
    void removeSince(UUID subject, Instant since);
}
