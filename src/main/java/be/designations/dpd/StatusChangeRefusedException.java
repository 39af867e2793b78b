package be.designations.dpd;

import be.designations.directory.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The application has moved on, or never was where this step begins. */
final class StatusChangeRefusedException extends RuntimeException {

    private final @Nullable PersonId lastChangedBy;
    private final Instant lastChangedAt;

    StatusChangeRefusedException(
            ApplicationStatus from, ApplicationStatus to, @Nullable PersonId lastChangedBy, Instant lastChangedAt) {
        super("from " + from + " to " + to);
        this.lastChangedBy = lastChangedBy;
        this.lastChangedAt = lastChangedAt;
    }

    @Nullable
    PersonId lastChangedBy() {
        return lastChangedBy;
    }

    Instant lastChangedAt() {
        return lastChangedAt;
    }
}
