package be.designations.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The decisions behind working relationships, as they are stored: what let them begin, and what gave them another end. */
public interface TieDecisions {

    /**
     * Writes down which decision gave a relationship the end that it has.
     *
     * @param basis       a decision that is saved
     * @param formerUntil when it was to end before that, or null: it was to have no end, or there was none yet
     * @param until       when it ends by that, or null when no end is known
     */
    void note(UUID relationship, BasisId basis, @Nullable Instant formerUntil, @Nullable Instant until);

    /** The decision that gave the relationship the end that it has; nothing of what was known at the start. */
    Optional<Basis> last(UUID relationship);
}
