package be.designations.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * Where an actor may put documents now.
 *
 * @param subject id of what they belong to
 * @param owner   what the operations of the audit log begin with, such as {@code dpd}
 * @param since   what was added before stays: something was decided on it
 */
public record Folder(UUID subject, String owner, Instant since) {

    /** At most this many are sent at once. */
    public static final int MOST = 10;

    /** Whether it can still be taken away. */
    boolean isNew(Attachment file) {
        return !file.addedAt().isBefore(since);
    }
}
