package be.designations.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A responsibility with whether it gives anything now.
 *
 * @param blockedSince since when it gives nothing (D6), or null when it is not blocked
 */
public record Standing(
        Responsibility responsibility, @Nullable Instant blockedSince) {

    public boolean isBlocked() {
        return blockedSince != null;
    }
}
