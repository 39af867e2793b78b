package be.designations.casework;

import be.designations.directory.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dossier waits, or waited, for the other side; the step that asked is interrupted meanwhile, not done (D19).
 *
 * @param step       id of the step in the model that asked
 * @param openedBy   who asked
 * @param inPlaceOf  in whose place they asked, or null
 * @param why        what was asked
 * @param resolvedBy who answered, or null as long as nobody has
 * @param answer     what was answered, or null
 */
public record Wait(
        String step,
        PersonId openedBy,
        @Nullable PersonId inPlaceOf,
        Instant openedAt,
        String why,
        @Nullable PersonId resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable String answer) {

    public boolean isOpen() {
        return resolvedAt == null;
    }
}
